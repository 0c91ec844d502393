package org.packhaus.sandbox.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.world.Places;
import tools.jackson.databind.JsonNode;

/** What is wrong with an order: first what does not correspond to the document ({@code e001}, {@code e002}), then the rules. */
final class OrderRules {

    private static final int HEAVIEST = 31_500;
    private static final Set<String> CLASSES = Set.of("XS", "S", "M", "L", "XL");
    private static final Set<String> PRODUCTS = Set.of("PARCEL", "BAG", "BIKE", "LARGE_ITEM");

    private final HermesErrors errors = new HermesErrors();
    private final HermesErrors warnings = new HermesErrors();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    HermesErrors errors() {
        return errors;
    }

    /** What is sold all the same. */
    HermesErrors warnings() {
        return warnings;
    }

    static OrderRules outbound(JsonNode order) {
        OrderRules rules = new OrderRules();
        rules.references(order);
        rules.party(order, "receiver", true);
        rules.party(order, "sender", false);
        rules.parcel(order.path("parcel"), true);
        rules.services(order.path("service"));
        rules.sum();
        if (rules.errors.isEmpty()) {
            rules.place(order.path("receiverAddress"));
        }
        return rules;
    }

    /** By addresses; the buyer is the sender. */
    static OrderRules wayBack(JsonNode order) {
        OrderRules rules = new OrderRules();
        rules.references(order);
        rules.party(order, "sender", true);
        rules.party(order, "receiver", false);
        rules.parcel(order.path("parcel"), false);
        rules.sum();
        return rules;
    }

    private void sum() {
        if (!missing.isEmpty()) {
            errors.add("e002", "Required field error during validation - Required fields not filled: " + missing);
        }
        if (!wrong.isEmpty()) {
            errors.add("e001", "The attributes " + wrong + " do not correspond to the specification.");
        }
    }

    private void references(JsonNode order) {
        text(order, "", "clientReference", 20, false);
        text(order, "", "clientReference2", 20, false);
    }

    private void party(JsonNode order, String who, boolean required) {
        JsonNode name = order.path(who + "Name");
        JsonNode address = order.path(who + "Address");
        if (!required && name.isMissingNode() && address.isMissingNode()) {
            return;
        }
        String n = who + "Name.";
        text(name, n, "title", 20, false);
        text(name, n, "firstname", 50, false);
        text(name, n, "middlename", 50, false);
        text(name, n, "lastname", 50, true);
        String a = who + "Address.";
        text(address, a, "street", 50, true);
        text(address, a, "houseNumber", 5, false);
        text(address, a, "zipCode", 8, true);
        text(address, a, "town", 30, true);
        text(address, a, "addressAddition", 50, false);
        text(address, a, "addressAddition2", 20, false);
        text(address, a, "addressAddition3", 20, false);
        text(address, a, "countryCode", 2, false);
        String country = address.path("countryCode").asString("DE");
        if (!country.equals("DE")) {
            errors.add("e005", "Error while creating shipment order - Destination country not permitted.");
        } else if (!address.path("zipCode").asString("00000").matches("\\d{5}")) {
            wrong.add(a + "zipCode");
        }
        int street = address.path("street").asString("").length();
        int house = address.path("houseNumber").asString("").length();
        if (street + house + (house > 0 ? 1 : 0) > 50) {
            errors.add("e071", "Combination of street and house number may not exceed 50 chars.");
        }
    }

    private void text(JsonNode parent, String path, String field, int most, boolean required) {
        JsonNode node = parent.path(field);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                missing.add(path + field);
            }
        } else if (!node.isString() || node.asString().length() > most || !isLatin(node.asString())) {
            wrong.add(path + field);
        } else if (required && node.asString().isBlank()) {
            missing.add(path + field);
        }
    }

    /** Latin and its supplements, without control characters and without the symbols of the supplements. */
    private static boolean isLatin(String text) {
        return text.codePoints().allMatch(c -> {
            if (c < 0x80) {
                return c >= ' ' && c != 0x7f;
            }
            return c >= 0xa0
                    && c <= 0x24f
                    && switch (Character.getType(c)) {
                        case Character.MATH_SYMBOL,
                                Character.CURRENCY_SYMBOL,
                                Character.MODIFIER_SYMBOL,
                                Character.OTHER_SYMBOL -> false;
                        default -> true;
                    };
        });
    }

    private void parcel(JsonNode parcel, boolean outbound) {
        if (parcel.isMissingNode() && !outbound) {
            return;
        }
        number(parcel, "parcelWeight", 1, Integer.MAX_VALUE, outbound);
        number(parcel, "parcelHeight", 0, 2000, false);
        number(parcel, "parcelWidth", 0, 2000, false);
        number(parcel, "parcelDepth", 0, 2000, false);
        number(parcel, "parcelVolume", 0, 4500, false);
        if (parcel.has("parcelClass")
                && !CLASSES.contains(parcel.path("parcelClass").asString(""))) {
            wrong.add("parcel.parcelClass");
        }
        String product = parcel.path("productType").asString("PARCEL");
        if (!PRODUCTS.contains(product)) {
            wrong.add("parcel.productType");
        } else if (!product.equals("PARCEL")) {
            errors.add("e072", "Error while creating shipment order - Selected product not permitted.");
        }
        if (parcel.path("parcelWeight").asLong(0) > HEAVIEST) {
            errors.add("e067", "The shipments parcel weight is over 31.5kg.");
        }
        long sides = List.of("parcelHeight", "parcelWidth", "parcelDepth").stream()
                .filter(parcel::has)
                .count();
        if (sides == 1) {
            errors.add("e011", "Error while creating shipment order - Specify at least 2 parcel dimensions.");
        }
    }

    private void number(JsonNode parcel, String field, long least, long most, boolean required) {
        JsonNode node = parcel.path(field);
        if (node.isMissingNode() || node.isNull()) {
            if (required) {
                missing.add("parcel." + field);
            }
        } else if (!node.isIntegralNumber() || node.asLong() < least || node.asLong() > most) {
            wrong.add("parcel." + field);
        }
    }

    private void services(JsonNode service) {
        if (service.has("identService")
                && !Set.of("", "16", "18")
                        .contains(service.path("identService")
                                .path("identVerifyFsk")
                                .asString(""))) {
            wrong.add("service.identService.identVerifyFsk");
        }
        JsonNode alert = service.path("customerAlertService");
        if (!alert.isMissingNode()) {
            boolean types = Set.of("SMS", "EMAIL", "EMAIL_SMS")
                    .contains(alert.path("notificationType").asString(""));
            boolean addressed = alert.has("notificationEmail") || alert.has("notificationNumber");
            if (!types || !addressed) {
                wrong.add("service.customerAlertService");
            }
            text(alert, "service.customerAlertService.", "notificationEmail", 70, false);
            text(alert, "service.customerAlertService.", "notificationNumber", 18, false);
        }
        boolean shop = service.has("parcelShopDeliveryService");
        if (shop && alert.isMissingNode()) {
            errors.add(
                    "e108",
                    "The service parcelShopDeliveryService can only be booked in combination with the customer"
                            + " alert service via e-mail.");
        }
    }

    /** Postcodes that do not exist are refused; one that belongs to another town is only remarked. */
    private void place(JsonNode address) {
        String code = address.path("zipCode").asString("");
        Optional<String> town = Places.city(code);
        if (code.startsWith("00") || code.equals("99999")) {
            errors.add("e001", "The attributes [receiverAddress.zipCode] do not correspond to the specification.");
        } else if (town.isPresent()
                && !town.get().equalsIgnoreCase(address.path("town").asString(""))) {
            warnings.add(
                    "w036",
                    "Warning while creating shipment order - Routing was not possible, delivery may be delayed.");
        }
    }
}
