package org.packhaus.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.TrackingStatus;

/** What may be wrong with a parcel on its way, the gravest first, and what is to be done about it. */
public enum Trouble {
    /** The carrier says that it is lost or destroyed. */
    LOST(Measure.INVESTIGATE, Measure.REPLACE),
    /** On its way back to the sender, or there. */
    RETURNING(Measure.AWAIT_RETURN, Measure.CHECK_ADDRESS),
    /** The label was bought and the carrier has not seen the parcel. */
    NOT_HANDED_OVER(Measure.LOOK_FOR_IT, Measure.REPLACE),
    /** Nobody has scanned it for days. */
    STUCK(Measure.INVESTIGATE),
    /** The promised day is over, and nobody was at the buyer's door. */
    LATE(Measure.INVESTIGATE, Measure.TELL_BUYER_IF_ASKED),
    /** Nobody was there; it is tried again or taken to a shop. */
    ATTEMPTED(Measure.CHECK_ADDRESS, Measure.WAIT),
    /** Waits for the buyer in a shop or locker. */
    AT_SHOP(Measure.WAIT),
    /** The promise can still be kept, but the carrier expects to break it, or has not got the parcel yet. */
    AT_RISK(Measure.LOOK_FOR_IT, Measure.INVESTIGATE);

    /** What a person can do. */
    public enum Measure {
        WAIT,
        /** Ask the carrier where it is. */
        INVESTIGATE,
        CHECK_ADDRESS,
        /** Packed, and left in the warehouse? */
        LOOK_FOR_IT,
        /** OTTO wants no mails about shipping; a question is answered. */
        TELL_BUYER_IF_ASKED,
        /** Send the goods once more, or refund them. */
        REPLACE,
        AWAIT_RETURN
    }

    /** Without a scan for so many working days it is stuck. */
    static final int STUCK_AFTER = 3;
    /** Without a first scan for so many working days it was not handed over. */
    static final int MISSING_AFTER = 2;

    private final List<Measure> measures;

    Trouble(Measure... measures) {
        this.measures = List.of(measures);
    }

    /** In the order to try them. */
    public List<Measure> measures() {
        return measures;
    }

    /**
     * All that is wrong, the gravest first.
     *
     * @param promise how it stands
     * @param lateAt since when it is late, or will be; null if it cannot be any more
     * @param stuckAt since when it is stuck, or will be; null if it cannot be
     */
    static List<Trouble> of(
            TrackingStatus state,
            boolean handedOver,
            Promise.Verdict promise,
            @Nullable Instant lateAt,
            @Nullable Instant stuckAt,
            Instant now) {
        List<Trouble> troubles = new ArrayList<>();
        switch (state) {
            case LOST -> troubles.add(LOST);
            case RETURNED_TO_SENDER -> troubles.add(RETURNING);
            case DELIVERY_FAILED -> troubles.add(ATTEMPTED);
            case READY_FOR_PICKUP -> troubles.add(AT_SHOP);
            case UNKNOWN, ANNOUNCED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, DELAYED, CANCELLED -> {}
        }
        if (stuckAt != null && !now.isBefore(stuckAt)) {
            troubles.add(handedOver ? STUCK : NOT_HANDED_OVER);
        }
        if (lateAt != null && !now.isBefore(lateAt)) {
            troubles.add(LATE);
        }
        if (promise == Promise.Verdict.AT_RISK) {
            troubles.add(AT_RISK);
        }
        troubles.sort(null);
        return troubles;
    }

    /** When a parcel that stands so becomes late; null if it cannot. */
    static @Nullable Instant lateAt(Course course, @Nullable Instant promisedBy) {
        return course.firstAttemptAt() != null || Course.isFinal(course.status()) ? null : promisedBy;
    }

    /**
     * When a parcel that stands so becomes stuck; null if it cannot.
     *
     * @param boughtAt its label
     */
    static @Nullable Instant stuckAt(Course course, Instant boughtAt, @Nullable Instant shipBy) {
        if (Course.isFinal(course.status()) || course.status() == TrackingStatus.READY_FOR_PICKUP) {
            return null;
        }
        Instant last = course.lastScanAt();
        if (course.handedOverAt() != null && last != null) {
            return WorkingDays.after(last, STUCK_AFTER);
        }
        Instant should = shipBy == null || shipBy.isBefore(boughtAt) ? boughtAt : shipBy;
        return WorkingDays.after(should, MISSING_AFTER);
    }
}
