package org.packhaus.sdk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One physical piece of an order.
 *
 * @param id the channel's own id of it
 * @param state where it stands at the channel
 * @param sku the seller's number
 * @param articleNumber the channel's number; empty if none
 * @param title what it is
 * @param ean 8 to 14 digits; empty if none
 * @param price what the buyer pays for this piece, tax included
 * @param promisedAt until when the buyer was promised the first delivery attempt
 * @param attributes what tells variants apart, by display name: colour, size
 * @param takesBackOldAppliance whether the buyer ordered the free take-back of an old appliance
 */
public record ChannelItem(
        String id,
        State state,
        String sku,
        String articleNumber,
        String title,
        String ean,
        Money price,
        Optional<Instant> promisedAt,
        Map<String, String> attributes,
        boolean takesBackOldAppliance) {
    public ChannelItem {
        attributes = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(attributes));
    }

    /** Where a piece stands at the channel. */
    public enum State {
        /** Reserve it, do not ship it. */
        ANNOUNCED,
        /** Ship it. */
        PROCESSABLE,
        /** Reported as shipped. */
        SENT,
        /** Came back. */
        RETURNED,
        /** Will not be shipped. */
        CANCELLED
    }
}
