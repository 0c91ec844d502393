package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes receipts as Receipts V3 does. */
final class ReceiptJson {

    private static final BigDecimal WITH_VAT = new BigDecimal("1.19");

    private ReceiptJson() {}

    static ObjectNode purchase(
            String number,
            Seller seller,
            Order order,
            List<Item> pieces,
            BigDecimal fee,
            Shipment shipment,
            Instant at) {
        ObjectNode json = head("PURCHASE", number, seller, order, at);
        json.put("shipmentDate", shipment.body().path("shipDate").asString());
        json.putObject("shipment")
                .putObject("shipFromAddress")
                .put("zipCode", shipment.from().path("zipCode").asString())
                .put("countryCode", shipment.from().path("countryCode").asString());
        ObjectNode lines = lines(json);
        ArrayNode positions = (ArrayNode) lines.path("itemPositions");
        Map<Product, List<Item>> bySku = new LinkedHashMap<>();
        pieces.forEach(item ->
                bySku.computeIfAbsent(item.product, p -> new ArrayList<>()).add(item));
        bySku.forEach((product, items) -> positions.add(position(items, List.of(), true)));
        if (fee.signum() > 0) {
            ObjectNode cost = ((ArrayNode) lines.path("deliveryCosts")).addObject();
            cost.put("deliveryCostType", "DELIVERY_FEE_STANDARD");
            cost.set("unitPrice", price(fee));
            cost.set("positionSum", price(fee));
            cost.putArray("priceModifications");
        }
        BigDecimal total = pieces.stream().map(Item::price).reduce(fee, BigDecimal::add);
        json.putArray("totals").add(price(total));
        json.set("totalsGrossAmount", euro(total));
        // Who paid before owes nothing any more.
        json.set("amountDue", euro(order.paymentMethod.equals("PREPAYMENT") ? BigDecimal.ZERO : total));
        return json;
    }

    /** @param earlier what was given back of the piece before */
    static ObjectNode refund(
            String number,
            Seller seller,
            Order order,
            Item item,
            Optional<Receipt> purchase,
            List<Receipt> earlier,
            Instant at) {
        ObjectNode json = head("REFUND", number, seller, order, at).put("refundType", "RETURN");
        link(json, purchase);
        ObjectNode position = position(List.of(item), earlier, false);
        ((ArrayNode) lines(json).path("itemPositions")).add(position);
        BigDecimal total = earlier.stream().map(Receipt::total).reduce(item.price(), BigDecimal::subtract);
        json.putArray("totals").add(price(total));
        json.set("amountDue", euro(total));
        return json;
    }

    static ObjectNode partialRefund(
            String number,
            Seller seller,
            Order order,
            Item item,
            Optional<Receipt> purchase,
            BigDecimal amount,
            Instant at) {
        ObjectNode json =
                head("PARTIAL_REFUND", number, seller, order, at).put("partialRefundType", "REFUND_COMPLAINT_ITEM");
        link(json, purchase);
        ObjectNode position = ((ArrayNode) lines(json).path("itemPartialRefundPositions")).addObject();
        product(position, item.product).putArray("positionItemIds").add(item.positionItemId);
        position.set("partialRefundAmount", price(amount));
        json.putArray("totals").add(price(amount));
        json.set("amountDue", euro(amount));
        return json;
    }

    private static ObjectNode head(String type, String number, Seller seller, Order order, Instant at) {
        ObjectNode json = Json.object()
                .put("receiptType", type)
                .put("isRealReceipt", true)
                .put("receiptNumber", number)
                .put("creationDate", OttoDates.shipment(at))
                .put("fulfillmentDate", OttoDates.shipment(at))
                .put("salesOrderId", order.salesOrderId)
                .put("orderNumber", order.orderNumber)
                .put("orderDate", OttoDates.shipment(order.orderDate));
        json.putObject("payment").put("paymentProvider", "OTTOPAYMENTS").put("paymentMethod", order.paymentMethod);
        json.putObject("partner")
                .put("partnerName", seller.shipFrom().name())
                .put(
                        "street",
                        seller.shipFrom().street() + " " + seller.shipFrom().house())
                .put("zipCode", seller.shipFrom().zip())
                .put("city", seller.shipFrom().city())
                .put("countryCode", "DEU")
                .put("vatId", "DE" + (299_000_000 + seller.number()))
                .put("representedBy", "Sandy Boxmann");
        json.putObject("customer").set("invoiceAddress", address(order.invoice));
        json.set("deliveryAddress", address(order.delivery));
        return json;
    }

    private static ObjectNode address(Address address) {
        ObjectNode json = Json.object()
                .put("firstName", address.firstName())
                .put("lastName", address.lastName())
                .put("street", address.street())
                .put("houseNumber", address.houseNumber());
        if (!address.addition().isEmpty()) {
            json.put("addition", address.addition());
        }
        return json.put("zipCode", address.zipCode())
                .put("city", address.city())
                .put("countryCode", "DEU");
    }

    private static void link(ObjectNode json, Optional<Receipt> purchase) {
        purchase.ifPresent(receipt -> json.put("linkedReceiptNumber", receipt.number())
                .put("linkedCreationDate", OttoDates.shipment(receipt.created())));
    }

    private static ObjectNode lines(ObjectNode json) {
        ObjectNode lines = json.putObject("lineItems");
        lines.putArray("itemPositions");
        lines.putArray("itemPartialRefundPositions");
        lines.putArray("servicePositions");
        lines.putArray("servicePartialRefundPositions");
        lines.putArray("deliveryCosts");
        lines.putArray("deliveryFeePartialRefundPositions");
        return lines;
    }

    private static ObjectNode position(List<Item> items, List<Receipt> earlier, boolean purchase) {
        Product product = items.getFirst().product;
        ObjectNode json = product(Json.object(), product);
        ArrayNode ids = json.putArray("positionItemIds");
        items.forEach(item -> ids.add(item.positionItemId));
        json.put("quantity", items.size());
        json.set("unitPrice", price(product.price()));
        if (purchase) {
            ArrayNode each = json.putArray("priceToPayPerPositionItems");
            items.forEach(item -> {
                ObjectNode one = each.addObject();
                one.putArray("positionItemIds").add(item.positionItemId);
                one.set("priceToPay", price(item.price()));
            });
        }
        BigDecimal back = earlier.stream().map(Receipt::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        json.set(
                "positionSum",
                price(items.stream()
                        .map(Item::price)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .subtract(back)));
        ArrayNode changes = json.putArray("priceModifications");
        BigDecimal discount = items.stream().map(item -> item.reduction).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (discount.signum() > 0) {
            ObjectNode change = changes.addObject().put("priceModificationType", "PARTNER_DISCOUNT");
            change.putObject("details").put("description", "Willkommensrabatt");
            change.set("priceModificationAmount", price(discount));
        }
        for (Receipt receipt : earlier) {
            ObjectNode change = changes.addObject().put("priceModificationType", "REFUND_COMPLAINT_ITEM");
            change.putObject("details")
                    .put("description", "Preisnachlass Reklamation Artikel")
                    .put("linkedReceiptNumber", receipt.number());
            change.set("priceModificationAmount", price(receipt.total()));
        }
        return json;
    }

    private static ObjectNode product(ObjectNode json, Product product) {
        json.put("sku", product.sku())
                .put("articleNumber", product.articleNumber())
                .put("productTitle", product.title());
        if (!product.attributes().isEmpty()) {
            json.put(
                    "variationAttributes",
                    product.attributes().entrySet().stream()
                            .map(a -> a.getKey() + ": " + a.getValue())
                            .collect(Collectors.joining(", ")));
        }
        return json;
    }

    private static ObjectNode price(BigDecimal gross) {
        BigDecimal net = gross.divide(WITH_VAT, 2, RoundingMode.HALF_UP);
        ObjectNode json = Json.object().put("taxType", "VAT").put("taxRate", "19");
        json.set("gross", euro(gross));
        json.set("net", euro(net));
        json.set("tax", euro(gross.subtract(net)));
        return json;
    }

    static ObjectNode euro(BigDecimal amount) {
        return Json.object()
                .put("amount", amount.setScale(2, RoundingMode.HALF_UP))
                .put("currency", "EUR");
    }
}
