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
 */
public record Parcelled(
        ShippableOrder order,
        List<OrderItem> items,
        SellerDetails seller,
        Instant at,
        Function<ConnectionId, CarrierStanding> carriers) {
    public Parcelled {
        items = List.copyOf(items);
    }

    /** Empty if neither the catalogue nor the seller says. */
    public Optional<Weight> weight() {
        return packing().weight();
    }

    /** Known for a single piece only. */
    public Optional<Dimensions> dimensions() {
        return packing().dimensions();
    }

    /** The day it would be handed to the carrier, in Germany. */
    public LocalDate shipDate() {
        return ShipDates.shipDate(at, seller.cutOff(), seller.timeZone());
    }

    private Packing packing() {
        return Packing.of(items, seller.defaultParcelWeightGrams());
    }
}
