package org.packhaus.sandbox.carrier;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import uk.org.okapibarcode.backend.Symbol;

/**
 * What stands on one label, and how it is drawn in the languages printers speak. The look is the sandbox's own; what it shares with real
 * labels is what is on them: sender, receiver, reference, scannable barcodes.
 *
 * @param facts weight, reference, account, date
 * @param services what the driver has to know
 * @param codes from top to bottom, at most three
 */
public record LabelSketch(
        String title,
        List<String> from,
        List<String> to,
        String toCity,
        List<String> facts,
        List<String> services,
        List<Code> codes) {

    private static final double MARGIN = 4;
    /** A narrow bar: three dots of a 203 dpi printer. */
    private static final double MODULE = 3 * 25.4 / 203;

    /** A page for each. @param width of the page, in millimetres, at least 99 */
    public static byte[] pdf(List<LabelSketch> labels, double width, double height) {
        return Sheet.pdf((document, letters) -> {
            for (LabelSketch label : labels) {
                try (Sheet sheet = new Sheet(document, letters, width, height)) {
                    label.draw(sheet, width, height);
                }
            }
        });
    }

    /** One {@code ^XA … ^XZ} for each. @param dpi 203 or 300 */
    public static String zpl(List<LabelSketch> labels, int width, int height, int dpi) {
        return Zpl.of(labels, width, height, dpi);
    }

    /** @param format of the picture, as {@link ImageIO} calls it: png, gif */
    public byte[] picture(double width, double height, int dpi, String format) {
        try (PDDocument document = Loader.loadPDF(pdf(List.of(this), width, height));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.BINARY);
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw(Sheet sheet, double width, double height) throws IOException {
        double room = width - 2 * MARGIN;
        sheet.frame(MARGIN - 1.5, MARGIN - 1.5, room + 3, height - 2 * MARGIN + 3);
        sheet.text(MARGIN + 1, MARGIN + 0.8, 16, room * 0.6, true, title);
        sheet.text(width - MARGIN - 29, MARGIN + 0.6, 5.5, 28, false, "Packhaus-Sandbox");
        sheet.text(width - MARGIN - 29, MARGIN + 3, 5.5, 28, false, "Muster, nicht für den Versand");
        rule(sheet, MARGIN + 7.4, room);
        double y = MARGIN + 8.6;
        lines(sheet, MARGIN + 1, y, 7, 2.9, room * 0.54, from, 18);
        lines(sheet, MARGIN + room * 0.58, y, 7, 2.9, room * 0.41, facts, 18);
        y += 19;
        rule(sheet, y, room);
        double end = lines(sheet, MARGIN + 1, y + 1.4, 10.5, 4.4, room - 4, to, 26);
        sheet.text(MARGIN + 1, end + 0.6, 15, room - 4, true, toCity);
        y += 35;
        rule(sheet, y, room);
        sheet.text(MARGIN + 1, y + 1, 7, room - 2, false, String.join(" · ", services));
        codes(sheet, y + 5, width, height - MARGIN - 1);
    }

    private void codes(Sheet sheet, double top, double width, double bottom) throws IOException {
        double step = (bottom - top) / Math.max(1, codes.size());
        double y = top;
        for (Code code : codes) {
            Symbol symbol = code.symbol();
            if (code.isSquare()) {
                sheet.matrix(symbol, MARGIN + 3, y, MODULE * 1.6);
                sheet.text(MARGIN + 36, y + 6, 8, width - MARGIN * 2 - 38, false, code.readable());
            } else {
                double tall = Math.min(30, step - 6);
                double wide = symbol.getWidth() * MODULE;
                sheet.barcode(symbol, (width - wide) / 2, y, MODULE, tall);
                sheet.centred(width / 2, y + tall + 0.8, 9, code.readable());
            }
            y += step;
        }
    }

    private static void rule(Sheet sheet, double y, double room) throws IOException {
        sheet.box(MARGIN - 1.5, y, room + 3, 0.4);
    }

    /** Lines below each other; closer and smaller when they would need more than {@code tall} millimetres, none is left out. */
    private static double lines(
            Sheet sheet, double x, double y, double size, double step, double room, List<String> lines, double tall)
            throws IOException {
        double scale = Math.min(1, tall / Math.max(1, lines.size() * step));
        double next = y;
        for (String line : lines) {
            sheet.text(x, next, size * scale, room, false, line);
            next += step * scale;
        }
        return next;
    }
}
