package org.packhaus.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * What is needed to ship an order. One that others are sent with speaks for all of them: their pieces, deadlines, fees and tags are its own,
 * and {@code parts} tells them apart again.
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
 * @param sentWith the order in whose parcels its pieces leave, and under which they are booked; null if it leaves by itself
 * @param parts the orders it speaks for, each by itself and itself first; empty if it speaks for itself alone
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
        List<String> tags,
        @Nullable OrderId sentWith,
        List<ShippableOrder> parts) {
    public ShippableOrder {
        parts = List.copyOf(parts);
        addressFindings = List.copyOf(addressFindings);
        items = List.copyOf(items);
        allItems = List.copyOf(allItems);
        tags = List.copyOf(tags);
    }

    /** Every order whose pieces these are, each by itself. */
    public List<ShippableOrder> orders() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** Whether something of it is still to be shipped. */
    boolean isWanted() {
        return allItems.stream().anyMatch(item -> item.state() == ChannelItem.State.PROCESSABLE);
    }

    /** The same order, speaking for those that are sent with it as well. */
    ShippableOrder with(List<ShippableOrder> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<ShippableOrder> all = new ArrayList<>(List.of(this));
        all.addAll(others);
        List<ShippableOrder> wanted =
                all.stream().filter(ShippableOrder::isWanted).toList();
        Optional<ShippableOrder> held =
                wanted.stream().filter(ShippableOrder::onHold).findFirst();
        return new ShippableOrder(
                id,
                version,
                seller,
                connection,
                channel,
                channelOrderId,
                orderNumber,
                orderedAt,
                isWanted()
                        ? stage
                        : wanted.stream().findFirst().map(ShippableOrder::stage).orElse(stage),
                held.isPresent(),
                held.map(ShippableOrder::holdReason).orElse(null),
                wanted.stream().anyMatch(ShippableOrder::freight),
                StockLight.of(wanted.stream().map(ShippableOrder::stockLight).toList()),
                problem,
                deliverTo,
                invoiceTo,
                addressFindings,
                all.stream().flatMap(order -> order.items.stream()).toList(),
                all.stream().flatMap(order -> order.allItems.stream()).toList(),
                earliest(wanted.isEmpty() ? all : wanted, ShippableOrder::shipBy),
                earliest(wanted.isEmpty() ? all : wanted, ShippableOrder::promisedAt),
                all.stream()
                        .map(ShippableOrder::deliveryFee)
                        .filter(Objects::nonNull)
                        .reduce(Money::plus)
                        .orElse(null),
                all.stream()
                        .flatMap(order -> order.tags.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                null,
                all);
    }

    private static @Nullable Instant earliest(
            List<ShippableOrder> orders, Function<ShippableOrder, @Nullable Instant> deadline) {
        return orders.stream()
                .map(deadline)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
