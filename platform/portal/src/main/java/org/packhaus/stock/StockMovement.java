package org.packhaus.stock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;

/** A change of what is on hand; never changed afterwards. */
public record StockMovement(
        Instant at,
        int change,
        int onHandAfter,
        StockReason reason,
        String note,
        String by,
        @Nullable OrderId order) {}
