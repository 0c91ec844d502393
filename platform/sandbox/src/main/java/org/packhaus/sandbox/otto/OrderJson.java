package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes orders as Orders V4 does. While an order is ANNOUNCED, addresses and expected delivery are not shown. */
final class OrderJson {

    private static final BigDecimal VAT = new BigDecimal("19");

    private OrderJson() {}

    static ObjectNode of(Order order) {
        boolean hidden = order.announced();
        ObjectNode json = Json.object()
                .put("salesOrderId", order.salesOrderId)
                .put("orderNumber", order.orderNumber)
                .put("orderDate", OttoDates.order(order.orderDate))
                .put("lastModifiedDate", OttoDates.order(order.lastModified));
        ArrayNode items = json.putArray("positionItems");
        order.items.forEach(item -> items.add(item(item, hidden)));
        json.putObject("orderLifecycleInformation").put("lifecycleChangeDate", OttoDates.order(order.lifecycleChange));
        json.putObject("payment").put("paymentMethod", order.paymentMethod);
        if (order.deliveryFee.signum() > 0) {
            ObjectNode fee = json.putArray("initialDeliveryFees").addObject().put("name", "DELIVERY_FEE_STANDARD");
            fee.set("deliveryFeeAmount", euro(order.deliveryFee));
            ids(order, fee.putArray("positionItemIds"));
            fee.put("vatRate", VAT);
        }
        discounts(order, json);
        if (!hidden) {
            json.set("deliveryAddress", order.delivery.json());
            json.set("invoiceAddress", order.invoice.json());
        }
        json.putArray("links").addObject().put("rel", "self").put("href", "/v4/orders/" + order.salesOrderId);
        return json;
    }

    private static void discounts(Order order, ObjectNode json) {
        BigDecimal sum = order.items.stream().map(i -> i.reduction).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() > 0) {
            ObjectNode discount = json.putArray("initialDiscounts")
                    .addObject()
                    .put("name", "DISCOUNT")
                    .put("discountId", "D-" + order.orderNumber)
                    .put("discountName", "Willkommensrabatt");
            discount.set("discountAmount", euro(sum));
            ids(order, discount.putArray("positionItemIds"));
            discount.put("vatRate", VAT);
        }
    }

    private static void ids(Order order, ArrayNode ids) {
        order.items.forEach(item -> ids.add(item.positionItemId));
    }

    private static ObjectNode item(Item item, boolean hidden) {
        ObjectNode json =
                Json.object().put("positionItemId", item.positionItemId).put("fulfillmentStatus", item.status.name());
        json.set("itemValueGrossPrice", euro(item.product.price()));
        if (item.reduction.signum() > 0) {
            json.set("itemValueReducedGrossPrice", euro(item.product.price().subtract(item.reduction)));
            json.set("itemValueDiscount", euro(item.reduction));
        }
        ObjectNode product = json.putObject("product")
                .put("sku", item.product.sku())
                .put("articleNumber", item.product.articleNumber())
                .put("ean", item.product.ean())
                .put("productTitle", item.product.title())
                .put("vatRate", VAT)
                .put("shopUrl", "https://www.otto.de/p/" + item.product.articleNumber());
        ArrayNode dimensions = product.putArray("dimensions");
        item.product
                .attributes()
                .forEach((name, value) -> dimensions
                        .addObject()
                        .put("type", name.equals("Farbe") ? "COLOR" : "SIZE")
                        .put("displayName", name)
                        .put("value", value));
        if (!hidden) {
            json.put("expectedDeliveryDate", OttoDates.delivery(item.expectedDelivery));
        }
        date(json, "processableDate", item.processableAt);
        date(json, "sentDate", item.sentAt);
        date(json, "returnedDate", item.returnedAt);
        date(json, "cancellationDate", item.cancelledAt);
        if (item.cancellationReason != null) {
            json.put("cancellationReason", item.cancellationReason);
        }
        TrackingKey tracking = item.tracking;
        if (tracking != null) {
            json.set("trackingInfo", tracking.json());
        }
        if (item.weeePickup) {
            json.put("weeePickup", true);
        }
        if (item.status == FulfillmentStatus.RETURNED) {
            json.put("returnAcceptedByMarketplace", item.acceptedByMarketplace);
        }
        return json;
    }

    private static void date(ObjectNode json, String name, @Nullable Instant time) {
        if (time != null) {
            json.put(name, OttoDates.order(time));
        }
    }

    private static ObjectNode euro(BigDecimal amount) {
        return Json.object().put("amount", amount).put("currency", "EUR");
    }
}
