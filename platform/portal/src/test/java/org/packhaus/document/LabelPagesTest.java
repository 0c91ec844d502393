package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.PdfStream;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelPagesTest {

    @ParameterizedTest
    @CsvSource({"103,199", "105,208", "100,70", "210,297", "101.6,152.4"})
    void keepsALabelsSize(double width, double height) throws Exception {
        byte[] cleaned = LabelPages.clean("A-1", label(width, height, 0), Optional.empty(), Slips.NOON);

        assertSize(cleaned, width, height);
        assertThat(BarcodeCheck.read(cleaned, 203).get(1)).containsExactly("00340434161094015902");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void showsARotatedPageTheWayItsCarrierMeant(int rotation) throws Exception {
        byte[] label = label(103, 199, rotation);
        byte[] cleaned = LabelPages.clean("A-1", label, Optional.empty(), Slips.NOON);

        assertSize(cleaned, rotation % 180 == 0 ? 103 : 199, rotation % 180 == 0 ? 199 : 103);
        assertThat(differing(render(label), render(cleaned))).isLessThan(0.001);
    }

    @Test
    void cutsToTheCropBox() throws Exception {
        byte[] cleaned = LabelPages.clean("A-1", cropped(), Optional.empty(), Slips.NOON);

        assertSize(cleaned, 100, 150);
        assertThat(differing(render(cropped()), render(cleaned))).isLessThan(0.001);
    }

    @Test
    void putsASmallLabelIntoTheUpperLeftCornerAtItsOwnSize() throws Exception {
        byte[] cleaned = LabelPages.clean("A-1", label(100, 70, 0), Optional.of(Paper.A4), Slips.NOON);

        assertSize(cleaned, 210, 297);
        BufferedImage page = render(cleaned);
        BufferedImage label = render(label(100, 70, 0));
        BufferedImage corner = page.getSubimage(0, 0, label.getWidth(), label.getHeight());
        assertThat(differing(corner, label)).isLessThan(0.01);
    }

    @Test
    void turnsALabelThatFitsOnlyTurned() throws Exception {
        byte[] cleaned = LabelPages.clean("A-1", label(199, 103, 0), Optional.of(Paper.ROLL_103_X_199), Slips.NOON);

        assertSize(cleaned, 103, 199);
        assertThat(BarcodeCheck.read(cleaned, 203).get(1)).containsExactly("00340434161094015902");
    }

    @Test
    void neverMakesALabelSmaller() {
        assertThatThrownBy(() -> LabelPages.clean(
                        "order A-17", framed(105, 208, 2), Optional.of(Paper.ROLL_103_X_199), Slips.NOON))
                .isInstanceOfSatisfying(
                        Unprintable.class,
                        e -> assertThat(e.code()).isEqualTo(Unprintable.Code.LABEL_LARGER_THAN_PAPER))
                .hasMessageContainingAll("order A-17", "105 × 208 mm", "103 × 199 mm");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void cutsWhiteEdgesOffALabelThatIsALittleTooTallAndNothingElse(int rotation) throws Exception {
        byte[] inches = framed(101.6, 152.4, 3);
        byte[] lying = rotated(inches, rotation);
        byte[] four = sheet(lying, lying, lying);

        assertSize(four, 210, 297);
        BufferedImage page = render(four);
        BufferedImage label = render(rotation == 180 ? rotated(inches, 180) : inches);
        for (int place = 0; place < 3; place++) {
            BufferedImage part = page.getSubimage(
                    place % 2 * page.getWidth() / 2,
                    place / 2 * page.getHeight() / 2,
                    page.getWidth() / 2,
                    page.getHeight() / 2);
            assertThat(ink(part).width).isCloseTo(ink(label).width, within(2));
            assertThat(ink(part).height).isCloseTo(ink(label).height, within(2));
            assertThat(BarcodeCheck.values(part)).containsExactly("00340434161094015902");
        }
    }

    private static byte[] sheet(byte[]... labels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<PrintJob> jobs = new ArrayList<>();
        for (byte[] label : labels) {
            jobs.add(new PrintJob("" + jobs.size(), "A-" + jobs.size(), Optional.empty(), List.of(label)));
        }
        assertThat(PrintFile.write(
                                jobs,
                                new PrintFile.Setup(
                                        PrintFile.Contents.LABELS,
                                        "Labels",
                                        Paper.A4,
                                        Optional.of(LabelSheet.A4_4),
                                        Slips.NOON),
                                out)
                        .problems())
                .isEmpty();
        return out.toByteArray();
    }

    /** A label that paints its page white first, as many do, with a frame that far from its edges. */
    static byte[] framed(double widthMm, double heightMm, double marginMm) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(
                new PdfReader(new ByteArrayInputStream(label(widthMm, heightMm, 0))), new PdfWriter(out))) {
            PdfPage page = document.getFirstPage();
            Rectangle whole = page.getPageSize();
            float margin = (float) Mm.toPoints(marginMm);
            new PdfCanvas(page.newContentStreamBefore(), page.getResources(), document)
                    .saveState()
                    .setFillColor(com.itextpdf.kernel.colors.ColorConstants.WHITE)
                    .rectangle(whole)
                    .fill()
                    .restoreState()
                    .rectangle(margin, margin, whole.getWidth() - 2 * margin, whole.getHeight() - 2 * margin)
                    .stroke();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] rotated(byte[] pdf, int rotation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)), new PdfWriter(out))) {
            document.getFirstPage().setRotation(rotation);
        }
        return out.toByteArray();
    }

    private static java.awt.Rectangle ink(BufferedImage picture) {
        java.awt.Rectangle ink = new java.awt.Rectangle(0, 0, -1, -1);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 128) {
                    ink.add(new java.awt.Rectangle(x, y, 1, 1));
                }
            }
        }
        return ink;
    }

    @Test
    void takesOverTheDrawingOfAHostilePdfAndNothingElse() throws Exception {
        byte[] hostile = HostilePdf.make();
        byte[] cleaned = LabelPages.clean("A-1", hostile, Optional.empty(), Slips.NOON);

        assertThat(PackingSlipTest.text(cleaned)).contains("Sendung 4711");
        assertThat(differing(render(withoutAnnotations(hostile)), render(cleaned)))
                .isLessThan(0.001);
        assertThat(everything(hostile))
                .contains("JavaScript", "Launch", "EmbeddedFile", "hidden", "MZ-the-payload", "PieceInfo");
        assertThat(everything(cleaned))
                .doesNotContain("JavaScript", "/JS", "Launch", "OpenAction", "/AA", "EmbeddedFile", "Filespec", "Annot")
                .doesNotContain("hidden", "MZ-the-payload", "evil.example", "PieceInfo", "secret", "cmd.exe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.7\nnothing", "<html>502 Bad Gateway</html>", "^XA^XZ"})
    void namesTheOrderWhoseLabelIsNoPdf(String content) {
        assertThatThrownBy(() -> LabelPages.clean(
                        "order A-17", content.getBytes(StandardCharsets.US_ASCII), Optional.empty(), Slips.NOON))
                .isInstanceOfSatisfying(
                        Unprintable.class, e -> assertThat(e.code()).isEqualTo(Unprintable.Code.LABEL_UNREADABLE))
                .hasMessageContaining("order A-17");
    }

    /** A label with a real SSCC in a GS1-128, as DHL prints it. */
    static byte[] label(double widthMm, double heightMm, int rotation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(out))) {
            Paper paper = new Paper(widthMm, heightMm);
            Pen pen = new Pen(document);
            Sheet sheet = new Sheet(document, paper, pen);
            sheet.code128("00340434161094015902", 8, 20, widthMm - 10, 25, false);
            sheet.text(new Style(true, 14, com.itextpdf.kernel.colors.ColorConstants.BLACK), "DHL PAKET", 8, 14);
            document.getFirstPage().setRotation(rotation);
        }
        return out.toByteArray();
    }

    private static byte[] cropped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfWriter(out))) {
            PdfPage page = document.addNewPage(PageSize.A4);
            page.setCropBox(
                    new Rectangle((float) Mm.toPoints(20), (float) Mm.toPoints(30), (float) Mm.toPoints(100), (float)
                            Mm.toPoints(150)));
            new PdfCanvas(page).moveTo(0, 0).lineTo(500, 800).setLineWidth(9).stroke();
        }
        return out.toByteArray();
    }

    private static byte[] withoutAnnotations(byte[] pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)), new PdfWriter(out))) {
            document.getFirstPage().getPdfObject().remove(com.itextpdf.kernel.pdf.PdfName.Annots);
        }
        return out.toByteArray();
    }

    private static void assertSize(byte[] pdf, double widthMm, double heightMm) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle box = document.getPage(0).getCropBox();
            assertThat(Mm.fromPoints(box.getWidth())).isCloseTo(widthMm, within(0.1));
            assertThat(Mm.fromPoints(box.getHeight())).isCloseTo(heightMm, within(0.1));
        }
    }

    private static BufferedImage render(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 203);
        }
    }

    /** The share of dots that differ clearly. */
    private static double differing(BufferedImage a, BufferedImage b) {
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        assertThat(Math.abs(a.getWidth() - b.getWidth())).isLessThanOrEqualTo(1);
        assertThat(Math.abs(a.getHeight() - b.getHeight())).isLessThanOrEqualTo(1);
        long different = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                different += Math.abs((a.getRGB(x, y) & 0xff) - (b.getRGB(x, y) & 0xff)) > 128 ? 1 : 0;
            }
        }
        return (double) different / ((long) width * height);
    }

    /** Every object of a file in words, streams unpacked; also those that nothing refers to. */
    private static String everything(byte[] pdf) throws IOException {
        StringBuilder all = new StringBuilder();
        try (PdfDocument document = new PdfDocument(new PdfReader(new ByteArrayInputStream(pdf)))) {
            for (int i = 1; i < document.getNumberOfPdfObjects(); i++) {
                PdfObject object = document.getPdfObject(i);
                all.append(object).append('\n');
                if (object instanceof PdfStream stream) {
                    all.append(new String(stream.getBytes(), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }
}
