package org.packhaus.casework;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.packhaus.order.GermanHolidays;

/** When somebody is there to answer: Monday to Friday from nine to five, public holidays of all of Germany left out. */
final class BusinessHours {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private BusinessHours() {}

    /** The moment at which that much of business time has passed. */
    static Instant after(Instant start, Duration time) {
        ZonedDateTime at = start.atZone(GERMANY);
        Duration left = time;
        while (true) {
            LocalDate day = at.toLocalDate();
            ZonedDateTime opens = day.atTime(OPENS).atZone(GERMANY);
            ZonedDateTime closes = day.atTime(CLOSES).atZone(GERMANY);
            if (isOne(day) && at.isBefore(closes)) {
                ZonedDateTime from = at.isBefore(opens) ? opens : at;
                Duration today = Duration.between(from, closes);
                if (today.compareTo(left) >= 0) {
                    return from.plus(left).toInstant();
                }
                left = left.minus(today);
            }
            at = day.plusDays(1).atStartOfDay(GERMANY);
        }
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !GermanHolidays.includes(day);
    }
}
