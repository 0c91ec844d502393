package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;

/**
 * A parcel that comes back.
 *
 * @param id the channel's own
 * @param number under which it travels
 * @param items what the buyer said is in it
 * @param steps what happened to it, oldest first
 */
public record ReturnParcel(String id, ReturnNumber number, List<Item> items, List<Step> steps) {
    public ReturnParcel {
        items = List.copyOf(items);
        steps = List.copyOf(steps);
    }

    /**
     * A piece.
     *
     * @param channelOrderId of its order
     * @param channelItemId its own
     */
    public record Item(String channelOrderId, String channelItemId) {}

    /**
     * Something that happened to it.
     *
     * @param state where it was then
     * @param at when
     * @param text what the carrier said of it, may be empty
     */
    public record Step(State state, Instant at, String text) {}

    /** Where a parcel is on its way back. */
    public enum State {
        /** The buyer has registered it. */
        ANNOUNCED,
        /** The carrier has it. */
        ON_THE_WAY,
        /** It arrived, at the seller's or at a house of the carrier near it: days may pass until it is there. */
        DELIVERED
    }
}
