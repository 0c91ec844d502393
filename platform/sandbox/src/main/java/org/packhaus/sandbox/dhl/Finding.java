package org.packhaus.sandbox.dhl;

import org.packhaus.sandbox.web.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a validation says about a shipment.
 *
 * @param property the part of the shipment it is about
 * @param hard true refuses the shipment; false is a warning, which only {@code mustEncode} turns into a refusal
 */
record Finding(String property, String english, String german, boolean hard) {

    static Finding error(String property, String english, String german) {
        return new Finding(property, english, german, true);
    }

    static Finding warning(String property, String english, String german) {
        return new Finding(property, english, german, false);
    }

    ObjectNode json(boolean inGerman) {
        return Json.object()
                .put("property", property)
                .put("validationMessage", inGerman ? german : english)
                .put("validationState", hard ? "Error" : "Warning");
    }
}
