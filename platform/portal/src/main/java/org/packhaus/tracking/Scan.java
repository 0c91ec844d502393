package org.packhaus.tracking;

import java.time.Instant;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

/**
 * Something a carrier says happened to a parcel.
 *
 * @param code the carrier's, word for word
 * @param text the carrier's, word for word; empty once the buyer is forgotten
 * @param place as the carrier writes it; may be empty
 * @param withdrawn the carrier took it back: it is history, but counts for nothing
 */
public record Scan(Instant at, TrackingStatus status, String code, String text, String place, boolean withdrawn) {

    static Scan of(TrackingEvent event) {
        return new Scan(event.at(), event.status(), event.rawCode(), event.rawText(), event.place(), false);
    }

    /** What makes two answers speak of the same: texts and places are worded anew at times, and what a code means we may learn later. */
    Key key() {
        return new Key(at, code);
    }

    record Key(Instant at, String code) {}

    /** The same, now that it is known what it means. */
    Scan meaning(TrackingStatus known) {
        return new Scan(at, known, code, text, place, withdrawn);
    }

    /** Whether it proves that the carrier has the parcel. */
    boolean provesHandOver() {
        return proveHandOver(status);
    }

    static boolean proveHandOver(TrackingStatus status) {
        return switch (status) {
            case ACCEPTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERED,
                    DELIVERY_FAILED,
                    RETURNED_TO_SENDER -> true;
            // Delayed may mean that the van found nothing to take along.
            case UNKNOWN, ANNOUNCED, DELAYED, CANCELLED, LOST -> false;
        };
    }

    /** Whether somebody stood at the buyer's door, or at the shop's or locker it was taken to instead. */
    static boolean proveAttempt(TrackingStatus status) {
        return switch (status) {
            case READY_FOR_PICKUP, DELIVERED, DELIVERY_FAILED -> true;
            case UNKNOWN,
                    ANNOUNCED,
                    ACCEPTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    DELAYED,
                    RETURNED_TO_SENDER,
                    CANCELLED,
                    LOST -> false;
        };
    }
}
