package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.test.FakeTools;

class PicturePdfTest {
    private static final Offset<Double> DOT = Offset.offset(25.4 / 200 + 0.01);

    private static PDDocument page(int edge, LabelPaper paper) throws Exception {
        return Loader.loadPDF(PicturePdf.of(FakeUps.gif(edge), paper).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "20, 103, 199, 101.6, 152.4",
        "20, 210, 297, 101.6, 152.4",
        "20, 100, 150, 100, 150",
        "20, 105, 148, 101.6, 148",
        "20, 150, 100, 100, 150",
        "0, 100, 150, 101.6, 152.4"
    })
    void thePageIsAsLargeAsTheLabelOrAsThePaperIfOnlyWhiteIsLost(
            int edge, int paperWidth, int paperHeight, double width, double height) throws Exception {
        try (PDDocument pdf = page(edge, new LabelPaper(DocumentType.PDF, paperWidth, paperHeight))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            PDRectangle page = pdf.getPage(0).getMediaBox();
            assertThat(page.getWidth() / 72 * 25.4).isCloseTo(width, DOT);
            assertThat(page.getHeight() / 72 * 25.4).isCloseTo(height, DOT);
        }
    }

    @Test
    void theLabelStandsUprightAndNoDotIsLostOrScaled() throws Exception {
        try (PDDocument pdf = page(20, LabelPaper.PDF_103_X_199)) {
            BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(0, 200);
            assertThat(picture.getWidth()).isEqualTo(800);
            assertThat(picture.getHeight()).isEqualTo(1200);
            assertThat(picture.getRGB(0, 0) & 0xff).as("edge").isEqualTo(255);
            assertThat(picture.getRGB(25, 25) & 0xff).as("corner").isZero();
            assertThat(picture.getRGB(80, 80) & 0xff)
                    .as("what was lower left is not here")
                    .isZero();
            assertThat(picture.getRGB(800 - 80, 80) & 0xff)
                    .as("turned clockwise")
                    .isEqualTo(255);
        }
    }

    @Test
    void whatIsNoPictureIsNoPage() {
        byte[] half = java.util.Arrays.copyOf(FakeUps.gif(20), 20);
        for (byte[] bytes : List.of(new byte[0], "GIF89a".getBytes(StandardCharsets.US_ASCII), half)) {
            assertThat(PicturePdf.of(bytes, LabelPaper.PDF_A6)).isEmpty();
        }
    }

    @Test
    void everyScannerReadsTheNumberThatWasSold() throws Exception {
        try (Sandbox sandbox = Sandbox.start(0)) {
            UpsCarrier ups = new UpsCarrier(new FakeTools());
            UpsSettings settings = settings(sandbox);
            List<LabelPaper> papers =
                    List.of(LabelPaper.PDF_103_X_199, LabelPaper.PDF_A6, new LabelPaper(DocumentType.PDF, 100, 150));
            for (int i = 0; i < 50; i++) {
                Booking booking =
                        ups.book(Requests.on(Requests.to(Requests.BUYER), papers.get(i % papers.size())), settings);
                assertThat(scanned(booking.documents().getFirst().content())).isEqualTo(booking.trackingNumber());
            }
        }
    }

    private static UpsSettings settings(Sandbox sandbox) throws Exception {
        FakeTools tools = new FakeTools();
        var request = java.net.http.HttpRequest.newBuilder(sandbox.uri().resolve("/sandbox/sellers"))
                .build();
        Json account = tools.parse(tools.http()
                        .send(request, java.net.http.HttpResponse.BodyHandlers.ofString())
                        .body())
                .at(0)
                .at("ups");
        return new UpsSettings(
                account.at("clientId").textOrEmpty(),
                Secret.of(account.at("clientSecret").textOrEmpty()),
                account.at("shipperNumber").textOrEmpty(),
                false,
                Optional.empty(),
                Optional.of(sandbox.uri()));
    }

    private static String scanned(byte[] label) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(label)) {
            BufferedImage picture = new PDFRenderer(pdf).renderImageWithDPI(0, 203);
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(picture))),
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.CODE_128),
                                    DecodeHintType.TRY_HARDER,
                                    true))
                    .getText();
        }
    }
}
