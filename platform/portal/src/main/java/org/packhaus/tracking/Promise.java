package org.packhaus.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whether a parcel comes when the buyer was told, and whose fault it is if it does not. What counts is the first attempt: a buyer who is
 * not at home does not make it late.
 *
 * @param by until when the first attempt was promised; null without a promise
 */
public record Promise(Verdict verdict, @Nullable Instant by) {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    /** The van takes it along by the deadline; the depot's scanner sees it in the night. */
    static final Duration UNTIL_SCANNED = Duration.ofHours(12);

    /** How a promise stands. */
    public enum Verdict {
        /** The channel promised nothing. */
        NONE,
        /** Nothing speaks against it. */
        OPEN,
        /** It can still be kept, but the carrier expects it later, or it has not been handed over. */
        AT_RISK,
        ON_TIME,
        /** The carrier got it too late. */
        LATE_SELLER,
        /** The carrier had it in time. */
        LATE_CARRIER;

        boolean isSettled() {
            return this == ON_TIME || isLate();
        }

        boolean isLate() {
            return this == LATE_SELLER || this == LATE_CARRIER;
        }
    }

    /** The end of the promised day, in Germany. */
    static Instant endOfDay(Instant promised) {
        return promised.atZone(GERMANY)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.MIDNIGHT)
                .atZone(GERMANY)
                .toInstant();
    }

    /**
     * @param by until when the first attempt was promised
     * @param shipBy until when it must have left the seller
     * @param expected when the carrier expects to be there
     */
    static Promise of(
            @Nullable Instant by, @Nullable Instant shipBy, Course course, @Nullable Instant expected, Instant now) {
        if (by == null) {
            return new Promise(Verdict.NONE, null);
        }
        Instant attempt = course.firstAttemptAt();
        if (attempt != null) {
            return new Promise(attempt.isBefore(by) ? Verdict.ON_TIME : fault(by, shipBy, course), by);
        }
        boolean over = Course.isFinal(course.status());
        if (over || !now.isBefore(by)) {
            return new Promise(fault(by, shipBy, course), by);
        }
        boolean late = expected != null && !expected.isBefore(by);
        boolean waits = course.handedOverAt() == null && shipBy != null && now.isAfter(shipBy.plus(UNTIL_SCANNED));
        return new Promise(late || waits ? Verdict.AT_RISK : Verdict.OPEN, by);
    }

    private static Verdict fault(Instant by, @Nullable Instant shipBy, Course course) {
        Instant handedOver = course.handedOverAt();
        if (handedOver == null) {
            return Verdict.LATE_SELLER;
        }
        Instant latest = shipBy == null ? by : shipBy.plus(UNTIL_SCANNED);
        return handedOver.isAfter(latest) ? Verdict.LATE_SELLER : Verdict.LATE_CARRIER;
    }
}
