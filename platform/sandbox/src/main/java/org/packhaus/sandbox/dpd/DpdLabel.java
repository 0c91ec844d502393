package org.packhaus.sandbox.dpd;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.packhaus.sandbox.carrier.LabelSketch;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.web.Request;
import tools.jackson.databind.JsonNode;

/** The languages and papers the sandbox prints in; the API knows more of them, each unit of DPD offers some. */
record DpdLabel(String language, int width, int height) {

    /** A label with its media type. */
    @SuppressWarnings("ArrayRecordComponent") // Compared nowhere.
    record Printed(byte[] content, String mediaType) {}

    static final DpdLabel PDF_A6 = new DpdLabel("PDF", 105, 148);

    /** Empty when the question has something the sandbox does not offer. */
    static Optional<DpdLabel> of(Request request) {
        String language = request.query("LabelPrintFormat").orElse("");
        if (!List.of("PDF", "ZPL", "ZPL300", "EPL").contains(language)) {
            return Optional.empty();
        }
        return switch (request.query("LabelPaperFormat").orElse("A6")) {
            case "A6" -> Optional.of(new DpdLabel(language, 105, 148));
            case "A5" -> Optional.of(new DpdLabel(language, 148, 210));
            case "A4" -> Optional.of(new DpdLabel(language, 210, 297));
            default -> Optional.empty();
        };
    }

    Printed print(Sale sale) {
        LabelSketch sketch = sketch(sale);
        return switch (language) {
            case "ZPL" -> zpl(sketch, 203);
            case "ZPL300" -> zpl(sketch, 300);
            case "EPL" -> new Printed(epl(sketch), "application/epl");
            default -> new Printed(LabelSketch.pdf(List.of(sketch), width, height), "application/pdf");
        };
    }

    private Printed zpl(LabelSketch sketch, int dpi) {
        byte[] zpl = LabelSketch.zpl(List.of(sketch), width, height, dpi).getBytes(StandardCharsets.UTF_8);
        return new Printed(zpl, "application/zpl");
    }

    /** EPL2 as one picture ({@code GW}), in which a set bit stays white. */
    private byte[] epl(LabelSketch sketch) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(sketch.picture(width, height, 203, "png")));
            int bytes = (image.getWidth() + 7) / 8;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String head =
                    "\nN\nq%d\nQ%d,24\nGW0,0,%d,%d,".formatted(bytes * 8, image.getHeight(), bytes, image.getHeight());
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < bytes * 8; x += 8) {
                    out.write(eight(image, x, y));
                }
            }
            out.write("\nP1\n".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int eight(BufferedImage image, int x, int y) {
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            boolean black = x + i < image.getWidth() && (image.getRGB(x + i, y) & 0xff) < 128;
            bits = bits << 1 | (black ? 0 : 1);
        }
        return bits;
    }

    private static LabelSketch sketch(Sale sale) {
        JsonNode shipment = sale.details();
        JsonNode to = shipment.path("receiver").path("address");
        Product product = Product.of(sale.product()).orElse(Product.CL);
        String country = ShipmentCheck.country(to);
        String postalCode = to.path("zipCode").asString("");
        int grams = shipment.at("/parcel/0/parcelInfos/weight").asInt(0);
        List<String> facts = new ArrayList<>();
        facts.add("Kunde: " + sale.account());
        facts.add("Gewicht: %.2f kg".formatted(grams / 1000.0).replace('.', ','));
        shipment.path("customerReferenceNumbers").forEach(r -> facts.add("Ref.: " + r.asString()));
        return new LabelSketch(
                product.title,
                lines(shipment.path("sender").path("address"), true),
                lines(to, false),
                (country.equals("DE") ? "" : country + "-") + postalCode + " "
                        + to.path("city").asString(""),
                facts,
                List.of("Service " + product.service, "Depot " + DpdNumber.DEPOT),
                List.of(
                        DpdNumber.routing(sale.number(), postalCode, product, country),
                        DpdNumber.parcel(sale.number())));
    }

    private static List<String> lines(JsonNode address, boolean withCity) {
        List<String> lines = new ArrayList<>();
        for (String name : List.of("companyName", "name1", "name2", "addressLine2")) {
            if (!address.path(name).asString("").isBlank()) {
                lines.add(address.path(name).asString());
            }
        }
        lines.add((address.path("street").asString("") + " "
                        + address.path("houseNumber").asString(""))
                .strip());
        if (withCity) {
            lines.add(address.path("zipCode").asString("") + " "
                    + address.path("city").asString(""));
        }
        return lines;
    }
}
