package org.packhaus.sandbox.ups;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.packhaus.sandbox.carrier.Code;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.carrier.Sale;
import tools.jackson.databind.JsonNode;

/** A label of 4 × 6 inches, in the languages UPS ships. */
final class UpsLabel {

    static final double WIDTH_MM = 101.6;
    static final double HEIGHT_MM = 152.4;
    private static final int PICTURE_DPI = 200;
    /** UPS's GIF is as long as 7 inches; behind the label it is white. */
    private static final int PICTURE_LENGTH = 1400;

    private UpsLabel() {}

    /** @param format GIF, ZPL, EPL, PDF */
    static byte[] of(Sale sale, String format) {
        LabelSketch sketch = sketch(sale);
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "ZPL" -> LabelSketch.zpl(List.of(sketch), 102, 152, 203).getBytes(StandardCharsets.UTF_8);
            case "EPL" -> epl(sketch).getBytes(StandardCharsets.ISO_8859_1);
            case "PDF" -> LabelSketch.pdf(List.of(sketch), WIDTH_MM, HEIGHT_MM);
            default -> lying(sketch.picture(WIDTH_MM, HEIGHT_MM, PICTURE_DPI, "png"));
        };
    }

    static LabelSketch sketch(Sale sale) {
        JsonNode shipment = sale.details();
        JsonNode parcel = shipment.at("/Package/0");
        List<String> to = new ArrayList<>(lines(shipment.path("ShipTo")));
        String city = to.removeLast();
        List<String> facts = new ArrayList<>();
        facts.add(parcel.at("/PackageWeight/Weight").asString("") + " KG   1 OF 1");
        shipment.path("ReferenceNumber")
                .forEach(r -> facts.add("REF: " + r.path("Value").asString("")));
        facts.add("BILLING: P/P " + sale.account());
        return new LabelSketch(
                UpsService.of(sale.product()).title(),
                lines(shipment.path("Shipper")),
                to,
                city,
                facts,
                List.of(),
                List.of(new Code(Code.Kind.CODE_128, sale.number(), readable(sale.number()))));
    }

    /** Where it comes from. */
    static String origin(Sale sale) {
        return sale.details().at("/Shipper/Address/City").asString("");
    }

    private static List<String> lines(JsonNode party) {
        List<String> lines = new ArrayList<>();
        lines.add(party.path("Name").asString(""));
        String attention = party.path("AttentionName").asString("");
        if (!attention.isEmpty() && !attention.equals(lines.getFirst())) {
            lines.add(attention);
        }
        party.at("/Address/AddressLine").forEach(line -> lines.add(line.asString("")));
        JsonNode address = party.path("Address");
        lines.add((address.path("PostalCode").asString("") + " "
                        + address.path("City").asString("") + " "
                        + address.path("CountryCode").asString(""))
                .strip());
        return lines;
    }

    /** As UPS prints it: 1Z 999 999 99 9999 9999. */
    private static String readable(String number) {
        return number.replaceFirst("(..)(...)(...)(..)(....)(....)", "$1 $2 $3 $4 $5 $6");
    }

    private static byte[] lying(byte[] png) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage upright = ImageIO.read(new ByteArrayInputStream(png));
            BufferedImage lying = new BufferedImage(PICTURE_LENGTH, upright.getWidth(), BufferedImage.TYPE_BYTE_BINARY);
            for (int x = 0; x < lying.getWidth(); x++) {
                for (int y = 0; y < lying.getHeight(); y++) {
                    lying.setRGB(
                            x,
                            y,
                            x < upright.getHeight()
                                    ? upright.getRGB(upright.getWidth() - 1 - y, x)
                                    : Color.WHITE.getRGB());
                }
            }
            ImageIO.write(lying, "gif", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** EPL2 for 203 dpi: texts, and a Code 128 with bars of three dots. */
    private static String epl(LabelSketch sketch) {
        StringBuilder epl = new StringBuilder("\nN\nq812\nQ1218,24\nI8,A,049\n");
        int y = 20;
        List<String> texts = new ArrayList<>(sketch.from());
        texts.addAll(sketch.facts());
        texts.add(sketch.title());
        texts.addAll(sketch.to());
        texts.add(sketch.toCity());
        for (String text : texts) {
            epl.append("A20,%d,0,3,1,1,N,\"%s\"\n".formatted(y, quoted(text)));
            y += 40;
        }
        for (Code code : sketch.codes()) {
            epl.append("B60,%d,0,1,3,7,200,N,\"%s\"\n".formatted(y + 40, code.content()));
        }
        return epl.append("P1\n").toString();
    }

    /** A line that ends within a text would be a command. */
    private static String quoted(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ")
                .replace("\\", "\\\\")
                .replace("\"", "\\\"");
    }
}
