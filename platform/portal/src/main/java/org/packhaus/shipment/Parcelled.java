package org.packhaus.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;

/**
 * A parcel before it has a carrier.
 *
 * @param items that lie in it
 * @param at the moment it is decided
 * @param carriers how a connection stands at this moment
 * @param weight empty if neither a person, the catalogue nor the seller says
 * @param dimensions as a person measured it; else known for a single piece only
 */
public record Parcelled(
        ShippableOrder order,
        List<OrderItem> items,
        SellerDetails seller,
        Instant at,
        Function<ConnectionId, CarrierStanding> carriers,
        Optional<Weight> weight,
        Optional<Dimensions> dimensions) {
    public Parcelled {
        items = List.copyOf(items);
    }

    /** Weighs and measures what the catalogue says. */
    public Parcelled(
            ShippableOrder order,
            List<OrderItem> items,
            SellerDetails seller,
            Instant at,
            Function<ConnectionId, CarrierStanding> carriers) {
        this(order, items, seller, at, carriers, Packing.of(items, seller.defaultParcelWeightGrams()));
    }

    Parcelled(
            ShippableOrder order,
            List<OrderItem> items,
            SellerDetails seller,
            Instant at,
            Function<ConnectionId, CarrierStanding> carriers,
            Packing packing) {
        this(order, items, seller, at, carriers, packing.weight(), packing.dimensions());
    }

    /** The day it would be handed to the carrier, in Germany. */
    public LocalDate shipDate() {
        return ShipDates.shipDate(at, seller.cutOff(), seller.timeZone());
    }
}
