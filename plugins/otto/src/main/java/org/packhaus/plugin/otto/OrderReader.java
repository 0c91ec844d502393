package org.packhaus.plugin.otto;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;

/**
 * Reads orders (OTTO Orders V4, {@code PartnerOrder}). Unknown fields are left alone; what is missing is named. Gaps in an
 * address are no reason to refuse an order: the portal shows them to the seller, who can fill them.
 */
final class OrderReader {
    private OrderReader() {}

    static ChannelOrder read(Json order) throws Unreadable {
        String id = text(order, "salesOrderId");
        String number = text(order, "orderNumber");
        Instant orderedAt = time(order.at("orderDate"), "orderDate");
        Instant changedAt = order.at("lastModifiedDate").isPresent()
                ? time(order.at("lastModifiedDate"), "lastModifiedDate")
                : time(
                        order.at("orderLifecycleInformation").at("lifecycleChangeDate"),
                        "orderLifecycleInformation.lifecycleChangeDate");
        List<Json> pieces = order.at("positionItems").list();
        if (pieces.isEmpty()) {
            throw new Unreadable("missing-items", "The order has no positionItems.");
        }
        ChannelItem[] items = new ChannelItem[pieces.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(pieces.get(i), "positionItems[" + i + "]");
        }
        return new ChannelOrder(
                id,
                number,
                orderedAt,
                changedAt,
                AddressReader.read(order.at("deliveryAddress"), "deliveryAddress", true),
                AddressReader.read(order.at("invoiceAddress"), "invoiceAddress", false),
                List.of(items),
                order.at("payment").at("paymentMethod").textOrEmpty(),
                fees(order.at("initialDeliveryFees")),
                order.at("suspectedFraudCase").isTrue());
    }

    private static ChannelItem item(Json item, String path) throws Unreadable {
        String state = required(item.at("fulfillmentStatus"), path + ".fulfillmentStatus", "missing-state");
        Json product = item.at("product");
        Json price = item.at("itemValueReducedGrossPrice").isPresent()
                ? item.at("itemValueReducedGrossPrice")
                : item.at("itemValueGrossPrice");
        return new ChannelItem(
                required(item.at("positionItemId"), path + ".positionItemId", "missing-item-id"),
                state(state, path),
                required(product.at("sku"), path + ".product.sku", "missing-sku"),
                product.at("articleNumber").textOrEmpty(),
                product.at("productTitle").textOrEmpty(),
                product.at("ean").textOrEmpty(),
                money(price).orElseThrow(() -> new Unreadable("missing-price", path + " has no itemValueGrossPrice.")),
                promise(item.at("expectedDeliveryDate"), path),
                attributes(product.at("dimensions")),
                item.at("weeePickup").isTrue());
    }

    private static ChannelItem.State state(String text, String path) throws Unreadable {
        return switch (text) {
            case "ANNOUNCED" -> ChannelItem.State.ANNOUNCED;
            case "PROCESSABLE" -> ChannelItem.State.PROCESSABLE;
            case "SENT" -> ChannelItem.State.SENT;
            case "RETURNED" -> ChannelItem.State.RETURNED;
            case "CANCELLED_BY_PARTNER", "CANCELLED_BY_MARKETPLACE" -> ChannelItem.State.CANCELLED;
            default -> throw new Unreadable("unknown-state", path + ".fulfillmentStatus is “" + text + "”.");
        };
    }

    private static Optional<Instant> promise(Json date, String path) throws Unreadable {
        return date.isPresent() ? Optional.of(time(date, path + ".expectedDeliveryDate")) : Optional.empty();
    }

    private static Map<String, String> attributes(Json dimensions) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Json dimension : dimensions.list()) {
            String name = dimension.at("displayName").textOrEmpty();
            attributes.put(
                    name.isEmpty() ? dimension.at("type").textOrEmpty() : name,
                    dimension.at("value").textOrEmpty());
        }
        return attributes;
    }

    private static Optional<Money> fees(Json fees) {
        return fees.list().stream()
                .flatMap(fee -> money(fee.at("deliveryFeeAmount")).stream())
                .reduce(Money::plus);
    }

    private static Optional<Money> money(Json money) {
        Optional<BigDecimal> amount = money.at("amount").number();
        String currency = money.at("currency").textOrEmpty();
        try {
            return amount.map(value -> Money.of(value, currency.isEmpty() ? "EUR" : currency));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant time(Json value, String path) throws Unreadable {
        String text = required(value, path, "missing-date");
        return OttoDates.parse(text)
                .orElseThrow(() -> new Unreadable("bad-date", path + " is no date: “" + text + "”."));
    }

    private static String text(Json order, String name) throws Unreadable {
        return required(order.at(name), name, "missing-" + ("orderNumber".equals(name) ? "number" : "id"));
    }

    private static String required(Json value, String path, String code) throws Unreadable {
        String text = value.textOrEmpty();
        if (text.isEmpty()) {
            throw new Unreadable(code, path + " is missing.");
        }
        return text;
    }
}
