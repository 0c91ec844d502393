package org.packhaus.sandbox.ups;

import java.math.BigDecimal;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What UPS checks before it sells: fields, lengths, account, postcode, weight. It names the first thing that is wrong. The messages are
 * worded like UPS's; of the codes only 120100 is known to be UPS's, the others are the sandbox's own.
 */
final class ShipmentRules {

    private static final BigDecimal HEAVIEST = new BigDecimal("70");
    private static final int NAME = 35;
    private static final int CITY = 30;
    private static final int LINES = 3;

    private final JsonNode shipment;
    private final String account;

    private ShipmentRules(JsonNode shipment, String account) {
        this.shipment = shipment;
        this.account = account;
    }

    /** @param packaging what the request calls the kind of package: {@code Packaging}, in Rating {@code PackagingType} */
    static void check(JsonNode shipment, String account, String packaging) {
        ShipmentRules rules = new ShipmentRules(shipment, account);
        rules.party("Shipper", "shipper");
        rules.shipper();
        rules.party("ShipTo", "ship to");
        rules.parcels(packaging);
    }

    /** What only a purchase needs. */
    static void checkPurchase(JsonNode shipment, String account) {
        String service = text(shipment, "/Service/Code");
        if (UpsService.find(service).isEmpty()) {
            throw UpsErrors.refused("120500", "The requested service is invalid or unavailable: " + service);
        }
        JsonNode charge = shipment.at("/PaymentInformation/ShipmentCharge");
        JsonNode first = charge.isArray() ? charge.path(0) : charge;
        if (!text(first, "/Type").equals("01")) {
            throw UpsErrors.refused("120401", "Missing or invalid payment information");
        }
        if (!text(first, "/BillShipper/AccountNumber").equals(account)) {
            throw UpsErrors.refused("120402", "The bill shipper account number must be the shipper number");
        }
        for (JsonNode reference : shipment.path("ReferenceNumber")) {
            length(reference, "/Value", 35, "120601", "Missing or invalid reference number");
        }
    }

    /** @return the label's format */
    static String label(JsonNode specification, Set<String> formats) {
        String format = text(specification, "/LabelImageFormat/Code");
        if (!formats.contains(format)) {
            throw UpsErrors.refused("120701", "Missing or invalid label image format code");
        }
        if (!text(specification, "/LabelStockSize/Width").equals("4")
                || !Set.of("6", "8").contains(text(specification, "/LabelStockSize/Height"))) {
            throw UpsErrors.refused("120702", "Missing or invalid label stock size");
        }
        return format;
    }

    private void party(String container, String who) {
        JsonNode party = shipment.path(container);
        length(party, "/Name", NAME, "120201", "Missing or invalid " + who + " company name");
        atMost(party, "/AttentionName", NAME, "120202", "Invalid " + who + " attention name");
        JsonNode lines = party.at("/Address/AddressLine");
        if (lines.isEmpty() || lines.size() > LINES) {
            throw UpsErrors.refused("120203", "Missing or invalid " + who + " address line 1");
        }
        for (JsonNode line : lines) {
            if (!line.isString() || line.asString().isBlank() || line.asString().length() > NAME) {
                throw UpsErrors.refused("120203", "Missing or invalid " + who + " address line");
            }
        }
        length(party, "/Address/City", CITY, "120206", "Missing or invalid " + who + " city");
        length(party, "/Address/CountryCode", 2, "120208", "Missing or invalid " + who + " country code");
        postalCode(party.path("Address"), who);
        JsonNode phone = party.at("/Phone/Number");
        if (!phone.isMissingNode() && !phone.asString("").matches("\\d{1,15}")) {
            throw UpsErrors.refused("120213", "Missing or invalid " + who + " phone number");
        }
        if (isAbroad() && phone.isMissingNode()) {
            throw UpsErrors.refused("120213", "Missing or invalid " + who + " phone number");
        }
    }

    private static void postalCode(JsonNode address, String who) {
        String code = text(address, "/PostalCode");
        if (code.isEmpty() || code.length() > 9) {
            throw UpsErrors.refused("120209", "Missing or invalid " + who + " postal code");
        }
        if (text(address, "/CountryCode").equals("DE") && (!code.matches("\\d{5}") || code.matches("00000|99999"))) {
            throw UpsErrors.refused("120802", "The " + who + " postal code " + code + " is invalid for DE");
        }
    }

    private void shipper() {
        if (!text(shipment, "/Shipper/ShipperNumber").equals(account)) {
            throw UpsErrors.refused("120100", "Missing or invalid shipper number");
        }
    }

    private void parcels(String packaging) {
        JsonNode parcels = shipment.path("Package");
        if (!parcels.isArray() || parcels.isEmpty()) {
            throw UpsErrors.refused("120300", "Missing or invalid package");
        }
        if (parcels.size() > 1) {
            throw UpsErrors.refused("120301", "The sandbox sells one package a shipment");
        }
        JsonNode parcel = parcels.path(0);
        if (!text(parcel, "/" + packaging + "/Code").equals("02")) {
            throw UpsErrors.refused("120302", "Missing or invalid packaging type");
        }
        JsonNode weight = parcel.at("/PackageWeight/Weight");
        if (!text(parcel, "/PackageWeight/UnitOfMeasurement/Code").equals("KGS")
                || !weight.isString()
                || !weight.asString().matches("\\d{1,3}(\\.\\d)?")
                || new BigDecimal(weight.asString()).signum() <= 0) {
            throw UpsErrors.refused("120303", "Missing or invalid package weight");
        }
        if (new BigDecimal(weight.asString()).compareTo(HEAVIEST) > 0) {
            throw UpsErrors.refused("120304", "The package weight exceeds the maximum of 70 kilograms");
        }
        JsonNode sides = parcel.path("Dimensions");
        if (!sides.isMissingNode()) {
            dimensions(sides);
        }
    }

    private static void dimensions(JsonNode sides) {
        int[] cm = new int[3];
        String[] names = {"/Length", "/Width", "/Height"};
        for (int i = 0; i < cm.length; i++) {
            JsonNode side = sides.at(names[i]);
            if (!side.isString() || !side.asString().matches("\\d{1,3}")) {
                throw UpsErrors.refused("120305", "Missing or invalid package dimensions");
            }
            cm[i] = Integer.parseInt(side.asString());
        }
        if (cm[0] > 270 || cm[0] + 2 * (cm[1] + cm[2]) > 330) {
            throw UpsErrors.refused("120306", "The package exceeds the maximum length plus girth of 330 centimeters");
        }
    }

    private boolean isAbroad() {
        return !text(shipment, "/Shipper/Address/CountryCode").equals(text(shipment, "/ShipTo/Address/CountryCode"));
    }

    private static void length(JsonNode node, String path, int most, String code, String message) {
        if (text(node, path).isBlank()) {
            throw UpsErrors.refused(code, message);
        }
        atMost(node, path, most, code, message);
    }

    private static void atMost(JsonNode node, String path, int most, String code, String message) {
        JsonNode value = node.at(path);
        if (!value.isMissingNode() && (!value.isString() || value.asString().length() > most)) {
            throw UpsErrors.refused(code, message);
        }
    }

    private static String text(JsonNode node, String path) {
        return node.at(path).asString("");
    }
}
