package org.packhaus.sandbox.dhl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What DHL checks of the customs data of a parcel abroad. */
final class CustomsRules {

    private static final Set<String> MEMBERS = Set.of(
            "AUT", "BEL", "BGR", "CYP", "CZE", "DEU", "DNK", "EST", "ESP", "FIN", "FRA", "GRC", "HRV", "HUN", "IRL",
            "ITA", "LTU", "LUX", "LVA", "MCO", "MLT", "NLD", "POL", "PRT", "ROU", "SWE", "SVN", "SVK");
    /** Parts of members that lie outside, by postcode. */
    private static final Map<String, String> OUTSIDE =
            Map.of("ESP", "(35|38|51|52)\\d{3}", "FIN", "22\\d{3}", "GRC", "63086", "ITA", "23041|22061");

    private final List<Finding> findings = new ArrayList<>();

    private CustomsRules() {}

    static List<Finding> check(JsonNode shipment, Party consignee, String product) {
        CustomsRules rules = new CustomsRules();
        JsonNode customs = shipment.path("customs");
        if (consignee.domestic()) {
            return List.of();
        }
        if (customs.isObject()) {
            rules.content(customs, shipment, product);
        } else if (!inside(consignee)) {
            rules.error(
                    "customs",
                    "Customs data are mandatory for the country of destination.",
                    "Für das Zielland sind Zolldaten erforderlich.");
        }
        return rules.findings;
    }

    private static boolean inside(Party party) {
        return MEMBERS.contains(party.country())
                && !party.zip().replace(" ", "").matches(OUTSIDE.getOrDefault(party.country(), "-"));
    }

    private void error(String property, String english, String german) {
        findings.add(Finding.error(property, english, german));
    }

    private void content(JsonNode customs, JsonNode shipment, String product) {
        if (customs.path("exportType").asString().equals("OTHER")
                && customs.path("exportDescription").asString("").isBlank()) {
            error(
                    "customs.exportDescription",
                    "The export description is mandatory for the export type OTHER.",
                    "Für die Sendungsart OTHER ist eine Beschreibung erforderlich.");
        }
        if (customs.has("shippingConditions") && !product.equals("V54EPAK")) {
            error(
                    "customs.shippingConditions",
                    "The terms of trade are available for the product V54EPAK only.",
                    "Die Frankatur ist nur für das Produkt V54EPAK verfügbar.");
        }
        String currency = customs.path("postalCharges").path("currency").asString();
        double grams = 0;
        int number = 0;
        for (JsonNode item : customs.path("items")) {
            if (!item.path("itemValue").path("currency").asString().equals(currency)) {
                error(
                        "customs.items[" + number + "].itemValue",
                        "The currency of the item and of the postal charges must match.",
                        "Die Währungen der Position und des Portos müssen übereinstimmen.");
            }
            grams += item.path("packagedQuantity").asInt() * grams(item.path("itemWeight"));
            number++;
        }
        if (grams > grams(shipment.path("details").path("weight"))) {
            error(
                    "customs.items",
                    "The weight of the items exceeds the weight of the shipment.",
                    "Das Gewicht der Positionen übersteigt das Gewicht der Sendung.");
        }
    }

    private static double grams(JsonNode weight) {
        return weight.path("value").asDouble(0)
                * (weight.path("uom").asString("g").equals("kg") ? 1000 : 1);
    }
}
