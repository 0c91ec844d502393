package org.packhaus.sandbox.dpd;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * What is wrong with a shipment. What is mandatory is the META API's, how long a text may be is Germany's ShipmentService's; the words of
 * the messages are the sandbox's own, for DPD publishes none.
 */
final class ShipmentCheck {

    private static final int MOST_GRAMS = 31_500;
    private static final int MOST_REFERENCES = 4;

    private final ArrayNode errors = Json.array();

    static ArrayNode errors(JsonNode shipment, Seller seller) {
        ShipmentCheck check = new ShipmentCheck();
        check.shipment(shipment, seller);
        return check.errors;
    }

    private void shipment(JsonNode shipment, Seller seller) {
        JsonNode infos = shipment.path("shipmentInfos");
        Optional<Product> product = Product.of(infos.path("productCode").asString(""));
        if (product.isEmpty()) {
            add("COMMON_7", "shipmentInfos.productCode: unknown or missing");
        }
        references(shipment.path("customerReferenceNumbers"), "customerReferenceNumbers");
        party(shipment.path("sender"), "sender");
        party(shipment.path("receiver"), "receiver");
        JsonNode customer = shipment.path("sender").path("customerInfos");
        for (String field : List.of("customerAccountNumber", "customerID")) {
            if (!customer.path(field).asString("").equals(DpdAccess.customerNumber(seller))) {
                add("COMMON_4", "sender.customerInfos." + field + ": not a number of this account");
            }
        }
        JsonNode depot = shipment.path("sendingDepot");
        if (!depot.isMissingNode() && !depot.asString("").equals(DpdAccess.GERMANY + DpdNumber.DEPOT)) {
            add("COMMON_4", "sendingDepot: not a depot of this account");
        }
        parcels(shipment);
        if (errors.isEmpty()) {
            route(shipment.path("receiver").path("address"), product.orElseThrow());
        }
    }

    private void parcels(JsonNode shipment) {
        JsonNode parcels = shipment.path("parcel");
        if (!parcels.isArray() || parcels.size() != 1) {
            add("COMMON_4", "parcel: the sandbox sells one parcel a shipment");
            return;
        }
        if (!shipment.path("numberOfParcels").asString("").equals("1")) {
            add("COMMON_7", "numberOfParcels: must say how many parcels follow");
        }
        JsonNode parcel = parcels.get(0);
        references(parcel.path("senderParcelRefs"), "parcel[0].senderParcelRefs");
        text(parcel.path("insurance"), "parcel[0].insurance", "insuranceParcelContent", 35, false);
        JsonNode weight = parcel.path("parcelInfos").path("weight");
        if (!weight.isString() || !weight.asString().matches("[0-9]{1,6}")) {
            add("COMMON_7", "parcel[0].parcelInfos.weight: must be grams, written as a string");
        } else if (Integer.parseInt(weight.asString()) < 1 || Integer.parseInt(weight.asString()) > MOST_GRAMS) {
            add("COMMON_4", "parcel[0].parcelInfos.weight: must be between 1 and " + MOST_GRAMS + " g");
        }
    }

    private void references(JsonNode references, String path) {
        if (references.size() > MOST_REFERENCES) {
            add("COMMON_4", path + ": at most " + MOST_REFERENCES);
        }
        for (JsonNode reference : references) {
            int length = reference.asString("").length();
            if (length < 1 || length > 35) {
                add("COMMON_4", path + ": each has 1 to 35 characters");
            }
        }
    }

    private void party(JsonNode party, String path) {
        JsonNode address = party.path("address");
        String where = path + ".address";
        text(address, where, "name1", 35, true);
        text(address, where, "name2", 35, false);
        text(address, where, "companyName", 35, false);
        text(address, where, "street", 35, true);
        text(address, where, "houseNumber", 8, false);
        text(address, where, "addressLine2", 35, false);
        text(address, where, "zipCode", 9, true);
        text(address, where, "city", 35, true);
        text(address, where, "country", 3, true);
        JsonNode contact = party.path("contact");
        text(contact, path + ".contact", "contactPerson", 35, false);
        text(contact, path + ".contact", "phone1", 30, false);
        text(contact, path + ".contact", "email", 50, false);
        String phone = contact.path("phone1").asString("");
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9]+")) {
            add("COMMON_4", path + ".contact.phone1: digits only");
        }
    }

    private void text(JsonNode parent, String path, String name, int most, boolean required) {
        JsonNode node = parent.path(name);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                add("COMMON_7", path + "." + name + ": must not be empty");
            }
        } else if (!node.isString()
                || node.asString().isBlank()
                || node.asString().length() > most) {
            add("COMMON_4", path + "." + name + ": must have 1 to " + most + " characters");
        }
    }

    private void route(JsonNode address, Product product) {
        String country = country(address);
        String code = address.path("zipCode").asString();
        if (!DpdNumber.serves(country)) {
            add("COMMON_7", "international: mandatory for country " + country);
        } else if (product.withinGermany && !country.equals("DE")) {
            add("ROUTING_15", "The service combination is not possible for country " + country, DpdErrors.UNIT);
        } else if (country.equals("DE")
                && (!code.matches("[0-9]{5}") || code.startsWith("00") || code.equals("99999"))) {
            add("ROUTING_3", "No route to zipCode " + code + " in country DE", DpdErrors.UNIT);
        }
    }

    /** The API takes two letters, three letters and numbers; the sandbox does not take numbers. */
    static String country(JsonNode address) {
        String country = address.path("country").asString("").toUpperCase(Locale.ROOT);
        return country.length() == 2
                ? country
                : Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                        .filter(two -> Locale.of("", two).getISO3Country().equals(country))
                        .findFirst()
                        .orElse(country);
    }

    private void add(String code, String message) {
        add(code, message, DpdErrors.META);
    }

    private void add(String code, String message, String origin) {
        errors.add(DpdErrors.error(code, message, origin));
    }
}
