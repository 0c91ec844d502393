package org.packhaus.sandbox.hermes;

import java.util.Map;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Return orders: by the buyer's address, or by the parcel that went out, whose addresses are then exchanged. */
final class ReturnsApi {

    private final HermesAccess access;
    private final OrderBook book;

    ReturnsApi(HermesAccess access, OrderBook book) {
        this.access = access;
        this.book = book;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(HermesErrors::gateway);
        String orders = Hermes.BASE + "/returnorders";
        group.add("POST", orders, "hermes.returns.order", this::order);
        group.add("POST", orders + "/labels", "hermes.returns.create", this::create);
        group.add("POST", orders + "/{id}/labels", "hermes.returns.label", this::label);
        group.add("GET", orders + "/{id}", "hermes.returns.get", this::show);
    }

    private Reply order(Request request) {
        Seller seller = access.caller(request);
        OrdersApi.demandJson(request);
        OrderBook.Order order = book.create(seller, wanted(request, seller), true);
        ObjectNode answer = Json.object();
        answer.putArray("listOfResultCodes");
        return Reply.ok(answer.put("returnOrderID", order.id()));
    }

    private Reply create(Request request) {
        Seller seller = access.caller(request);
        OrdersApi.demandJson(request);
        LabelWish wish = LabelWish.of(request, true);
        OrderBook.Order order = book.create(seller, wanted(request, seller), true);
        return placed(book.place(order).orElseThrow(), wish);
    }

    private Reply label(Request request) {
        Seller seller = access.caller(request);
        LabelWish wish = LabelWish.of(request, true);
        Sale sale = book.place(existing(request, seller))
                .orElseThrow(() -> HermesErrors.refused(
                        400, "e018", "Error while printing label - Order already issued; label already created."));
        return placed(sale, wish);
    }

    private OrderBook.Order existing(Request request, Seller seller) {
        return book.find(seller, request.variable("id"))
                .filter(OrderBook.Order::wayBack)
                .orElseThrow(() -> HermesErrors.refused(400, "e017", "Order with this ID does not exist."));
    }

    private static Reply placed(Sale sale, LabelWish wish) {
        ObjectNode answer = Json.object();
        answer.putArray("listOfResultCodes");
        answer.put("shipmentID", sale.number())
                .put("returnOrderID", sale.details().path("orderId").asString());
        wish.write(HermesLabel.of(sale), sale.number(), answer, "shippinglabel");
        return new Reply(200, wish.mediaType(), Json.bytes(answer), Map.of());
    }

    private JsonNode wanted(Request request, Seller seller) {
        JsonNode body = request.json();
        if (body.has("senderAddress") || body.has("senderName")) {
            OrderRules rules = OrderRules.wayBack(body);
            if (!rules.errors().isEmpty()) {
                throw new org.packhaus.sandbox.web.Refused(rules.errors().badRequest());
            }
            return body.has("receiverAddress")
                    ? body
                    : OrdersApi.withParty((ObjectNode) body.deepCopy(), "receiver", seller);
        }
        String number = body.path("shipmentID").asString("");
        String id = body.path("shipmentOrderID").asString("");
        if (number.isEmpty() && id.isEmpty()) {
            throw HermesErrors.refused(
                    400,
                    "e046",
                    "The return order can not be created. You must enter either a shipmentOrderID or a shipmentID to"
                            + " create a return order.");
        }
        return exchanged(outbound(seller, number, id)
                .orElseThrow(() -> HermesErrors.refused(
                        400,
                        "e048",
                        "No return order possible for delivery shipment as delivery shipment not yet processed.")));
    }

    /** A label must have been made for it already. */
    private Optional<JsonNode> outbound(Seller seller, String number, String id) {
        return book.of(seller).stream()
                .filter(order -> !order.wayBack() && !order.number().isEmpty())
                .filter(order -> number.isEmpty()
                        ? order.id().equals(id)
                        : order.number().equals(number))
                .map(OrderBook.Order::order)
                .findFirst();
    }

    private static JsonNode exchanged(JsonNode outbound) {
        ObjectNode back = Json.object();
        back.set("senderName", outbound.path("receiverName"));
        back.set("senderAddress", outbound.path("receiverAddress"));
        back.set("receiverName", outbound.path("senderName"));
        back.set("receiverAddress", outbound.path("senderAddress"));
        back.set("parcel", outbound.path("parcel"));
        return back;
    }

    private Reply show(Request request) {
        OrderBook.Order order = existing(request, access.caller(request));
        ObjectNode answer = Json.object()
                .put("returnOrderID", order.id())
                .put("createDate", order.at().toString())
                .put("actualOrderState", order.state())
                .put("clientReference", order.reference());
        if (!order.number().isEmpty()) {
            answer.put("shipmentID", order.number());
        }
        answer.set("senderName", order.order().path("senderName"));
        answer.set("senderAddress", order.order().path("senderAddress"));
        answer.set("receiverName", order.order().path("receiverName"));
        answer.set("receiverAddress", order.order().path("receiverAddress"));
        return Reply.ok(answer);
    }
}
