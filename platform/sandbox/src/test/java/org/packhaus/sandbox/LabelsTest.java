package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.GenericMultipleBarcodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class LabelsTest extends SandboxTest {

    private static final int DPI = 300;

    private JsonNode book(String query, ObjectNode shipment) {
        Answer answer = dhl("kiefer-tau").post(Shipping.ORDERS + query, Shipping.request(shipment));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().at("/items/0");
    }

    private ObjectNode shipment() {
        return Shipping.shipment(control.seller("kiefer-tau"), "reference-1");
    }

    private static byte[] pdf(JsonNode document) {
        return Base64.getDecoder().decode(document.path("b64").asString());
    }

    /** Everything a scanner finds on a page. */
    private static List<String> scan(BufferedImage picture) throws NotFoundException {
        Map<DecodeHintType, ?> hints = Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128, BarcodeFormat.ITF),
                DecodeHintType.TRY_HARDER,
                true);
        Result[] results = new GenericMultipleBarcodeReader(new MultiFormatReader())
                .decodeMultiple(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))), hints);
        return Arrays.stream(results).map(Result::getText).distinct().toList();
    }

    private static List<BufferedImage> pictures(byte[] pdf, String name) throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                BufferedImage picture = renderer.renderImageWithDPI(i, DPI);
                ImageIO.write(picture, "png", new File("target/label-" + name + "-" + i + ".png"));
                pictures.add(picture);
            }
        }
        return pictures;
    }

    @ParameterizedTest
    @CsvSource({
        "910-300-700, 910-300-700, 105, 205",
        "910-300-710, 910-300-710, 105, 208",
        "910-300-300, 910-300-300, 105, 148",
        "910-300-600, 910-300-600/610, 103, 199",
        "910-300-610, 910-300-600/610, 103, 199",
        "910-300-400, 910-300-400/410, 103, 150",
        "910-300-410, 910-300-400/410, 103, 150",
        "A4, A4, 210, 297",
        "100x70mm, 100x70mm, 100, 70"
    })
    void everyFormatHasItsSizeAndScannableNumbers(String asked, String answered, double width, double height)
            throws Exception {
        JsonNode item = book("?printFormat=" + asked, shipment());
        assertThat(item.at("/label/printFormat").asString()).isEqualTo(answered);
        byte[] pdf = pdf(item.path("label"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth() / 72 * 25.4).isCloseTo(width, org.assertj.core.data.Offset.offset(0.1));
            assertThat(page.getHeight() / 72 * 25.4).isCloseTo(height, org.assertj.core.data.Offset.offset(0.1));
        }
        List<BufferedImage> pictures = pictures(pdf, asked);
        assertThat(pictures).as("label and return label").hasSize(2);
        assertThat(scan(pictures.get(0)))
                .contains(item.path("shipmentNo").asString())
                .anySatisfy(code -> assertThat(code).matches("53113\\d{9}"));
        assertThat(scan(pictures.get(1))).contains(item.path("returnShipmentNo").asString());
    }

    @Test
    void combineFalseGivesTwoDocuments() throws Exception {
        JsonNode item = book("?combine=false&printFormat=910-300-600&retourePrintFormat=910-300-400", shipment());
        assertThat(pictures(pdf(item.path("label")), "single")).hasSize(1);
        List<BufferedImage> back = pictures(pdf(item.path("returnLabel")), "return");
        assertThat(back).hasSize(1);
        assertThat(item.at("/returnLabel/printFormat").asString()).isEqualTo("910-300-400/410");
        assertThat(scan(back.getFirst())).contains(item.path("returnShipmentNo").asString());
    }

    @Test
    void namesAreWrittenAsTheyAreAndWhatTheFontLacksIsLeftOut() throws Exception {
        ObjectNode shipment = shipment();
        ((ObjectNode) shipment.path("consignee"))
                .put("name1", "Małgorzata Öztürk-Süßmuth")
                .put("name2", "云居 Zhāng Wěi");
        try (PDDocument document = Loader.loadPDF(pdf(book("", shipment).path("label")))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Małgorzata Öztürk-Süßmuth", "Zhāng Wěi", "53113 Bonn", "Ref.: reference-1", "1,85 kg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"910-300-710", "910-300-300", "100x70mm"})
    void theLongestAddressKeepsAllItsLines(String format) throws Exception {
        ObjectNode shipment = shipment();
        ((ObjectNode) shipment.path("consignee"))
                .put("name1", "Nordlicht Yachtservice GmbH & Co. KG")
                .put("name2", "c/o Hans-Jürgen Meyer-Lüdenscheid")
                .put("name3", "Abteilung Segel und Persenninge")
                .put("dispatchingInformation", "Tor 4")
                .put("additionalAddressInformation1", "Hinterhaus, 3. Obergeschoss links")
                .put("additionalAddressInformation2", "bei Krüger klingeln")
                .put("addressStreet", "Bürgermeister-Smidt-Straße");
        JsonNode item = book("?combine=false&printFormat=" + format, shipment);
        byte[] pdf = pdf(item.path("label"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Tor 4", "bei Krüger klingeln", "Bürgermeister-Smidt-Straße 12 b", "53113 Bonn");
        }
        assertThat(scan(pictures(pdf, "long-" + format).getFirst()))
                .contains(item.path("shipmentNo").asString());
    }

    @Test
    void aDocumentByUrlNeedsNoLogin() {
        String url = book("?includeDocs=URL", shipment()).at("/label/url").asString();
        Answer document = stranger().get(url);
        assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(document.text()).startsWith("%PDF");
        assertThat(stranger().get(Caller.DHL + "/labels?token=abc").status()).isEqualTo(404);
    }

    @Test
    void zplCarriesTheSameNumbersAndNoTextCanBecomeACommand() {
        ObjectNode shipment = shipment();
        ((ObjectNode) shipment.path("consignee")).put("name1", "Evil ^XZ ~JA_Öl");
        JsonNode item = book("?docFormat=ZPL2&printFormat=910-300-400", shipment);
        String zpl = item.at("/label/zpl2").asString();
        assertThat(item.at("/label/fileFormat").asString()).isEqualTo("ZPL2");
        assertThat(zpl).startsWith("^XA^CI28");
        assertThat(zpl.split("\\^XZ", -1)).as("two labels").hasSize(3);
        assertThat(zpl)
                .contains("^FD>;>8" + item.path("shipmentNo").asString() + "^FS")
                .contains("^B2N,192,N,N,N^FD" + item.path("returnShipmentNo").asString() + "^FS")
                .contains("Evil _5EXZ _7EJA_5F_C3_96l");
    }
}
