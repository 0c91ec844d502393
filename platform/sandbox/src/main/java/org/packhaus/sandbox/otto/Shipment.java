package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reported shipment.
 *
 * @param group the id of the multiparcel report it belongs to, or its own id
 * @param body as reported, handed back by GET; items that are added later are added to it
 */
record Shipment(
        String shipmentId,
        String group,
        String seller,
        TrackingKey key,
        Instant created,
        ObjectNode body,
        List<Item> items) {

    boolean sameKey(TrackingKey other) {
        return key.equals(other) && !key.trackingNumber().isEmpty();
    }

    JsonNode from() {
        return body.path("shipFromAddress");
    }
}
