package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A piece that comes back.
 *
 * @param channelOrderId of its order
 * @param channelItemId its own
 * @param state where the return stands
 * @param changedAt since when
 * @param numbers under which it travels, as announced; often one, empty if unknown
 * @param misdirectedTo the channel's house where it landed instead of at the seller's, if {@link State#MISDIRECTED}
 * @param condition how the piece was found, once decided
 * @param reason code of why it was decided so, once decided; may be one the channel gives only itself, so not among {@link Returns#reasons()}
 */
public record ReturnedItem(
        String channelOrderId,
        String channelItemId,
        State state,
        Instant changedAt,
        List<ReturnNumber> numbers,
        Optional<String> misdirectedTo,
        Optional<ItemCondition> condition,
        Optional<String> reason) {
    public ReturnedItem {
        numbers = List.copyOf(numbers);
    }

    /** Where a return stands. */
    public enum State {
        ANNOUNCED,
        MISDIRECTED,
        ACCEPTED,
        REJECTED
    }
}
