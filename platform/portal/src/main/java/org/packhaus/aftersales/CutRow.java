package org.packhaus.aftersales;

import java.time.Instant;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;

/**
 * Part of a piece's price that goes back while the buyer keeps the piece.
 *
 * @param problemCode why it was refused, or waits; empty if it was not
 */
public record CutRow(
        CutId id,
        OrderId order,
        ItemId item,
        Money amount,
        State state,
        Instant since,
        Instant wantedAt,
        String wantedBy,
        String problemCode,
        String problemText) {

    /** Where it stands. */
    public enum State {
        /** Will be sent. */
        WANTED,
        /** One node is sending it. */
        SENDING,
        /** The answer was lost: the channel is asked before anything is sent again. */
        UNCLEAR,
        /** The channel has it and is about to do it. */
        INITIATED,
        /** The buyer has the money, there is a receipt. */
        PROCESSED,
        /** The channel did not do it after all. */
        REJECTED,
        /** The channel did not take it. */
        REFUSED
    }
}
