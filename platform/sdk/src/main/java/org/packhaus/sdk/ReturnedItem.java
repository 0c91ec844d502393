package org.packhaus.sdk;

import java.time.Instant;
import java.util.Optional;

/**
 * A piece that comes back.
 *
 * @param channelOrderId of its order
 * @param channelItemId its own
 * @param state where the return stands
 * @param changedAt since when
 * @param trackingNumber under which it travels, if known
 */
public record ReturnedItem(
        String channelOrderId,
        String channelItemId,
        State state,
        Instant changedAt,
        Optional<ReturnNumber> trackingNumber) {

    /** Where a return stands. */
    public enum State {
        ANNOUNCED,
        MISDIRECTED,
        ACCEPTED,
        REJECTED
    }
}
