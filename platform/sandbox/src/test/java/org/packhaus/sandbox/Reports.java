package org.packhaus.sandbox;

import tools.jackson.databind.JsonNode;

/** Bodies of shipment reports. */
final class Reports {

    static final String SHIPMENTS = "/v1/shipments";

    private Reports() {}

    /** All items of an order in one parcel of DHL's. */
    static String all(JsonNode order, String number) {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < order.path("items").size(); i++) {
            items.append(i == 0 ? "" : ",").append(item(order, i, "DHL", "6070" + number));
        }
        return of("DHL", number, items.toString());
    }

    static String of(String carrier, String number, String items) {
        String tracking = number.isEmpty() ? "" : ",\"trackingNumber\":\"" + number + "\"";
        return "{\"trackingKey\":{\"carrier\":\"" + carrier + "\"" + tracking
                + "},\"shipDate\":\"2026-11-22T07:49:12.642Z\",\"shipFromAddress\":{\"city\":\"Dresden\","
                + "\"countryCode\":\"DEU\",\"zipCode\":\"01067\"},\"positionItems\":[" + items + "]}";
    }

    static String item(JsonNode order, int index, String returnCarrier, String returnNumber) {
        String back = returnCarrier.isEmpty()
                ? ""
                : ",\"returnTrackingKey\":{\"carrier\":\"" + returnCarrier + "\""
                        + (returnNumber.isEmpty() ? "" : ",\"trackingNumber\":\"" + returnNumber + "\"") + "}";
        return "{\"positionItemId\":\""
                + order.path("items").get(index).path("positionItemId").asString() + "\",\"salesOrderId\":\""
                + order.path("salesOrderId").asString() + "\"" + back + "}";
    }
}
