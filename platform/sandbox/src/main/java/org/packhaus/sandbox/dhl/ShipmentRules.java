package org.packhaus.sandbox.dhl;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.world.Places;
import tools.jackson.databind.JsonNode;

/** What DHL's back office checks once the fields are formally right: account, product, services, addresses. */
final class ShipmentRules {

    private static final Set<String> DOMESTIC = Set.of("V01PAK", "V62KP", "V62WP");
    /** Services by product, as DHL's own table has them; {@code V01PAK} has all that is not for abroad. */
    private static final Map<String, Set<String>> SERVICES = Map.of(
            "V62KP",
            Set.of(
                    "preferredNeighbour",
                    "preferredLocation",
                    "preferredDay",
                    "goGreenPlus",
                    "parcelOutletRouting",
                    "dhlRetoure"),
            "V53WPAK",
            Set.of(
                    "premium",
                    "closestDropPoint",
                    "endorsement",
                    "additionalInsurance",
                    "bulkyGoods",
                    "cashOnDelivery",
                    "postalDeliveryDutyPaid"),
            "V54EPAK",
            Set.of("additionalInsurance", "bulkyGoods"),
            "V66WPI",
            Set.of("premium"));

    private static final Set<String> ABROAD_ONLY =
            Set.of("premium", "closestDropPoint", "endorsement", "postalDeliveryDutyPaid");

    private final DhlAccess.Account account;
    private final LocalDate today;
    private final List<Finding> findings = new ArrayList<>();

    private ShipmentRules(DhlAccess.Account account, LocalDate today) {
        this.account = account;
        this.today = today;
    }

    static List<Finding> check(JsonNode shipment, DhlAccess.Account account, LocalDate today) {
        ShipmentRules rules = new ShipmentRules(account, today);
        String product = shipment.path("product").asString();
        rules.billing(shipment, product);
        rules.dates(shipment);
        rules.size(shipment, product);
        rules.services(shipment.path("services"), product);
        if (!shipment.path("shipper").has("shipperRef")) {
            rules.address("shipper", Party.contact(shipment.path("shipper")));
        }
        Party consignee = Party.consignee(shipment.path("consignee"));
        rules.address("consignee", consignee);
        rules.destination(consignee, product);
        rules.drop(shipment);
        rules.findings.addAll(CustomsRules.check(shipment, consignee, product));
        return rules.findings;
    }

    private void error(String property, String english, String german) {
        findings.add(Finding.error(property, english, german));
    }

    private void billing(JsonNode shipment, String product) {
        String number = shipment.path("billingNumber").asString();
        if (!account.owns(number)) {
            error(
                    "billingNumber",
                    "The billing number is not available for your customer number.",
                    "Die Abrechnungsnummer ist für Ihre Kundennummer nicht verfügbar.");
        } else if (!number.substring(10, 12).equals(product.substring(1, 3))) {
            error(
                    "billingNumber",
                    "The product entered is not available for this billing number.",
                    "Das angegebene Produkt ist für diese Abrechnungsnummer nicht verfügbar.");
        }
        JsonNode back = shipment.path("services").path("dhlRetoure");
        if (back.isObject()) {
            String returnNumber = back.path("billingNumber").asString();
            if (!account.owns(returnNumber) || !returnNumber.startsWith("07", 10)) {
                error(
                        "services.dhlRetoure.billingNumber",
                        "The return billing number is not valid for DHL Retoure.",
                        "Die Retouren-Abrechnungsnummer ist für DHL Retoure nicht gültig.");
            }
        }
    }

    private void dates(JsonNode shipment) {
        Optional<LocalDate> shipDate = date(shipment, "shipDate");
        if (shipDate.isPresent() && shipDate.get().isBefore(today)) {
            error(
                    "shipDate",
                    "The shipment date must not be in the past.",
                    "Das Sendungsdatum darf nicht in der Vergangenheit liegen.");
        }
        Optional<LocalDate> preferred = date(shipment.path("services"), "preferredDay");
        if (preferred.isPresent()
                && (preferred.get().getDayOfWeek() == DayOfWeek.SUNDAY
                        || !preferred.get().isAfter(today))) {
            error("services.preferredDay", "The preferred day is not available.", "Der Wunschtag ist nicht verfügbar.");
        }
    }

    private static Optional<LocalDate> date(JsonNode parent, String name) {
        return Optional.of(parent.path(name).asString(""))
                .filter(d -> !d.isEmpty())
                .map(LocalDate::parse);
    }

    private void size(JsonNode shipment, String product) {
        JsonNode details = shipment.path("details");
        double factor = details.path("weight").path("uom").asString("g").equals("kg") ? 1000 : 1;
        double grams = details.path("weight").path("value").asDouble(0) * factor;
        double most = product.startsWith("V62") || product.equals("V66WPI") ? 1000 : 31_500;
        if (grams > most) {
            error("details.weight", "The weight entered is too high.", "Das angegebene Gewicht ist zu hoch.");
        } else if (grams <= 0) {
            error("details.weight", "The weight must be above 0.", "Das Gewicht muss größer als 0 sein.");
        }
        JsonNode dim = details.path("dim");
        if (dim.isObject()) {
            boolean bulky = shipment.path("services").path("bulkyGoods").asBoolean(false);
            int scale = dim.path("uom").asString().equals("cm") ? 10 : 1;
            int[] sides = {
                dim.path("length").asInt() * scale,
                dim.path("width").asInt() * scale,
                dim.path("height").asInt() * scale
            };
            java.util.Arrays.sort(sides);
            if (product.startsWith("V62") ? !fits(sides, 353, 250, 100) : !bulky && !fits(sides, 1200, 600, 600)) {
                error(
                        "details.dim",
                        "The dimensions exceed the maximum of the product.",
                        "Die Abmessungen überschreiten das Höchstmaß des Produkts.");
            } else if (bulky && (sides[2] > 2000 || sides[2] + 2 * (sides[0] + sides[1]) > 3600)) {
                error("details.dim", "The girth is too large.", "Das Gurtmaß ist zu groß.");
            }
        }
    }

    /** @param sides ascending */
    private static boolean fits(int[] sides, int longest, int middle, int shortest) {
        return sides[2] <= longest && sides[1] <= middle && sides[0] <= shortest;
    }

    private void services(JsonNode services, String product) {
        if (services.path("additionalInsurance").path("value").asDouble(0) > 25_000) {
            error(
                    "services.additionalInsurance",
                    "The insurance value is too high.",
                    "Der Versicherungswert ist zu hoch.");
        }
        for (String name : services.propertyNames()) {
            JsonNode value = services.path(name);
            // Economy is "premium": false, so that a no says something there.
            boolean asked = !value.isNull() && !(value.isBoolean() && !value.asBoolean() && !name.equals("premium"));
            if (asked && !allowed(product, name)) {
                error(
                        "services." + name,
                        "The service " + name + " is not available for the product.",
                        "Der Service " + name + " ist für das Produkt nicht verfügbar.");
            }
        }
        String mail = services.path("parcelOutletRouting").asString("");
        if (!mail.isEmpty() && !mail.matches("[^@\\s]+@[^@\\s]+")) {
            error(
                    "services.parcelOutletRouting",
                    "The e-mail address is not valid.",
                    "Die E-Mail-Adresse ist nicht gültig.");
        }
    }

    private static boolean allowed(String product, String service) {
        String known = product.equals("V62WP") ? "V62KP" : product;
        return SERVICES.containsKey(known)
                ? SERVICES.getOrDefault(known, Set.of()).contains(service)
                : !ABROAD_ONLY.contains(service);
    }

    private void drop(JsonNode shipment) {
        JsonNode to = shipment.path("consignee");
        if (shipment.path("services").path("closestDropPoint").asBoolean(false)
                && to.path("email").asString("").isEmpty()
                && to.path("phone").asString("").isEmpty()) {
            error(
                    "services.closestDropPoint",
                    "An e-mail address or a phone number of the receiver is mandatory for this service.",
                    "Für diesen Service ist eine E-Mail-Adresse oder Telefonnummer des Empfängers erforderlich.");
        }
    }

    private void destination(Party consignee, String product) {
        boolean reached = DOMESTIC.contains(product)
                ? consignee.domestic()
                : !consignee.domestic()
                        && !(product.equals("V66WPI") && consignee.country().equals("USA"));
        if (!reached) {
            error(
                    "consignee.country",
                    "The product is not available for the country of destination.",
                    "Das Produkt ist für das Zielland nicht verfügbar.");
        }
    }

    private void address(String property, Party party) {
        if (!party.domestic()) {
            return;
        }
        if (!party.zip().matches("\\d{5}")) {
            error(
                    property + ".postalCode",
                    "The postcode is not valid. Please use the format 99999.",
                    "Die Postleitzahl ist ungültig. Bitte verwenden Sie das Format 99999.");
            return;
        }
        if (party.packstation() && !party.house().matches("[1-9]\\d\\d")) {
            error(property, "The Packstation number is not valid.", "Die Packstation-Nummer ist ungültig.");
        } else if (party.packstation()
                && party.names().stream().skip(1).noneMatch(n -> n.matches("\\d{6,10}"))
                && party.further().stream().noneMatch(n -> n.matches("\\d{6,10}"))) {
            error(property, "The post number is missing.", "Die Postnummer fehlt.");
        } else if (party.outlet() && !party.house().matches("[4-9]\\d\\d")) {
            error(property, "The outlet number is not valid.", "Die Filialnummer ist ungültig.");
        } else if (!party.streetLine().matches(".*\\d.*")) {
            findings.add(Finding.warning(
                    property,
                    "The house number entered could not be found.",
                    "Die angegebene Hausnummer kann nicht gefunden werden."));
        }
        if (party.street().matches("(?iu).*(unbekannt|gibtsnicht|nirgendwo).*")) {
            findings.add(Finding.warning(
                    property,
                    "The street entered could not be found.",
                    "Die angegebene Straße kann nicht gefunden werden."));
        }
        Optional<String> city = Places.city(party.zip());
        boolean nowhere = party.zip().startsWith("00") || party.zip().equals("99999");
        if (nowhere || city.isPresent() && !sameCity(city.get(), party.city())) {
            findings.add(Finding.warning(
                    property,
                    "The city entered does not match the postcode. The shipment is not codeable.",
                    "Der angegebene Ort passt nicht zur Postleitzahl. Die Sendung ist nicht leitcodierbar."));
        }
    }

    /** Compares by the first word: "Frankfurt am Main" and "Frankfurt" are the same. */
    private static boolean sameCity(String right, String written) {
        return firstWord(right).equalsIgnoreCase(firstWord(written));
    }

    private static String firstWord(String city) {
        return city.trim().split("[ ,(/]")[0];
    }
}
