package org.packhaus.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * An order in the list.
 *
 * @param channel the channel's id: {@code otto}
 * @param shipBy until when it must have left; null while unknown
 * @param freight a forwarder brings it; Packhaus leaves it aside
 * @param buyerName empty while the channel hides it and after it was erased, as are the next three
 * @param country ISO alpha-2
 * @param pickupPoint locker or outlet in the address
 * @param pieces that are to be shipped or were
 * @param total what the buyer pays for the pieces, without delivery
 * @param parcels live ones
 * @param labels live ones that are bought
 * @param confirmed parcels the channel has taken
 * @param weightGrams of the pieces together; null while one of them is unknown
 * @param tags in alphabetical order
 * @param sentWith the order in whose parcels its pieces leave; null if it leaves by itself
 */
public record OrderRow(
        OrderId id,
        SellerId seller,
        ConnectionId connection,
        String orderNumber,
        String channel,
        Instant orderedAt,
        @Nullable Instant shipBy,
        Stage stage,
        boolean onHold,
        @Nullable Problem problem,
        StockLight stockLight,
        boolean freight,
        String buyerName,
        String postalCode,
        String city,
        String country,
        @Nullable PickupPoint pickupPoint,
        List<ItemSummary> items,
        int pieces,
        Money total,
        @Nullable CarrierChoice carrier,
        int parcels,
        int labels,
        boolean slipPrinted,
        int confirmed,
        @Nullable Integer weightGrams,
        List<String> tags,
        @Nullable OrderId sentWith) {
    public OrderRow {
        items = List.copyOf(items);
        tags = List.copyOf(tags);
    }
}
