package org.packhaus.tracking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.packhaus.order.GermanHolidays;

/** Days on which parcels are moved for certain: Monday to Friday without public holidays. On Saturdays some carriers move, some do not. */
final class WorkingDays {
    static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private WorkingDays() {}

    /** The same hour that many working days later. */
    static Instant after(Instant start, int days) {
        ZonedDateTime at = start.atZone(GERMANY);
        LocalDate day = at.toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isOne(day)) {
                left--;
            }
        }
        return day.atTime(at.toLocalTime()).atZone(GERMANY).toInstant();
    }

    /** How many begin after the first moment and not after the second: handed over on Friday and there on Monday is one. */
    static int between(Instant from, Instant to) {
        LocalDate end = to.atZone(GERMANY).toLocalDate();
        int days = 0;
        for (LocalDate day = from.atZone(GERMANY).toLocalDate().plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            if (isOne(day)) {
                days++;
            }
        }
        return days;
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !GermanHolidays.includes(day);
    }
}
