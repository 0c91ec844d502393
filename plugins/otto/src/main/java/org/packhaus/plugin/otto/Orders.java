package org.packhaus.plugin.otto;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.OrderPage;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * OTTO Orders V4.
 *
 * <p>Orders are asked for by their last change and without a filter on states, so that cancelled, returned and partly sent
 * ones come too. {@code AT_LEAST_ONE} keeps OTTO from putting an order into one bucket by its least advanced piece.
 */
final class Orders {
    private static final int MOST = 256;

    private final OttoApi api;

    Orders(OttoApi api) {
        this.api = api;
    }

    OrderPage page(OrderQuery query, OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.get(settings, Scope.SHIPPING, path(query));
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("orders-refused", "OTTO gives no orders", path -> path);
        }
        Json body = answer.json();
        if (!body.at("resources").isPresent()) {
            throw answer.lacks("holds no list of orders");
        }
        List<ChannelOrder> orders = new ArrayList<>();
        List<OrderPage.Unreadable> unreadable = new ArrayList<>();
        for (Json order : body.at("resources").list()) {
            try {
                orders.add(OrderReader.read(order));
            } catch (Unreadable e) {
                unreadable.add(e.of(order));
            }
        }
        return new OrderPage(orders, unreadable, Links.next(body, "nextcursor"));
    }

    Optional<ChannelOrder> one(String id, OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.get(settings, Scope.SHIPPING, "/v4/orders/" + OttoApi.encode(id));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("order-refused", "OTTO does not give order " + id, path -> path);
        }
        try {
            return Optional.of(OrderReader.read(answer.json()));
        } catch (Unreadable e) {
            OrderPage.Unreadable order = e.of(answer.json());
            throw new Rejected(
                    "order-unreadable",
                    "Order " + id + " as OTTO holds it cannot be used: " + order.text()
                            + " Ask OTTO's partner support.");
        }
    }

    void cancel(String orderId, List<String> itemIds, OttoSettings settings) throws PluginException {
        String items = itemIds.stream().map(OttoApi::encode).collect(Collectors.joining(","));
        String path = "/v4/orders/" + OttoApi.encode(orderId) + "/positionItems/" + items + "/cancellation";
        // Pieces already cancelled are ignored there, so asking again does no harm.
        Calls.Answer answer = api.set(settings, Scope.SHIPPING, path, Json.MISSING);
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer)
                    .rejected(
                            switch (answer.status()) {
                                case 404 -> "order-unknown";
                                case 409 -> "too-late-to-cancel";
                                default -> "cancellation-refused";
                            },
                            "OTTO does not cancel pieces of order " + orderId,
                            field -> field);
        }
    }

    /** One order that may be shipped at once. OTTO knows this address in its sandbox only. */
    void placeTestOrder(OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.report(settings, Scope.SHIPPING, "/v4/orders/testorders/scenario1", Json.MISSING);
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer).rejected("test-order-refused", "OTTO makes up no test order", path -> path);
        }
    }

    private static String path(OrderQuery query) {
        String limit = "limit=" + Math.clamp(query.limit(), 1, MOST);
        return query.cursor()
                .map(cursor -> "/v4/orders?nextcursor=" + cursor + "&" + limit)
                .orElseGet(() -> "/v4/orders?"
                        + query.changedSince()
                                .map(since -> "fromDate=" + OttoApi.encode(since.toString()) + "&")
                                .orElse("")
                        + "mode=AT_LEAST_ONE&orderColumnType=LAST_MODIFIED_DATE&orderDirection=ASC&" + limit);
    }
}
