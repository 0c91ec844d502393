package org.packhaus.order;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;

/**
 * Until when a piece must have left, always by Germany's clock. Pure, so that the table of cases in the test is the rule.
 *
 * <p>An order counts for its day until the cut-off, that moment included; later, or on a day off, it counts for the next working day. One
 * processing day means that same day. It must have left by {@link #HAND_OVER} of the day, or by the cut-off if that is later: the
 * cut-off is when orders stop counting, not when the van leaves.
 */
final class ShipBy {
    static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    static final LocalTime HAND_OVER = LocalTime.of(18, 0);

    /** Longer than that in state ANNOUNCED was not OTTO's usual half hour but a buyer who had to pay first. */
    private static final Duration WAITED_FOR_PAYMENT = Duration.ofHours(24);

    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private ShipBy() {}

    /** What counts for a SKU of which the channel gives no terms: one day, Monday to Friday, the seller's own cut-off. */
    static Term fallback(LocalTime sellersCutOff) {
        return new Term(Kind.PARCEL, MONDAY_TO_FRIDAY, sellersCutOff, 1, 2);
    }

    static Instant deadline(Instant countsFrom, Term term) {
        Set<DayOfWeek> days = term.workingDays().isEmpty() ? MONDAY_TO_FRIDAY : term.workingDays();
        ZonedDateTime start = countsFrom.atZone(GERMANY);
        LocalDate day = start.toLocalDate();
        if (isWorking(day, days) && start.toLocalTime().isAfter(term.cutOff())) {
            day = day.plusDays(1);
        }
        day = working(day, days);
        for (int more = term.processingDays() - 1; more > 0; more--) {
            day = working(day.plusDays(1), days);
        }
        LocalTime leaves = term.cutOff().isAfter(HAND_OVER) ? term.cutOff() : HAND_OVER;
        return day.atTime(leaves).atZone(GERMANY).toInstant();
    }

    /** The time counts from the order, unless the channel released it long after: then the buyer paid late. */
    static Instant countsFrom(Instant orderedAt, @Nullable Instant processableAt) {
        if (processableAt != null && processableAt.isAfter(orderedAt.plus(WAITED_FOR_PAYMENT))) {
            return processableAt;
        }
        return orderedAt;
    }

    private static LocalDate working(LocalDate from, Set<DayOfWeek> days) {
        LocalDate day = from;
        while (!isWorking(day, days)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isWorking(LocalDate day, Set<DayOfWeek> days) {
        return days.contains(day.getDayOfWeek()) && !GermanHolidays.includes(day);
    }
}
