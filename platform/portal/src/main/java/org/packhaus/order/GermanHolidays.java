package org.packhaus.order;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/**
 * The public holidays of all of Germany. Those of single states (Epiphany, Corpus Christi, Reformation Day …) are left out: a seller may
 * work on them, and a deadline a day early is a smaller harm than one a day late.
 */
public final class GermanHolidays {
    private GermanHolidays() {}

    public static boolean includes(LocalDate day) {
        LocalDate easter = easterSunday(day.getYear());
        return in(day.getYear()).contains(day)
                || day.equals(easter.minusDays(2))
                || day.equals(easter.plusDays(1))
                || day.equals(easter.plusDays(39))
                || day.equals(easter.plusDays(50));
    }

    private static Set<LocalDate> in(int year) {
        return Set.of(
                LocalDate.of(year, Month.JANUARY, 1),
                LocalDate.of(year, Month.MAY, 1),
                LocalDate.of(year, Month.OCTOBER, 3),
                LocalDate.of(year, Month.DECEMBER, 25),
                LocalDate.of(year, Month.DECEMBER, 26));
    }

    /** The Gregorian computus in its anonymous form (Nature, 1876). */
    static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
