package org.packhaus.sandbox.dhl;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The schema of a request, field by field. One broken field refuses the whole request. */
final class ShipmentSchema {

    static final List<String> PRODUCTS = List.of("V01PAK", "V53WPAK", "V54EPAK", "V62WP", "V62KP", "V66WPI");
    private static final Pattern BILLING = Pattern.compile("\\w{10}\\d{2}\\w{2}");
    private static final Pattern POSTCODE = Pattern.compile("^(?=.{3,10}$)[0-9A-Za-z]+([ -]?[0-9A-Za-z]+)*$");
    private static final Pattern POST_NUMBER = Pattern.compile("[0-9]{6,10}");
    private static final Pattern SENDER_REQUIREMENT = Pattern.compile("[a-zA-Z0-9]{2}");

    private static final List<String> FLAGS = List.of(
            "namedPersonOnly",
            "signedForByRecipient",
            "noNeighbourDelivery",
            "bulkyGoods",
            "premium",
            "closestDropPoint",
            "goGreenPlus",
            "postalDeliveryDutyPaid");

    private final Fields fields;

    ShipmentSchema(Fields fields) {
        this.fields = fields;
    }

    void request(JsonNode body) {
        fields.text(body, "", "profile", 0, 35, true);
        JsonNode shipments = body.path("shipments");
        if (!shipments.isArray() || shipments.isEmpty() || shipments.size() > 30) {
            fields.add("shipments", "Parameter shipments must hold between 1 and 30 shipments.");
            return;
        }
        for (int i = 0; i < shipments.size(); i++) {
            shipment(shipments.get(i), "shipments[" + i + "]");
        }
    }

    private void shipment(JsonNode shipment, String path) {
        fields.oneOf(shipment, path, "product", PRODUCTS, true);
        fields.pattern(shipment, path, "billingNumber", BILLING, true);
        fields.text(shipment, path, "refNo", 8, 35, false);
        fields.text(shipment, path, "costCenter", 0, 50, false);
        fields.date(shipment, path, "shipDate");
        if (fields.object(shipment, path, "shipper", true)) {
            JsonNode shipper = shipment.path("shipper");
            if (shipper.has("shipperRef")) {
                fields.text(shipper, path + ".shipper", "shipperRef", 0, 50, true);
            } else {
                contact(shipper, path + ".shipper");
            }
        }
        if (fields.object(shipment, path, "consignee", true)) {
            consignee(shipment.path("consignee"), path + ".consignee");
        }
        if (fields.object(shipment, path, "details", true)) {
            details(shipment.path("details"), path + ".details");
        }
        if (fields.object(shipment, path, "services", false)) {
            services(shipment.path("services"), path + ".services");
        }
        if (fields.object(shipment, path, "customs", false)) {
            customs(shipment.path("customs"), path + ".customs");
        }
    }

    private void contact(JsonNode party, String path) {
        fields.text(party, path, "name1", 1, 50, true);
        fields.text(party, path, "name2", 1, 50, false);
        fields.text(party, path, "name3", 1, 50, false);
        fields.text(party, path, "dispatchingInformation", 1, 35, false);
        fields.text(party, path, "addressStreet", 1, 50, true);
        fields.text(party, path, "addressHouse", 1, 10, false);
        fields.text(party, path, "additionalAddressInformation1", 1, 60, false);
        fields.text(party, path, "additionalAddressInformation2", 1, 60, false);
        fields.pattern(party, path, "postalCode", POSTCODE, false);
        fields.text(party, path, "city", 1, 40, true);
        fields.text(party, path, "state", 1, 20, false);
        fields.country(party, path, true);
        fields.text(party, path, "contactName", 3, 80, false);
        fields.text(party, path, "phone", 1, 20, false);
        fields.text(party, path, "email", 3, 80, false);
    }

    private void consignee(JsonNode party, String path) {
        if (party.has("lockerID")) {
            fields.text(party, path, "name", 1, 50, true);
            fields.number(party, path, "lockerID", 100, 999, true, true);
            fields.pattern(party, path, "postNumber", POST_NUMBER, true);
            place(party, path, 40);
        } else if (party.has("retailID")) {
            fields.text(party, path, "name", 1, 50, true);
            fields.number(party, path, "retailID", 401, 999, true, true);
            fields.pattern(party, path, "postNumber", POST_NUMBER, false);
            fields.text(party, path, "email", 3, 80, !party.has("postNumber"));
            place(party, path, 80);
        } else if (party.has("poBoxID")) {
            fields.text(party, path, "name1", 1, 50, true);
            fields.text(party, path, "name2", 1, 50, false);
            fields.text(party, path, "name3", 1, 50, false);
            fields.number(party, path, "poBoxID", 0, Integer.MAX_VALUE, true, true);
            fields.text(party, path, "email", 3, 80, false);
            place(party, path, 80);
        } else {
            contact(party, path);
        }
    }

    private void place(JsonNode party, String path, int city) {
        fields.pattern(party, path, "postalCode", POSTCODE, true);
        fields.text(party, path, "city", 0, city, true);
        fields.country(party, path, false);
    }

    private void details(JsonNode details, String path) {
        if (fields.object(details, path, "weight", true)) {
            weight(details.path("weight"), path + ".weight");
        }
        if (fields.object(details, path, "dim", false)) {
            JsonNode dim = details.path("dim");
            fields.oneOf(dim, path + ".dim", "uom", List.of("cm", "mm"), true);
            for (String side : List.of("height", "length", "width")) {
                fields.number(dim, path + ".dim", side, 1, Integer.MAX_VALUE, true, true);
            }
        }
    }

    private void weight(JsonNode weight, String path) {
        fields.oneOf(weight, path, "uom", List.of("g", "kg"), true);
        fields.number(weight, path, "value", 0, 31_500, false, true);
    }

    private void value(JsonNode parent, String path, String name, boolean required) {
        if (fields.object(parent, path, name, required)) {
            fields.text(parent.path(name), path + "." + name, "currency", 3, 3, true);
            fields.number(parent.path(name), path + "." + name, "value", 0, 100_000, false, true);
        }
    }

    private void services(JsonNode services, String path) {
        fields.text(services, path, "preferredNeighbour", 0, 100, false);
        fields.text(services, path, "preferredLocation", 0, 100, false);
        fields.date(services, path, "preferredDay");
        fields.oneOf(services, path, "visualCheckOfAge", List.of("A16", "A18"), false);
        fields.oneOf(services, path, "endorsement", List.of("RETURN", "ABANDON"), false);
        fields.pattern(services, path, "individualSenderRequirement", SENDER_REQUIREMENT, false);
        fields.text(services, path, "parcelOutletRouting", 0, Integer.MAX_VALUE, false);
        for (String flag : FLAGS) {
            fields.flag(services, path, flag);
        }
        value(services, path, "additionalInsurance", false);
        if (fields.object(services, path, "identCheck", false)) {
            JsonNode check = services.path("identCheck");
            fields.text(check, path + ".identCheck", "firstName", 1, 35, true);
            fields.text(check, path + ".identCheck", "lastName", 1, 35, true);
            fields.date(check, path + ".identCheck", "dateOfBirth");
            fields.oneOf(check, path + ".identCheck", "minimumAge", List.of("A16", "A18"), false);
        }
        if (fields.object(services, path, "cashOnDelivery", false)) {
            JsonNode cash = services.path("cashOnDelivery");
            value(cash, path + ".cashOnDelivery", "amount", false);
            fields.text(cash, path + ".cashOnDelivery", "accountReference", 0, 35, false);
            fields.text(cash, path + ".cashOnDelivery", "transferNote1", 0, 35, true);
            fields.text(cash, path + ".cashOnDelivery", "transferNote2", 0, 35, false);
        }
        if (fields.object(services, path, "dhlRetoure", false)) {
            JsonNode back = services.path("dhlRetoure");
            fields.pattern(back, path + ".dhlRetoure", "billingNumber", BILLING, true);
            fields.text(back, path + ".dhlRetoure", "refNo", 6, 50, false);
            if (fields.object(back, path + ".dhlRetoure", "returnAddress", false)) {
                contact(back.path("returnAddress"), path + ".dhlRetoure.returnAddress");
            }
        }
    }

    private void customs(JsonNode customs, String path) {
        fields.text(customs, path, "invoiceNo", 0, 35, false);
        fields.oneOf(
                customs,
                path,
                "exportType",
                List.of("OTHER", "PRESENT", "COMMERCIAL_SAMPLE", "DOCUMENT", "RETURN_OF_GOODS", "COMMERCIAL_GOODS"),
                true);
        fields.text(customs, path, "exportDescription", 0, 80, false);
        fields.oneOf(customs, path, "shippingConditions", List.of("DAP", "DDP"), false);
        fields.text(customs, path, "permitNo", 0, 30, false);
        fields.text(customs, path, "attestationNo", 0, 30, false);
        fields.text(customs, path, "MRN", 0, 18, false);
        fields.text(customs, path, "shipperCustomsRef", 0, 35, false);
        fields.text(customs, path, "consigneeCustomsRef", 0, 35, false);
        value(customs, path, "postalCharges", true);
        JsonNode items = customs.path("items");
        if (!items.isArray() || items.isEmpty() || items.size() > 99) {
            fields.add(path + ".items", "Parameter items must hold between 1 and 99 items.");
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String at = path + ".items[" + i + "]";
            fields.text(items.get(i), at, "itemDescription", 1, 256, true);
            fields.text(items.get(i), at, "hsCode", 6, 11, false);
            fields.country(items.get(i), at, "countryOfOrigin", false);
            fields.number(items.get(i), at, "packagedQuantity", 0, Integer.MAX_VALUE, true, true);
            value(items.get(i), at, "itemValue", true);
            if (fields.object(items.get(i), at, "itemWeight", true)) {
                weight(items.get(i).path("itemWeight"), at + ".itemWeight");
            }
        }
    }
}
