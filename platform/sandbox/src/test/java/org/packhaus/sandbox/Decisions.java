package org.packhaus.sandbox;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Bodies of what a seller decides about returns, and of price reductions. */
final class Decisions {

    static final String ACCEPT = "/v3/returns/acceptance";
    static final String REJECT = "/v3/returns/rejection";
    static final String REDUCTIONS = "/v1/price-reductions";

    private Decisions() {}

    static String piece(JsonNode order, int index) {
        return order.path("items").get(index).path("positionItemId").asString();
    }

    static String of(String... items) {
        return "{\"positionItems\":[" + String.join(",", items) + "]}";
    }

    /** The same about all pieces of an order. */
    static String all(JsonNode order, String condition, String reason) {
        return IntStream.range(0, order.path("items").size())
                .mapToObj(i -> item(order, i, condition, reason))
                .collect(Collectors.joining(",", "{\"positionItems\":[", "]}"));
    }

    static String item(JsonNode order, int index, String condition, String reason) {
        return "{\"positionItemId\":\"" + piece(order, index) + "\",\"salesOrderId\":\""
                + order.path("salesOrderId").asString() + "\",\"condition\":\"" + condition + "\",\"reason\":\""
                + reason
                + "\"}";
    }

    static String reduction(JsonNode order, int index, String amount) {
        return "{\"positionItemId\":\"" + piece(order, index) + "\",\"salesOrderId\":\""
                + order.path("salesOrderId").asString() + "\",\"priceReduction\":{\"amount\":" + amount
                + ",\"currency\":\"EUR\"}}";
    }
}
