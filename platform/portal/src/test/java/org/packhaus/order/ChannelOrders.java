package org.packhaus.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.Money;

/** Orders as a channel would send them, for tests. */
public final class ChannelOrders {
    public static final Instant MONDAY_MORNING = Instant.parse("2026-11-16T08:00:00Z");

    public static final Address GOETTINGEN = Address.to("Özge Yıldızhan")
            .street("Groner Straße", "12 b")
            .city("37073", "Göttingen")
            .build();

    private ChannelOrders() {}

    public static ChannelOrder order(String number, State state, String... skus) {
        return order(number, MONDAY_MORNING, state, skus);
    }

    public static ChannelOrder order(String number, Instant changedAt, State state, String... skus) {
        List<ChannelItem> items = new ArrayList<>();
        for (int i = 0; i < skus.length; i++) {
            items.add(item(number + "-" + i, state, skus[i]));
        }
        Optional<Address> address = state == State.ANNOUNCED ? Optional.empty() : Optional.of(GOETTINGEN);
        return new ChannelOrder(
                "id-" + number,
                number,
                MONDAY_MORNING,
                changedAt,
                address,
                address,
                items,
                "PAYPAL",
                Optional.empty(),
                false);
    }

    public static ChannelItem item(String id, State state, String sku) {
        return new ChannelItem(
                id,
                state,
                sku,
                "A-" + sku,
                "Title of " + sku,
                "4006381333931",
                Money.euro("12.50"),
                Optional.empty(),
                Map.of("Farbe", "grün"),
                false);
    }

    public static ChannelOrder to(ChannelOrder order, Address address, Instant changedAt) {
        return with(order, changedAt, Optional.of(address), order.items(), order.suspectedFraud());
    }

    public static ChannelOrder turned(ChannelOrder order, Instant changedAt, int index, State state) {
        List<ChannelItem> items = new ArrayList<>(order.items());
        items.set(index, item(items.get(index).id(), state, items.get(index).sku()));
        return with(order, changedAt, order.deliverTo(), items, order.suspectedFraud());
    }

    public static ChannelOrder suspicious(ChannelOrder order) {
        return with(order, order.changedAt(), order.deliverTo(), order.items(), true);
    }

    private static ChannelOrder with(
            ChannelOrder order, Instant changedAt, Optional<Address> address, List<ChannelItem> items, boolean fraud) {
        return new ChannelOrder(
                order.id(),
                order.number(),
                order.orderedAt(),
                changedAt,
                address,
                address,
                items,
                order.paymentMethod(),
                order.deliveryFee(),
                fraud);
    }
}
