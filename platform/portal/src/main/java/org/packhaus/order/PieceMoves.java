package org.packhaus.order;

import java.time.Instant;
import java.util.List;
import org.packhaus.seller.SellerId;

/**
 * Pieces that began to need stock, or stopped. Published once per transaction and inside it; the stock room listens.
 */
public record PieceMoves(SellerId seller, List<Move> moves) {
    public PieceMoves {
        moves = List.copyOf(moves);
    }

    /** What became of a piece. */
    public enum Kind {
        /** It is to be shipped: reserve it. */
        WANTED,
        /** It will not be shipped: give it back. */
        RELEASED,
        /** It has left. */
        SENT,
        /** The channel took back that it had left: it is here after all, and is to be shipped. */
        BACK
    }

    /**
     * @param dueAt who is served first; far away while unknown
     */
    public record Move(OrderId order, ItemId item, String sku, Instant dueAt, Kind kind) {}
}
