package org.packhaus.sandbox;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of label requests. */
final class Shipping {

    static final String ORDERS = Caller.DHL + "/orders";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Shipping() {}

    /** A good shipment of a seller's, with a return number. */
    static ObjectNode shipment(JsonNode seller, String reference) {
        ObjectNode shipment = MAPPER.createObjectNode()
                .put("product", "V01PAK")
                .put("billingNumber", seller.at("/dhl/billingNumbers/V01PAK").asString())
                .put("refNo", reference);
        address(
                shipment.putObject("shipper"),
                "Kiefer & Tau GmbH",
                "Am Sägewerk",
                "7",
                "79098",
                "Freiburg im Breisgau");
        address(shipment.putObject("consignee"), "Jörg Süßmuth", "Große Bleichen", "12 b", "53113", "Bonn");
        shipment.putObject("details").putObject("weight").put("uom", "g").put("value", 1850);
        shipment.putObject("services")
                .putObject("dhlRetoure")
                .put("billingNumber", seller.at("/dhl/returnBillingNumber").asString())
                .put("refNo", reference);
        return shipment;
    }

    static void address(ObjectNode node, String name, String street, String house, String zip, String city) {
        node.removeAll();
        node.put("name1", name)
                .put("addressStreet", street)
                .put("addressHouse", house)
                .put("postalCode", zip)
                .put("city", city)
                .put("country", "DEU");
    }

    static String request(ObjectNode... shipments) {
        ObjectNode body = MAPPER.createObjectNode().put("profile", "STANDARD_GRUPPENPROFIL");
        ArrayNode list = body.putArray("shipments");
        for (ObjectNode shipment : shipments) {
            list.add(shipment);
        }
        return body.toString();
    }

    /** A parcel to Zürich with all that customs asks. */
    static ObjectNode abroad(JsonNode seller, String product, String reference) {
        ObjectNode shipment = shipment(seller, reference);
        shipment.put("product", product)
                .put(
                        "billingNumber",
                        seller.at("/dhl/billingNumbers/" + product).asString());
        shipment.remove("services");
        ((ObjectNode) shipment.at("/details/weight")).put("value", 900);
        address((ObjectNode) shipment.path("consignee"), "Reto Brändli", "Bahnhofstrasse", "1", "8001", "Zürich");
        ((ObjectNode) shipment.path("consignee")).put("country", "CHE");
        ObjectNode customs = shipment.putObject("customs");
        customs.put("exportType", "COMMERCIAL_GOODS").put("invoiceNo", "RE-17").put("MRN", "26DE12345");
        customs.putObject("postalCharges").put("currency", "EUR").put("value", 4.9);
        ObjectNode item = customs.putArray("items")
                .addObject()
                .put("itemDescription", "Black tea")
                .put("hsCode", "090230")
                .put("countryOfOrigin", "IND")
                .put("packagedQuantity", 2);
        item.putObject("itemValue").put("currency", "EUR").put("value", 12.9);
        item.putObject("itemWeight").put("uom", "g").put("value", 110);
        return shipment;
    }
}
