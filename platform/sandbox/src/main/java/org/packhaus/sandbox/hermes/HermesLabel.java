package org.packhaus.sandbox.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.packhaus.sandbox.carrier.Code;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.carrier.QrLabel;
import org.packhaus.sandbox.carrier.Sale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands on a label of Hermes's; the number is an Interleaved 2 of 5, as its fourteen digits are even in number. */
final class HermesLabel {

    private HermesLabel() {}

    /** @param sale whose details are the order as it was sent, sender included */
    static LabelSketch of(Sale sale) {
        JsonNode order = sale.details().path("order");
        JsonNode to = order.path("receiverAddress");
        boolean wayBack = sale.purpose() == Sale.Purpose.RETURN;
        return new LabelSketch(
                wayBack ? "RETOURE" : "HERMES PAKET",
                Stream.concat(
                                lines(order.path("senderName"), order.path("senderAddress")).stream(),
                                Stream.of(city(order.path("senderAddress"))))
                        .toList(),
                lines(order.path("receiverName"), to),
                city(to),
                facts(sale, order),
                services(order.path("service")),
                List.of(new Code(Code.Kind.ITF, sale.number(), readable(sale.number()))));
    }

    static String readable(String number) {
        return number.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    private static List<String> lines(JsonNode name, JsonNode address) {
        String who = (name.path("firstname").asString("") + " "
                        + name.path("lastname").asString(""))
                .strip();
        String street = (address.path("street").asString("") + " "
                        + address.path("houseNumber").asString(""))
                .strip();
        return Stream.of(
                        who,
                        address.path("addressAddition").asString(""),
                        address.path("addressAddition2").asString(""),
                        address.path("addressAddition3").asString(""),
                        street)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String city(JsonNode address) {
        return address.path("zipCode").asString("") + " " + address.path("town").asString("");
    }

    private static List<String> facts(Sale sale, JsonNode order) {
        List<String> facts = new ArrayList<>();
        int grams = order.path("parcel").path("parcelWeight").asInt(0);
        if (grams > 0) {
            facts.add(String.format(Locale.GERMANY, "Gewicht: %.2f kg", grams / 1000.0));
        }
        facts.add("Kunde: " + sale.account());
        for (String reference : List.of("clientReference", "clientReference2")) {
            String text = order.path(reference).asString("");
            if (!text.isEmpty()) {
                facts.add("Ref.: " + text);
            }
        }
        return facts;
    }

    private static List<String> services(JsonNode service) {
        List<String> services = new ArrayList<>();
        if (service.path("householdSignatureService").asBoolean(false)) {
            services.add("Keine Zustellung an Nachbarn");
        }
        if (service.path("bulkGoodService").asBoolean(false)) {
            services.add("Sperrgut");
        }
        String age = service.path("identService").path("identVerifyFsk").asString("");
        if (!age.isEmpty()) {
            services.add("Alterssichtprüfung ab " + age);
        }
        return services;
    }

    /** What somebody needs who draws the label himself. */
    static void data(LabelSketch label, String number, ObjectNode data) {
        address(data.putObject("senderAddress"), label.from());
        List<String> to = new ArrayList<>(label.to());
        to.add(label.toCity());
        address(data.putObject("destinationAddress"), to);
        ArrayNode entities = data.putArray("entities");
        entities.addObject().put("title", "barcode").put("value", number);
    }

    private static void address(ObjectNode address, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            address.put("addressLine" + (i + 1), lines.get(i));
        }
    }

    static byte[] qrCode(String number) {
        return QrLabel.png(number);
    }
}
