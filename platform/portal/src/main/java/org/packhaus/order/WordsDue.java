package org.packhaus.order;

import java.time.Instant;
import java.util.List;
import org.packhaus.seller.SellerId;

/**
 * The buyers of these orders were erased, and people wrote about them afterwards: what was written before then is to be forgotten, too.
 * Published inside the transaction that forgets.
 */
public record WordsDue(SellerId seller, List<OrderId> orders, Instant before) {
    /** Of a buyer who is erased nothing stays, whenever it was written. */
    public static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    public WordsDue {
        orders = List.copyOf(orders);
    }
}
