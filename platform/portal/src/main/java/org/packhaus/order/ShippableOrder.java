package org.packhaus.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * What is needed to ship an order.
 *
 * @param deliverTo null while the channel hides it
 * @param addressFindings what the address check says of {@code deliverTo}
 * @param items that are to be shipped (PROCESSABLE at the channel) and in no live parcel yet; may be empty
 * @param allItems every piece, whatever its state
 * @param freight a forwarder brings it: no label
 * @param stockLight whether its goods are there, as far as anybody counts them
 * @param promisedAt the earliest promise of its pieces
 * @param deliveryFee what the buyer pays for delivery, if the channel says
 * @param tags in alphabetical order
 */
public record ShippableOrder(
        OrderId id,
        int version,
        SellerId seller,
        ConnectionId connection,
        String channel,
        String channelOrderId,
        String orderNumber,
        Instant orderedAt,
        Stage stage,
        boolean onHold,
        @Nullable String holdReason,
        boolean freight,
        StockLight stockLight,
        @Nullable Problem problem,
        @Nullable Address deliverTo,
        @Nullable Address invoiceTo,
        List<AddressFinding> addressFindings,
        List<OrderItem> items,
        List<OrderItem> allItems,
        @Nullable Instant shipBy,
        @Nullable Instant promisedAt,
        @Nullable Money deliveryFee,
        List<String> tags) {
    public ShippableOrder {
        addressFindings = List.copyOf(addressFindings);
        items = List.copyOf(items);
        allItems = List.copyOf(allItems);
        tags = List.copyOf(tags);
    }
}
