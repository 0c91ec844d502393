package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OTTO Market: puts its interfaces together and tells the control API the truth about orders. */
public final class Otto {

    public static final String APP_ID = TokenApi.APP_ID;
    public static final String APP_CLIENT = TokenApi.APP_CLIENT;
    public static final String APP_SECRET = TokenApi.APP_SECRET;

    private final SandboxClock clock;
    private final OrderBook book;
    private final OttoAccess access;
    private final TokenApi tokens;
    private final OrdersApi orders;
    private final ShipmentBook shipments;
    private final ShipmentsApi shipmentsApi;
    private final ShippingProfilesApi profiles;
    private final AvailabilityApi availability;
    private final ProductsApi products;
    private final ReceiptBook receipts;
    private final ReceiptsApi receiptsApi;
    private final ReturnPlans plans;
    private final ReturnBook returns;
    private final ReturnsApi returnsApi;
    private final ReturnShipmentsApi returnShipments;
    private final ReturnsTruth returnsTruth;
    private final ReductionBook reductions;
    private final PriceReductionsApi priceReductions;
    private final ReturnsWarehouseApi warehouse;

    /** @param deadlineDays after how many days OTTO takes back what nobody decided about; 0 for never */
    public Otto(Sellers sellers, SandboxClock clock, CarrierNews news, BuyersWill will, int deadlineDays) {
        this.clock = clock;
        book = new OrderBook(clock);
        access = new OttoAccess(sellers, clock);
        tokens = new TokenApi(access, sellers);
        orders = new OrdersApi(access, book, clock);
        receipts = new ReceiptBook(sellers, clock);
        plans = new ReturnPlans(book, news, will);
        returns = new ReturnBook(book, clock, plans, receipts, deadlineDays);
        reductions = new ReductionBook(book, clock, receipts);
        shipments = new ShipmentBook(book, clock, this::sent);
        shipmentsApi = new ShipmentsApi(access, book, shipments, clock, news);
        profiles = new ShippingProfilesApi(access);
        availability = new AvailabilityApi(access, profiles, clock);
        products = new ProductsApi(access);
        receiptsApi = new ReceiptsApi(access, book, receipts);
        returnsApi = new ReturnsApi(access, book, returns);
        returnShipments = new ReturnShipmentsApi(access, book, returns, clock);
        returnsTruth = new ReturnsTruth(book, returns);
        priceReductions = new PriceReductionsApi(access, book, reductions);
        warehouse = new ReturnsWarehouseApi(access);
        access.beforeEachCall(this::settle);
    }

    /** A report makes the buyer's bill, and the buyer's mind. */
    private void sent(Shipment shipment, List<Item> items) {
        receipts.purchase(book, shipment, items);
        plans.sent(shipment, items);
    }

    private void settle() {
        reductions.settle();
        returns.settle();
    }

    public void routes(Routes routes) {
        tokens.routes(routes);
        orders.routes(routes);
        shipmentsApi.routes(routes);
        profiles.routes(routes);
        availability.routes(routes);
        products.routes(routes);
        returnsApi.routes(routes);
        returnShipments.routes(routes);
        receiptsApi.routes(routes);
        priceReductions.routes(routes);
        warehouse.routes(routes);
    }

    public OttoAccess access() {
        return access;
    }

    /** The seller that calls with a token for orders. */
    public Seller orderCaller(Request request) {
        return access.caller(request, "orders", OttoErrors::orders);
    }

    /** The error shape of Orders V4. */
    public static Reply orderErrors(int status, String detail, Request request) {
        return OttoErrors.orders(status, detail, request);
    }

    public OrderBook book() {
        return book;
    }

    public ReturnBook returns() {
        return returns;
    }

    /** An order by its number or id, as time has left it. */
    public Optional<Order> order(String numberOrId) {
        settle();
        return book.find(numberOrId);
    }

    /** What really comes back and what was decided, nothing hidden. @param seller a key, or empty for all */
    public ArrayNode returnsTruth(String seller) {
        settle();
        synchronized (book) {
            return returnsTruth.of(seller, clock.now());
        }
    }

    /** Every part of a price that was given back, refused ones not among them. @param seller a key, or empty for all */
    public ArrayNode reductionsTruth(String seller) {
        settle();
        ArrayNode list = Json.array();
        synchronized (book) {
            for (PriceReduction reduction : reductions.of(seller)) {
                ObjectNode json = list.addObject()
                        .put("seller", reduction.seller())
                        .put("positionItemId", reduction.positionItemId())
                        .put("amount", reduction.amount())
                        .put("status", reduction.status().name())
                        .put("receipt", reduction.receipt());
                book.ofItem(reduction.positionItemId()).ifPresent(order -> json.put("orderNumber", order.orderNumber));
            }
        }
        return list;
    }

    /** What has to survive a restart: everything but tokens. */
    public JsonNode remember() {
        synchronized (book) {
            ObjectNode memory = Json.object();
            memory.set("orders", Json.remember(book.of("")));
            memory.set("shipments", shipments.remember());
            memory.set("availability", availability.remember());
            memory.set("profiles", profiles.remember());
            memory.set("returns", returns.remember());
            memory.set("receipts", receipts.remember());
            memory.set("reductions", reductions.remember());
            return memory;
        }
    }

    public void recall(JsonNode memory) {
        for (Order order : Json.recall(memory.path("orders"), Order[].class)) {
            book.add(order);
        }
        shipments.recall(memory.path("shipments"));
        availability.recall(memory.path("availability"));
        profiles.recall(memory.path("profiles"));
        returns.recall(memory.path("returns"));
        receipts.recall(memory.path("receipts"));
        reductions.recall(memory.path("reductions"));
    }

    /** Forgets orders, shipments, returns, receipts, tokens, stock and profiles. */
    public void reset() {
        returns.clear();
        receipts.clear();
        reductions.clear();
        book.clear();
        shipments.clear();
        access.clear();
        profiles.clear();
        availability.clear();
    }

    /** What the sandbox itself knows about orders, nothing hidden. @param seller a key, or empty for all */
    public ArrayNode truth(String seller) {
        ArrayNode list = Json.array();
        settle();
        synchronized (book) {
            book.of(seller).forEach(order -> list.add(truth(order)));
        }
        return list;
    }

    /** The truth about one order. */
    public static ObjectNode truth(Order order) {
        ObjectNode json = Json.object()
                .put("seller", order.seller)
                .put("orderNumber", order.orderNumber)
                .put("salesOrderId", order.salesOrderId)
                .put("kind", order.kind)
                .put("shippable", order.shippable())
                .put("orderDate", order.orderDate.toString())
                .put("lastModified", order.lastModified.toString())
                .put("zipCode", order.delivery.zipCode());
        ArrayNode items = json.putArray("items");
        for (Item item : order.items) {
            ObjectNode entry = items.addObject()
                    .put("positionItemId", item.positionItemId)
                    .put("sku", item.product.sku())
                    .put("state", item.status.name())
                    .put("forwarder", item.product.forwarder())
                    .put("expectedDelivery", item.expectedDelivery.toString())
                    .put("shippable", item.shippable());
            key(entry, "tracking", item.tracking);
            key(entry, "returnTracking", item.returnTracking);
            if (item.shipmentId != null) {
                entry.put("shipmentId", item.shipmentId);
            }
        }
        return json;
    }

    private static void key(ObjectNode json, String name, @Nullable TrackingKey key) {
        if (key == null) {
            json.putNull(name);
        } else {
            json.set(name, key.json());
        }
    }

    /** Every confirmation, one entry for each item of each shipment. */
    public ArrayNode confirmations(String seller) {
        ArrayNode list = Json.array();
        synchronized (book) {
            for (Shipment shipment : shipments.all()) {
                if (seller.isEmpty() || shipment.seller().equals(seller)) {
                    shipment.items().forEach(item -> list.add(confirmation(shipment, item)));
                }
            }
        }
        return list;
    }

    private ObjectNode confirmation(Shipment shipment, Item item) {
        ObjectNode json = Json.object()
                .put("seller", shipment.seller())
                .put("shipmentId", shipment.shipmentId())
                .put("at", shipment.created().toString())
                .put("positionItemId", item.positionItemId);
        book.ofItem(item.positionItemId)
                .ifPresent(order -> json.put("salesOrderId", order.salesOrderId).put("orderNumber", order.orderNumber));
        key(json, "tracking", shipment.key());
        key(json, "returnTracking", item.returnTracking);
        return json;
    }

    /** Buyer or marketplace cancels what is ANNOUNCED or PROCESSABLE. @return how many items, or nothing when there is no such order */
    public Optional<Integer> cancel(String order, String reason) {
        Instant now = clock.now();
        synchronized (book) {
            Optional<Order> found = book.find(order);
            return found.map(o -> {
                List<Item> open = o.items.stream()
                        .filter(i ->
                                i.status == FulfillmentStatus.ANNOUNCED || i.status == FulfillmentStatus.PROCESSABLE)
                        .toList();
                open.forEach(i -> i.cancelled(FulfillmentStatus.CANCELLED_BY_MARKETPLACE, reason, now));
                if (!open.isEmpty()) {
                    o.changed(now);
                }
                return open.size();
            });
        }
    }
}
