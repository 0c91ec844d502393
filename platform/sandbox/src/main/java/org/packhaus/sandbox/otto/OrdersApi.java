package org.packhaus.sandbox.otto;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders V4. */
final class OrdersApi {

    /** A cancellation is accepted at once and takes effect a little later; until then the item still shows PROCESSABLE. */
    private static final Duration CANCELLATION_TAKES = Duration.ofSeconds(2);

    private final OttoAccess access;
    private final OrderBook book;
    private final SandboxClock clock;

    OrdersApi(OttoAccess access, OrderBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::orders);
        group.add("GET", "/v4/orders", "otto.orders.list", this::list);
        group.add("GET", "/v4/orders/{id}", "otto.orders.get", this::single);
        group.add("POST", "/v4/orders/{ids}/cancellation", "otto.orders.cancel", this::cancelOrders);
        group.add(
                "POST",
                "/v4/orders/{id}/positionItems/{items}/cancellation",
                "otto.orders.cancelItems",
                this::cancelItems);
    }

    private Seller caller(Request request) {
        return access.caller(request, "orders", OttoErrors::orders);
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        OrderQuery query = OrderQuery.of(request);
        ObjectNode body = Json.object();
        ArrayNode resources = body.putArray("resources");
        ArrayNode links = body.putArray("links");
        synchronized (book) {
            List<Order> all = query.sort(book.of(seller.key()));
            List<Order> page = all.subList(0, Math.min(query.limit(), all.size()));
            page.forEach(order -> resources.add(OrderJson.of(order)));
            if (all.size() > page.size()) {
                String cursor = URLEncoder.encode(query.cursorAfter(page.getLast()), StandardCharsets.UTF_8);
                links.addObject()
                        .put("rel", "next")
                        .put("href", "/v4/orders?nextcursor=" + cursor + "&limit=" + query.limit());
            }
        }
        if (links.isEmpty()) {
            body.remove("links");
        }
        return Reply.ok(body);
    }

    private Reply single(Request request) {
        Seller seller = caller(request);
        synchronized (book) {
            return Reply.ok(OrderJson.of(own(request, seller, request.variable("id"))));
        }
    }

    private Order own(Request request, Seller seller, String id) {
        Order order = book.find(id)
                .orElseThrow(() ->
                        new Refused(OttoErrors.orders(404, "The specified resource(s) could not be found", request)));
        if (!order.seller.equals(seller.key())) {
            throw new Refused(OttoErrors.orders(403, "No permission to access specified resource(s)", request));
        }
        return order;
    }

    private Reply cancelOrders(Request request) {
        Seller seller = caller(request);
        synchronized (book) {
            List<Item> cancellable = new ArrayList<>();
            for (String id : request.variables("ids")) {
                own(request, seller, id).items.stream()
                        .filter(i -> i.status == FulfillmentStatus.PROCESSABLE)
                        .forEach(cancellable::add);
            }
            if (cancellable.isEmpty()) {
                return OttoErrors.orders(
                        409,
                        "Sales order " + request.variables("ids")
                                + " has no position item that can be changed to [CANCELLED_BY_PARTNER]. Fulfillment status"
                                + " needs to be [PROCESSABLE].",
                        request);
            }
            return accept(cancellable);
        }
    }

    private Reply cancelItems(Request request) {
        Seller seller = caller(request);
        synchronized (book) {
            Order order = own(request, seller, request.variable("id"));
            List<Item> wanted = new ArrayList<>();
            for (String id : request.variables("items")) {
                Item item = order.item(id)
                        .orElseThrow(() -> new Refused(
                                OttoErrors.orders(404, "The specified resource(s) could not be found", request)));
                if (item.status == FulfillmentStatus.PROCESSABLE) {
                    wanted.add(item);
                } else if (item.status != FulfillmentStatus.CANCELLED_BY_PARTNER) {
                    return OttoErrors.orders(
                            409,
                            "Fulfillment status of position item [%s] in sales order [%s] can't be changed from [%s] to"
                                            .formatted(item.positionItemId, order.salesOrderId, item.status)
                                    + " [CANCELLED_BY_PARTNER]. Fulfillment status needs to be [PROCESSABLE].",
                            request);
                }
            }
            return accept(wanted);
        }
    }

    private Reply accept(List<Item> items) {
        Instant due = clock.now().plus(CANCELLATION_TAKES);
        items.forEach(item -> item.cancelDue = due);
        return Reply.empty(202);
    }
}
