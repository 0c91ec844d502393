package org.packhaus.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * One SKU in the stock list.
 *
 * @param place where it lies: {@code A-03-2}; empty if nobody said
 * @param onHand pieces in the warehouse, reserved ones included; negative when more left than were counted
 * @param reserved pieces held for orders
 * @param waiting pieces that orders want and nobody has
 * @param tracked whether it is counted at all
 * @param lowAt the alarm: so many left to sell, or fewer; null if nobody wants to be told
 * @param ownAlarm whether the alarm is the SKU's own and not the seller's usual one
 * @param pushError why a channel refused the last number, if it did
 */
public record StockRow(
        SellerId seller,
        String sku,
        String title,
        String place,
        int onHand,
        int reserved,
        int waiting,
        boolean tracked,
        @Nullable Integer lowAt,
        boolean ownAlarm,
        @Nullable Instant pushedAt,
        @Nullable String pushError) {

    /** What may still be sold; never below zero. */
    public int available() {
        return Math.max(0, onHand - reserved - waiting);
    }

    /** Whether so few are left to sell that somebody wants to be told; sold out is told in any case. */
    public boolean isLow() {
        return tracked && lowAt != null && available() <= lowAt;
    }
}
