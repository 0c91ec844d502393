package org.packhaus.dayend;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.packhaus.order.GermanHolidays;
import org.packhaus.seller.SellerDetails;

/**
 * The moments at which a day is closed: each day at that time in the seller's zone, not on Sundays and public holidays, when nobody
 * collects.
 */
record CloseTimes(LocalTime at, ZoneId zone) {
    /** After the cut-off: the last labels are bought by then, and the driver is not there yet. */
    static final Duration AFTER_CUT_OFF = Duration.ofMinutes(15);

    /** So long after that moment nobody worries. */
    static final Duration GRACE = Duration.ofMinutes(30);

    /** Longer than any row of days without a collection. */
    private static final int DAYS = 14;

    /** Some minutes after the seller's cut-off, but not on the next day. */
    static LocalTime usual(SellerDetails seller) {
        LocalTime at = seller.cutOff().plus(AFTER_CUT_OFF);
        return at.isAfter(seller.cutOff()) ? at : LocalTime.of(23, 59);
    }

    /** The newest moment that has come. */
    Instant last(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        for (int back = 0; back < DAYS; back++, day = day.minusDays(1)) {
            Instant moment = moment(day);
            if (collects(day) && !moment.isAfter(now)) {
                return moment;
            }
        }
        return moment(day);
    }

    /** The next one. */
    Instant next(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate();
        for (int on = 0; on < DAYS; on++, day = day.plusDays(1)) {
            Instant moment = moment(day);
            if (collects(day) && moment.isAfter(now)) {
                return moment;
            }
        }
        return moment(day);
    }

    /** The newest moment whose grace is over, if a parcel of before that is still open. */
    Optional<Instant> overdue(Instant oldest, Instant now) {
        Instant should = last(now.minus(GRACE));
        return oldest.isBefore(should) ? Optional.of(should) : Optional.empty();
    }

    private Instant moment(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    private static boolean collects(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !GermanHolidays.includes(day);
    }
}
