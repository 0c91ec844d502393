package org.packhaus.sandbox.dhl;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;

/**
 * What stands on a label, whatever it is printed with.
 *
 * @param facts weight, reference, account, date
 * @param services what the driver has to know
 */
record LabelText(
        String title, List<String> from, List<String> to, String toCity, List<String> facts, List<String> services) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    static LabelText outbound(Parcel parcel) {
        Party to = parcel.consignee();
        return new LabelText(
                title(parcel.shipment.path("product").asString()),
                withCity(parcel.shipper()),
                to.lines(),
                city(to),
                facts(
                        parcel,
                        parcel.reference(),
                        parcel.shipment.path("billingNumber").asString()),
                services(parcel));
    }

    static LabelText back(Parcel parcel) {
        JsonNode service = parcel.shipment.path("services").path("dhlRetoure");
        Party to = parcel.returnTo();
        return new LabelText(
                "DHL RETOURE",
                withCity(parcel.consignee()),
                to.lines(),
                city(to),
                facts(
                        parcel,
                        service.path("refNo").asString(parcel.reference()),
                        service.path("billingNumber").asString()),
                List.of("Retoure"));
    }

    private static String title(String product) {
        return switch (product) {
            case "V62KP", "V62WP" -> "DHL KLEINPAKET";
            case "V53WPAK" -> "DHL PAKET INTERNATIONAL";
            case "V54EPAK" -> "DHL EUROPAKET";
            case "V66WPI" -> "WARENPOST INTERNATIONAL";
            default -> "DHL PAKET";
        };
    }

    private static List<String> withCity(Party party) {
        List<String> lines = new ArrayList<>(party.lines());
        lines.add(city(party));
        return lines;
    }

    private static String city(Party party) {
        return party.domestic() ? party.cityLine() : party.cityLine() + ", " + party.country();
    }

    private static List<String> facts(Parcel parcel, String reference, String billingNumber) {
        LocalDate made = LocalDate.ofInstant(parcel.created, SandboxClock.BERLIN);
        String day = parcel.shipment.path("shipDate").asString("");
        List<String> facts = new ArrayList<>();
        facts.add("Gewicht: " + String.format(Locale.GERMANY, "%.2f kg", parcel.grams() / 1000.0));
        facts.add("Datum: " + DAY.format(day.isEmpty() ? made : LocalDate.parse(day)));
        facts.add("Abr.-Nr.: " + billingNumber.substring(0, 10) + " " + billingNumber.substring(10, 12) + " "
                + billingNumber.substring(12));
        if (!reference.isEmpty()) {
            facts.add("Ref.: " + reference);
        }
        return facts;
    }

    private static List<String> services(Parcel parcel) {
        JsonNode services = parcel.shipment.path("services");
        List<String> lines = new ArrayList<>();
        add(lines, services.path("goGreenPlus").asBoolean(false), "GoGreen Plus");
        add(lines, services.path("namedPersonOnly").asBoolean(false), "Persönliche Übergabe");
        add(lines, services.path("noNeighbourDelivery").asBoolean(false), "Keine Nachbarschaftszustellung");
        add(lines, services.path("signedForByRecipient").asBoolean(false), "Empfängerunterschrift");
        add(lines, services.path("bulkyGoods").asBoolean(false), "Sperrgut");
        add(
                lines,
                services.has("visualCheckOfAge"),
                "Alterssichtprüfung " + services.path("visualCheckOfAge").asString(""));
        add(
                lines,
                services.has("preferredDay"),
                "Wunschtag " + services.path("preferredDay").asString(""));
        add(
                lines,
                services.has("preferredLocation"),
                "Ablageort: " + services.path("preferredLocation").asString(""));
        add(
                lines,
                services.has("preferredNeighbour"),
                "Nachbar: " + services.path("preferredNeighbour").asString(""));
        add(lines, services.path("dhlRetoure").isObject(), "Begleitretoure");
        add(lines, services.has("identCheck"), "Ident-Check");
        add(lines, services.has("parcelOutletRouting"), "Filial-Routing");
        add(lines, services.path("premium").asBoolean(false), "Premium");
        add(lines, services.path("closestDropPoint").asBoolean(false), "Closest Droppoint");
        add(
                lines,
                services.has("endorsement"),
                "Vorausverfügung " + services.path("endorsement").asString(""));
        add(lines, services.path("postalDeliveryDutyPaid").asBoolean(false), "Postal Delivery Duty Paid");
        if (parcel.shipment.path("product").asString().equals("V66WPI")) {
            parcel.shipment
                    .path("customs")
                    .path("items")
                    .forEach(item ->
                            lines.add("CN22: " + item.path("packagedQuantity").asString() + " × "
                                    + item.path("itemDescription").asString() + ", "
                                    + item.path("hsCode").asString("-") + ", "
                                    + PdfCustoms.money(item.path("itemValue"))));
        }
        return lines;
    }

    private static void add(List<String> lines, boolean asked, String line) {
        if (asked) {
            lines.add(line);
        }
    }

    /** {@code (00) 3 40434 16109401590 2}, as people compare it. */
    static String sscc(String number) {
        return "(00) " + number.substring(2, 3) + " " + number.substring(3, 8) + " " + number.substring(8, 19) + " "
                + number.substring(19);
    }

    /** {@code 607 010 017 564 02} */
    static String returns(String number) {
        return number.replaceAll("(\\d{3})(?=\\d)", "$1 ");
    }
}
