package org.packhaus.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * An order that waits for its label, among others of its buyer to the same door.
 *
 * @param shipBy null while unknown
 * @param sentWith the order it is sent with; null if it leaves by itself or others leave with it
 */
public record Mate(
        OrderId order,
        SellerId seller,
        String orderNumber,
        @Nullable Instant shipBy,
        @Nullable OrderId sentWith) {}
