package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** DPD's labels: what a scanner reads, what a person reads, and who may print them again. */
class DpdLabelsTest extends SandboxTest {
    private static final int DPI = 203;

    private final DpdClient dpd = new DpdClient(control);

    private JsonNode sell(String query, String country, String code) {
        Answer answer = dpd.signIn("kiefer-tau").ship(query, dpd.shipment("CL", country, code));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] label(JsonNode sold) {
        return Base64.getDecoder().decode(sold.at("/label/base64Data").asString());
    }

    private static List<String> scan(BufferedImage picture) throws Exception {
        Map<DecodeHintType, ?> hints = Map.of(
                DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.CODE_128), DecodeHintType.TRY_HARDER, true);
        Result[] results = new GenericMultipleBarcodeReader(new MultiFormatReader())
                .decodeMultiple(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))), hints);
        return Arrays.stream(results).map(Result::getText).distinct().toList();
    }

    private static BufferedImage picture(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, DPI);
        }
    }

    @Test
    void aScannerReadsTheNumberOfEachOfFiftyLabels() throws Exception {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            String code = "%05d".formatted(10115 + i * 1777);
            JsonNode sold = sell("?LabelPrintFormat=PDF&LabelPaperFormat=A6", "DE", code);
            String number = sold.at("/parcelIds/0").asString();
            BufferedImage picture = picture(label(sold));
            if (i == 0) {
                ImageIO.write(picture, "png", new File("target/label-dpd.png"));
            }
            assertThat(scan(picture)).containsExactlyInAnyOrder("%00" + code + number + "101276", number);
            assertThat(sold.at("/parcelBarcodes/0/barcode").asString()).isEqualTo("%00" + code + number + "101276");
            numbers.add(number);
        }
        assertThat(numbers).hasSize(50).allMatch(number -> number.matches("0998\\d{10}"));
    }

    @Test
    void thePostcodesOfTheUnionFillSevenPlaces() throws Exception {
        assertThat(scan(picture(label(sell("?LabelPrintFormat=PDF", "NL", "1012 AB")))))
                .anyMatch(code -> code.matches("%01012AB0998\\d{10}101528"));
    }

    @Test
    void printsTheCheckCharacterThatIsNotInTheBarcode() throws Exception {
        JsonNode sold = sell("?LabelPrintFormat=PDF&LabelPaperFormat=A6", "DE", "53113");
        assertThat(sold.at("/parcelIds/0").asString()).isEqualTo("09980000020001");
        try (PDDocument document = Loader.loadPDF(label(sold))) {
            assertThat(new PDFTextStripper().getText(document)).containsPattern("0998 0000 0200 01 [0-9A-Z]\\b");
        }
    }

    @Test
    void speaksThePrintersLanguages() {
        assertThat(new String(
                        label(sell("?LabelPrintFormat=ZPL&LabelPaperFormat=A6", "DE", "53113")),
                        StandardCharsets.UTF_8))
                .startsWith("^XA")
                .contains("^PW840");
        assertThat(new String(
                        label(sell("?LabelPrintFormat=ZPL300&LabelPaperFormat=A6", "DE", "53113")),
                        StandardCharsets.UTF_8))
                .contains("^PW1260");
        assertThat(new String(
                        label(sell("?LabelPrintFormat=EPL&LabelPaperFormat=A6", "DE", "53113")),
                        StandardCharsets.ISO_8859_1))
                .startsWith("\nN\nq")
                .endsWith("\nP1\n");
        assertThat(dpd.ship("?LabelPrintFormat=TIFF", dpd.shipment("CL", "DE", "53113"))
                        .status())
                .isEqualTo(400);
        assertThat(dpd.ship("", dpd.shipment("CL", "DE", "53113")).status()).isEqualTo(400);
    }

    @Test
    void printsAgainForItsOwnerAndInTheCarriersPortal() throws Exception {
        String number =
                sell("?LabelPrintFormat=ZPL", "DE", "53113").at("/parcelIds/0").asString();
        Answer again = dpd.reprint("?LabelPrintFormat=PDF&LabelPaperFormat=A6", number);
        assertThat(again.json().at("/label/mediaType").asString()).isEqualTo("application/pdf");
        assertThat(scan(picture(label(again.json())))).contains(number);
        assertThat(scan(picture(control.get("/sandbox/label?number=" + number).bytes())))
                .contains(number);
        assertThat(dpd.reprint("?LabelPrintFormat=PDF", "09980000029999").status())
                .isEqualTo(400);
        dpd.signIn("wolkensprung");
        assertThat(dpd.reprint("?LabelPrintFormat=PDF", number).status()).isEqualTo(400);
    }
}
