package org.packhaus.sandbox.gls;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;

/** What ShipIT asks of a shipment. The first thing that is wrong ends it, as there. */
final class ShipmentRules {

    static final List<String> SERVICES = List.of(
            "service_flexdelivery",
            "service_shopreturn",
            "service_deposit",
            "service_guaranteed24",
            "service_0800",
            "service_0900",
            "service_1000",
            "service_1200",
            "service_saturday_1000",
            "service_saturday_1200");

    private static final Set<String> PRODUCTS = Set.of("PARCEL", "EXPRESS", "FREIGHT", "PHARMA", "PHARMAPLUS");
    private static final Set<String> FORMATS = Set.of("PDF", "ZEBRA", "PNG");
    private static final Set<String> TEMPLATES = Set.of("NONE", "ZPL_200", "ZPL_300");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\\"{},;()|]");
    private static final int LONGEST = 40;
    private static final int HEAVIEST_KILOGRAMS = 40;

    private ShipmentRules() {}

    static void check(JsonNode shipment, Seller seller) {
        required(shipment, "Shipment");
        oneOf(shipment.path("Product"), "Shipment.Product", PRODUCTS);
        for (JsonNode reference : shipment.path("ShipmentReference")) {
            text(reference, "Shipment.ShipmentReference", LONGEST);
        }
        date(shipment.path("ShippingDate"));
        required(shipment.path("Consignee"), "Shipment.Consignee");
        address(shipment.path("Consignee").path("Address"), "Shipment.Consignee.Address");
        shipper(shipment.path("Shipper"), seller);
        JsonNode back = shipment.path("Return").path("Address");
        if (back.isObject()) {
            address(back, "Shipment.Return.Address");
        }
        units(shipment.path("ShipmentUnit"));
        services(shipment.path("Service"));
    }

    static void printing(JsonNode options) {
        JsonNode labels = options.path("ReturnLabels");
        required(labels, "PrintingOptions.ReturnLabels");
        oneOf(labels.path("LabelFormat"), "PrintingOptions.ReturnLabels.LabelFormat", FORMATS);
        oneOf(labels.path("TemplateSet"), "PrintingOptions.ReturnLabels.TemplateSet", TEMPLATES);
    }

    private static void shipper(JsonNode shipper, Seller seller) {
        required(shipper.path("ContactID"), "Shipment.Shipper.ContactID");
        contact(shipper.path("ContactID").asString(""), "Shipment.Shipper.ContactID", seller);
        for (String name : List.of("AlternativeShipperAddress", "Address")) {
            if (shipper.path(name).isObject()) {
                address(shipper.path(name), "Shipment.Shipper." + name);
            }
        }
    }

    static void contact(String contactId, String field, Seller seller) {
        if (!contactId.equals(GlsAccess.contactId(seller))) {
            throw GlsErrors.invalid(field, contactId, "It does not belong to this customer");
        }
    }

    private static void address(JsonNode address, String field) {
        required(address, field);
        for (String name : List.of("Name1", "Street", "City", "CountryCode")) {
            required(address.path(name), field + "." + name);
        }
        for (Map.Entry<String, JsonNode> entry : address.properties()) {
            boolean isMail = entry.getKey().equalsIgnoreCase("email");
            text(entry.getValue(), field + "." + entry.getKey(), isMail ? 80 : LONGEST);
        }
        String country = address.path("CountryCode").asString("");
        if (!country.matches("[A-Z]{2}")) {
            throw GlsErrors.invalid(field + ".CountryCode", country, "");
        }
        String zip = GlsLabel.zip(address);
        if (zip.isEmpty()) {
            throw GlsErrors.mandatory(field + ".ZIPCode");
        }
        if (country.equals("DE") && (!zip.matches("\\d{5}") || zip.startsWith("00") || zip.equals("99999"))) {
            throw GlsErrors.invalid(field + ".ZIPCode", zip, "No route was found");
        }
    }

    private static void units(JsonNode units) {
        if (units.isEmpty()) {
            throw GlsErrors.mandatory("Shipment.ShipmentUnit");
        }
        for (JsonNode unit : units) {
            JsonNode weight = unit.path("Weight");
            if (!weight.isNumber()) {
                throw GlsErrors.mandatory("Shipment.ShipmentUnit.Weight");
            }
            if (weight.asDouble() < 0.1 || weight.asDouble() > HEAVIEST_KILOGRAMS) {
                throw GlsErrors.invalid(
                        "Shipment.ShipmentUnit.Weight",
                        weight.asString(),
                        "Minimum is 0.1, maximum is " + HEAVIEST_KILOGRAMS);
            }
            for (JsonNode reference : unit.path("ShipmentUnitReference")) {
                text(reference, "Shipment.ShipmentUnit.ShipmentUnitReference", LONGEST);
            }
        }
    }

    private static void services(JsonNode services) {
        for (JsonNode wrapped : services) {
            for (JsonNode service : wrapped) {
                String name = service.path("ServiceName").asString("");
                if (!SERVICES.contains(name)) {
                    throw GlsErrors.invalid("Shipment.Service.ServiceName", name, "");
                }
                if (name.equals("service_deposit")) {
                    required(service.path("PlaceOfDeposit"), "Shipment.Service.Deposit.PlaceOfDeposit");
                    text(service.path("PlaceOfDeposit"), "Shipment.Service.Deposit.PlaceOfDeposit", LONGEST);
                }
            }
        }
    }

    /** A day or a point in time: the document types it as the latter, clients send the former. */
    private static void date(JsonNode date) {
        String text = date.asString("");
        if (!text.isEmpty() && !text.matches("\\d{4}-\\d\\d-\\d\\d(T.+)?")) {
            throw GlsErrors.invalid("Shipment.ShippingDate", text, "");
        }
    }

    private static void text(JsonNode value, String field, int longest) {
        String text = value.asString("");
        if (text.length() > longest) {
            throw GlsErrors.invalid(field, text, "Value is too long. Maximum is " + longest);
        }
        if (FORBIDDEN.matcher(text).find()) {
            throw GlsErrors.invalid(field, text, "It holds characters that are not allowed");
        }
    }

    private static void oneOf(JsonNode value, String field, Set<String> values) {
        required(value, field);
        if (!values.contains(value.asString(""))) {
            throw GlsErrors.invalid(field, value.asString(""), "");
        }
    }

    private static void required(JsonNode value, String field) {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isString() && value.asString().isBlank())) {
            throw GlsErrors.mandatory(field);
        }
    }
}
