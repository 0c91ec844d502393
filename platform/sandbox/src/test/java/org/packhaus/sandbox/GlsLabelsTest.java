package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands on GLS's labels can be scanned. */
class GlsLabelsTest extends SandboxTest {

    private static byte[] label(JsonNode shipment, int place) {
        return Base64.getDecoder()
                .decode(shipment.at("/PrintData/" + place + "/Data/0").asString());
    }

    private static String scan(BufferedImage picture, BarcodeFormat format) throws NotFoundException {
        return new MultiFormatReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(format), DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            return new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY);
        }
    }

    @Test
    void fiftyLabelsAndTheirReturnLabelsTellTheirNumbers() throws Exception {
        GlsClient gls = new GlsClient(stranger(), "wolkensprung");
        for (int i = 0; i < 50; i++) {
            JsonNode shipment = gls.buy("reference-" + i);
            for (int place = 0; place < 2; place++) {
                assertThat(scan(picture(label(shipment, place)), BarcodeFormat.CODE_128))
                        .isEqualTo(shipment.at("/ParcelData/" + place + "/ParcelNumber")
                                .asString());
            }
        }
    }

    @Test
    void theDataMatrixHoldsBothNumbers() throws Exception {
        JsonNode shipment = new GlsClient(stranger(), "wolkensprung").buy("a");
        BufferedImage picture = picture(label(shipment, 0));
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage matrix = picture.getSubimage(width / 25, height * 47 / 100, width / 4, height * 12 / 100);
        assertThat(scan(matrix, BarcodeFormat.DATA_MATRIX))
                .isEqualTo(shipment.at("/ParcelData/0/Barcodes/Primary2D").asString())
                .contains(
                        shipment.at("/ParcelData/0/TrackID").asString(),
                        shipment.at("/ParcelData/0/ParcelNumber").asString());
    }

    @Test
    void picturesAndPrinterCommandsCarryTheSameNumber() throws Exception {
        GlsClient gls = new GlsClient(stranger(), "wolkensprung");
        JsonNode png = gls.post("", gls.print(gls.order("a"), "NONE", "PNG").toString())
                .json()
                .path("CreatedShipment");
        assertThat(scan(ImageIO.read(new ByteArrayInputStream(label(png, 0))), BarcodeFormat.CODE_128))
                .isEqualTo(png.at("/ParcelData/0/ParcelNumber").asString());
        for (String template : List.of("ZPL_200", "ZPL_300")) {
            JsonNode zebra = gls.post(
                            "", gls.print(gls.order("b"), template, "ZEBRA").toString())
                    .json()
                    .path("CreatedShipment");
            String zpl = new String(label(zebra, 0), StandardCharsets.UTF_8);
            assertThat(zpl)
                    .startsWith("^XA")
                    .contains(zebra.at("/ParcelData/0/ParcelNumber").asString())
                    .contains(template.equals("ZPL_200") ? "^PW840" : "^PW1260");
        }
    }
}
