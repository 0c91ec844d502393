package org.packhaus.sandbox.hermes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.ShipFrom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shipment orders: in one step or two, and a list of them. There is no way to take one back. */
final class OrdersApi {

    private static final int MOST_LISTED = 1000;

    private final HermesAccess access;
    private final OrderBook book;

    OrdersApi(HermesAccess access, OrderBook book) {
        this.access = access;
        this.book = book;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(HermesErrors::gateway);
        String orders = Hermes.BASE + "/shipmentorders";
        group.add("POST", orders, "hermes.orders.order", this::order);
        group.add("POST", orders + "/labels", "hermes.orders.create", this::create);
        group.add("POST", orders + "/{id}/labels", "hermes.orders.label", this::label);
        group.add("GET", orders, "hermes.orders.list", this::list);
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            group.add(method, orders + "/{id}", "hermes.orders.cancel", r -> HermesErrors.notAllowed("POST"));
        }
    }

    static void demandJson(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")) {
            throw HermesErrors.refused(415, "e096", "The given Content-Type <" + type + "> is not supported.");
        }
    }

    private Reply order(Request request) {
        Seller seller = access.caller(request);
        demandJson(request);
        JsonNode body = request.json();
        OrderRules rules = OrderRules.outbound(body);
        if (!rules.errors().isEmpty()) {
            return rules.errors().badRequest();
        }
        OrderBook.Order order = book.create(seller, withSender(body, seller), false);
        ObjectNode answer = Json.object();
        answer.set("listOfResultCodes", rules.warnings().list());
        return Reply.ok(answer.put("shipmentOrderID", order.id()));
    }

    private Reply create(Request request) {
        Seller seller = access.caller(request);
        demandJson(request);
        LabelWish wish = LabelWish.of(request, false);
        JsonNode body = request.json();
        OrderRules rules = OrderRules.outbound(body);
        if (!rules.errors().isEmpty()) {
            return rules.errors().badRequest();
        }
        OrderBook.Order order = book.create(seller, withSender(body, seller), false);
        return placed(book.place(order).orElseThrow(), wish, rules.warnings());
    }

    private Reply label(Request request) {
        Seller seller = access.caller(request);
        LabelWish wish = LabelWish.of(request, false);
        OrderBook.Order order = book.find(seller, request.variable("id"))
                .filter(found -> !found.wayBack())
                .orElseThrow(() -> HermesErrors.refused(400, "e017", "Order with this ID does not exist."));
        Sale sale = book.place(order)
                .orElseThrow(() -> HermesErrors.refused(
                        400, "e018", "Error while printing label - Order already issued; label already created."));
        return placed(sale, wish, new HermesErrors());
    }

    private static Reply placed(Sale sale, LabelWish wish, HermesErrors warnings) {
        ObjectNode answer = Json.object();
        answer.set("listOfResultCodes", warnings.list());
        answer.put("shipmentID", sale.number())
                .put("shipmentOrderID", sale.details().path("orderId").asString());
        wish.write(HermesLabel.of(sale), sale.number(), answer, "labelImage");
        return new Reply(200, wish.mediaType(), Json.bytes(answer), Map.of());
    }

    /** Without a sender of its own a parcel comes from the address Hermes keeps of its customer. */
    private static JsonNode withSender(JsonNode order, Seller seller) {
        return order.has("senderAddress") ? order : withParty((ObjectNode) order.deepCopy(), "sender", seller);
    }

    static ObjectNode withParty(ObjectNode order, String who, Seller seller) {
        ShipFrom from = seller.shipFrom();
        order.putObject(who + "Name").put("lastname", from.name());
        order.putObject(who + "Address")
                .put("street", from.street())
                .put("houseNumber", from.house())
                .put("zipCode", from.zip())
                .put("town", from.city())
                .put("countryCode", "DE");
        return order;
    }

    private Reply list(Request request) {
        Seller seller = access.caller(request);
        LocalDate from = day(request, "shipmentOrderStartDate", LocalDate.MIN);
        LocalDate until = day(request, "shipmentOrderEndDate", LocalDate.MAX);
        if (from.isAfter(until)) {
            throw HermesErrors.refused(400, "e043", "Invalid date range. Please correct your input.");
        }
        List<String> ids = request.queries("shipmentOrderID");
        List<OrderBook.Order> found = book.of(seller).stream()
                .filter(order -> !order.wayBack())
                .filter(order -> ids.isEmpty() || ids.contains(order.id()))
                .filter(order -> request.query("shipmentOrderState")
                        .map(order.state()::equals)
                        .orElse(true))
                .filter(order -> {
                    LocalDate day = LocalDate.ofInstant(order.at(), SandboxClock.BERLIN);
                    return !day.isBefore(from) && !day.isAfter(until);
                })
                .toList();
        if (found.size() > MOST_LISTED) {
            throw HermesErrors.refused(
                    400,
                    "e036",
                    "The result contains more than " + MOST_LISTED + " shipment orders. Please correct your input.");
        }
        ObjectNode answer = Json.object();
        answer.putArray("listOfResultCodes");
        ObjectNode client = answer.putArray("listOfClients").addObject().put("clientID", HermesAccess.client(seller));
        ObjectNode sender = client.putArray("listOfSenders").addObject().put("senderID", HermesAccess.client(seller));
        ArrayNode list = sender.putArray("listOfShipmentOrders");
        found.forEach(order -> list.add(json(order)));
        return Reply.ok(answer);
    }

    private static LocalDate day(Request request, String name, LocalDate otherwise) {
        try {
            return request.query(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            throw HermesErrors.refused(
                    400, "e001", "The attributes [" + name + "] do not correspond to the specification.");
        }
    }

    private static ObjectNode json(OrderBook.Order order) {
        ObjectNode json = Json.object()
                .put("shipmentOrderID", order.id())
                .put("createDate", order.at().toString())
                .put("actualOrderState", order.state())
                .put("clientReference", order.reference())
                .put("clientReference2", order.order().path("clientReference2").asString(""));
        if (!order.number().isEmpty()) {
            json.put("shipmentID", order.number());
        }
        json.set("receiverName", order.order().path("receiverName"));
        json.set("receiverAddress", order.order().path("receiverAddress"));
        json.set("parcel", order.order().path("parcel"));
        return json;
    }
}
