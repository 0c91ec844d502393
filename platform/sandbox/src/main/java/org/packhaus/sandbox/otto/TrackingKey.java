package org.packhaus.sandbox.otto;

import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.node.ObjectNode;

/** A carrier and its number; a forwarder may have no number, which is the empty text. */
record TrackingKey(String carrier, String trackingNumber) {
    ObjectNode json() {
        ObjectNode json = Json.object().put("carrier", carrier);
        if (!trackingNumber.isEmpty()) {
            json.put("trackingNumber", trackingNumber);
        }
        return json;
    }
}
