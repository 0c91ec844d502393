package org.packhaus.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.TrackingStatus;

/**
 * When a parcel is worth another question. Calls are scarce: what may change within the hour is asked often and first, what has not moved
 * for days seldom, what has arrived once more, because scans are taken back.
 *
 * @param at null for never again
 * @param urgency 0 before 1 before 2, where the carrier's quota does not suffice for all
 */
record NextLook(@Nullable Instant at, int urgency) {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    static final int DUE = 0;
    static final int FRESH = 1;
    static final int CALM = 2;
    static final NextLook NEVER = new NextLook(null, CALM);

    /** Carriers forget a parcel after about three months. */
    static final Duration LONGEST = Duration.ofDays(90);

    /** So long after the label was bought a parcel that nobody scanned was never sent. */
    static final Duration NEVER_SENT = Duration.ofDays(45);

    private static final Duration FIRST = Duration.ofHours(3);
    private static final Duration OFTEN = Duration.ofHours(2);
    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final Duration DAY = Duration.ofDays(1);

    /**
     * @param since when it came to stand so
     * @param lastScan null before the carrier had it
     * @param lateAt since when it is late, or will be
     * @param expected when the carrier expects to deliver
     */
    record Standing(
            TrackingStatus state,
            Instant boughtAt,
            @Nullable Instant since,
            @Nullable Instant lastScan,
            @Nullable Instant lateAt,
            @Nullable Instant expected) {}

    /** The first of all, for a label just bought: before that nobody has scanned anything. */
    static NextLook first(Instant boughtAt) {
        return new NextLook(boughtAt.plus(FIRST), FRESH);
    }

    static NextLook after(Standing parcel, Instant now) {
        Instant since = parcel.since() == null ? parcel.boughtAt() : parcel.since();
        if (!now.isBefore(parcel.boughtAt().plus(LONGEST))) {
            return NEVER;
        }
        return switch (parcel.state()) {
            case CANCELLED -> NEVER;
            case DELIVERED -> now.isBefore(since.plus(DAY)) ? new NextLook(since.plus(DAY), CALM) : NEVER;
            case RETURNED_TO_SENDER -> every(DAY, since.plus(Duration.ofDays(21)), now);
            case LOST -> every(DAY, since.plus(Duration.ofDays(30)), now);
            case READY_FOR_PICKUP -> new NextLook(now.plus(HALF_DAY), CALM);
            case DELIVERY_FAILED -> new NextLook(now.plus(Duration.ofHours(6)), DUE);
            case OUT_FOR_DELIVERY -> new NextLook(now.plus(OFTEN), DUE);
            case UNKNOWN, ANNOUNCED -> parcel.lastScan() == null ? waiting(parcel, now) : moving(parcel, now);
            case ACCEPTED, IN_TRANSIT, DELAYED -> moving(parcel, now);
        };
    }

    private static NextLook every(Duration pause, Instant until, Instant now) {
        return now.isBefore(until) ? new NextLook(now.plus(pause), CALM) : NEVER;
    }

    /** Not handed over yet. */
    private static NextLook waiting(Standing parcel, Instant now) {
        Duration age = Duration.between(parcel.boughtAt(), now);
        if (age.compareTo(NEVER_SENT) >= 0) {
            return NEVER;
        }
        if (age.compareTo(Duration.ofDays(2)) < 0) {
            return new NextLook(now.plus(Duration.ofHours(4)), FRESH);
        }
        return age.compareTo(Duration.ofDays(7)) < 0
                ? new NextLook(now.plus(HALF_DAY), FRESH)
                : new NextLook(now.plus(DAY), CALM);
    }

    private static NextLook moving(Standing parcel, Instant now) {
        if (isDue(parcel, now)) {
            return new NextLook(now.plus(OFTEN), DUE);
        }
        if (isLate(parcel, now)) {
            // What has been late for a week will not come within the hour.
            boolean longLate =
                    parcel.lateAt() != null && now.isAfter(parcel.lateAt().plus(Duration.ofDays(7)));
            return longLate ? new NextLook(now.plus(DAY), CALM) : new NextLook(now.plus(Duration.ofHours(4)), DUE);
        }
        Instant last = parcel.lastScan();
        boolean still = last != null && now.isAfter(last.plus(Duration.ofDays(4)));
        return still ? new NextLook(now.plus(HALF_DAY), CALM) : new NextLook(now.plus(Duration.ofHours(6)), FRESH);
    }

    private static boolean isDue(Standing parcel, Instant now) {
        Instant expected = parcel.expected();
        return expected != null
                && expected.atZone(GERMANY)
                        .toLocalDate()
                        .equals(now.atZone(GERMANY).toLocalDate());
    }

    private static boolean isLate(Standing parcel, Instant now) {
        return parcel.lateAt() != null && !now.isBefore(parcel.lateAt());
    }
}
