package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;

/** Ability of a {@link SalesChannel} or an {@link AfterSalesChannel}: part of the price can be given back while the buyer keeps the piece. */
public interface PriceReductions<S extends Record> {

    /**
     * Has part of a piece's price given back. The channel does it a while later: {@link #reductions} tells.
     *
     * @param amount above 0, below what is left of the piece's price
     * @throws Rejected if refused: not sent yet, come back already, too much
     * @throws Unavailable if it certainly had no effect
     * @throws Unclear if it may have been taken; never send it again before {@link #reductions} was asked
     */
    void reduce(String channelOrderId, String channelItemId, Money amount, S settings) throws PluginException;

    /** What was given back of a piece so far, oldest first. */
    List<Reduction> reductions(String channelOrderId, String channelItemId, S settings) throws PluginException;

    /**
     * Part of a price that goes back.
     *
     * @param amount how much
     * @param state where it stands
     * @param at since when
     */
    record Reduction(Money amount, State state, Instant at) {}

    /** Where a reduction stands. */
    enum State {
        INITIATED,
        PROCESSED,
        REJECTED
    }
}
