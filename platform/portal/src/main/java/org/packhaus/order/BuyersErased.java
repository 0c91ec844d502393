package org.packhaus.order;

import java.util.List;
import org.packhaus.seller.SellerId;

/** The buyers of these orders are to be forgotten. Published inside the erasing transaction: erase yours in it, or schedule it. */
public record BuyersErased(SellerId seller, List<OrderId> orders) {
    public BuyersErased {
        orders = List.copyOf(orders);
    }
}
