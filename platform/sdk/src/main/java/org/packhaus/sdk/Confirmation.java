package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report that a parcel has left.
 *
 * @param carrierCode who moves it, as in {@link CarrierProfile#carrierCode()}
 * @param trackingNumber its number
 * @param returnNumber the number of its way back, where the channel demands one
 * @param shippedAt when it was handed over
 * @param shipFrom where it was handed over
 * @param items what is in it, at least one piece
 */
public record Confirmation(
        String carrierCode,
        String trackingNumber,
        Optional<ReturnNumber> returnNumber,
        Instant shippedAt,
        Address shipFrom,
        List<Item> items) {
    /** The code of a {@link Rejected} that says: this number was reported before. */
    public static final String ALREADY_REPORTED = "already-reported";

    public Confirmation {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A confirmation names at least one piece.");
        }
    }

    /**
     * A piece.
     *
     * @param channelOrderId of its order
     * @param channelItemId its own
     */
    public record Item(String channelOrderId, String channelItemId) {}
}
