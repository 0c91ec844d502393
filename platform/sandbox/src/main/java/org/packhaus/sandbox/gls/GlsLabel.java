package org.packhaus.sandbox.gls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.packhaus.sandbox.carrier.Code;
import org.packhaus.sandbox.carrier.LabelSketch;
import tools.jackson.databind.JsonNode;

/**
 * A label: the parcel number in Code 128, and a DataMatrix with what GLS's sorting needs. GLS's documents give no page size;
 * here it is A6.
 */
record GlsLabel(LabelSketch sketch) {

    private static final int WIDTH = 105;
    private static final int HEIGHT = 148;

    static GlsLabel of(Parcel parcel) {
        JsonNode to = parcel.isReturn() ? parcel.returnTo() : parcel.consignee();
        JsonNode from = parcel.isReturn() ? parcel.consignee() : parcel.shipper();
        List<String> sender = new ArrayList<>(lines(from));
        sender.add(cityLine(from));
        return new GlsLabel(new LabelSketch(
                parcel.isReturn() ? "GLS ShopReturn" : "GLS Paket",
                sender,
                lines(to),
                cityLine(to),
                List.of(
                        "Ref.: " + parcel.sale().reference(),
                        String.format(Locale.GERMANY, "%.2f kg", parcel.kilograms()),
                        "Contact ID: " + parcel.sale().account(),
                        "Track-ID: " + parcel.trackId()),
                services(parcel),
                List.of(
                        new Code(Code.Kind.DATA_MATRIX, matrix(parcel), routing(to)),
                        new Code(Code.Kind.CODE_128, parcel.number(), parcel.number()))));
    }

    byte[] pdf() {
        return LabelSketch.pdf(List.of(sketch), WIDTH, HEIGHT);
    }

    /** Base64, as GLS sends all of them. @param template {@code ZPL_300} for fine printers */
    String data(String format, String template) {
        byte[] bytes = switch (format) {
            case "ZEBRA" ->
                LabelSketch.zpl(List.of(sketch), WIDTH, HEIGHT, template.startsWith("ZPL_300") ? 300 : 203)
                        .getBytes(StandardCharsets.UTF_8);
            case "PNG" -> sketch.picture(WIDTH, HEIGHT, 203, "png");
            default -> pdf();
        };
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What the DataMatrix holds. GLS's own content is not published. */
    static String matrix(Parcel parcel) {
        return "GLS|" + parcel.trackId() + "|" + parcel.number() + "|"
                + routing(parcel.isReturn() ? parcel.returnTo() : parcel.consignee());
    }

    static String routing(JsonNode address) {
        return address.path("CountryCode").asString("DE") + " " + zip(address);
    }

    static String zip(JsonNode address) {
        return address.path(address.has("ZIPCode") ? "ZIPCode" : "Zipcode").asString("");
    }

    private static String cityLine(JsonNode address) {
        return (address.path("CountryCode").asString("") + "-" + zip(address) + " "
                        + address.path("City").asString(""))
                .strip();
    }

    private static List<String> lines(JsonNode address) {
        List<String> lines = new ArrayList<>();
        for (String name : Arrays.asList("Name1", "Name2", "Name3")) {
            lines.add(address.path(name).asString(""));
        }
        lines.add((address.path("Street").asString("") + " "
                        + address.path("StreetNumber").asString(""))
                .strip());
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    private static List<String> services(Parcel parcel) {
        List<String> services = new ArrayList<>();
        if (!parcel.isReturn()) {
            parcel.shipment()
                    .path("Service")
                    .forEach(service -> service.forEach(
                            s -> services.add(s.path("ServiceName").asString("").replaceFirst("^service_", ""))));
        }
        return services;
    }
}
