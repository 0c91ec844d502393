package org.packhaus.order;

import java.util.Set;
import org.packhaus.seller.SellerId;

/**
 * Pieces of an order were cancelled at the channel. Published inside the importing transaction, so that a listener can stop the
 * confirmation of a parcel they are in, and offer its label for voiding.
 *
 * @param items the pieces
 * @param parcels the live parcels they were in; empty if none had one
 * @param whole whether nothing is left to ship
 */
public record OrderCancelled(SellerId seller, OrderId order, Set<ItemId> items, Set<Long> parcels, boolean whole) {
    public OrderCancelled {
        items = Set.copyOf(items);
        parcels = Set.copyOf(parcels);
    }
}
