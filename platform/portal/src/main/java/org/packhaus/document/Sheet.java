package org.packhaus.document;

import com.itextpdf.barcodes.Barcode128;
import com.itextpdf.barcodes.BarcodeEAN;
import com.itextpdf.kernel.colors.Color;
import com.itextpdf.kernel.colors.ColorConstants;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import com.itextpdf.kernel.pdf.xobject.PdfImageXObject;
import com.itextpdf.pdfa.PdfADocument;
import java.util.Locale;
import java.util.Optional;

/** One page to draw on, measured in millimetres from its upper left corner. */
final class Sheet {
    private final PdfPage page;
    private final PdfCanvas canvas;
    private final Pen pen;
    private final double heightMm;

    Sheet(PdfDocument document, Paper paper, Pen pen) {
        this.page = document.addNewPage(new PageSize(paper.width(), paper.height()));
        this.canvas = new PdfCanvas(page);
        this.pen = pen;
        this.heightMm = paper.heightMm();
    }

    /** Writes the page out; its fonts stay open for the pages to come. */
    void finish() {
        canvas.release();
        // PDF/A is checked as pages are written, which iText does only together with what they show.
        page.flush(page.getDocument() instanceof PdfADocument);
    }

    void text(Style style, String text, double x, double baseline) {
        pen.draw(canvas, style, text, pt(x), up(baseline));
    }

    void textRight(Style style, String text, double right, double baseline) {
        pen.draw(canvas, style, text, pt(right) - pen.width(style, text), up(baseline));
    }

    void textCentre(Style style, String text, double centre, double baseline) {
        pen.draw(canvas, style, text, pt(centre) - pen.width(style, text) / 2, up(baseline));
    }

    /** A line of that weight in points. */
    void rule(Color color, double weight, double left, double right, double y) {
        canvas.saveState()
                .setStrokeColor(color)
                .setLineWidth((float) weight)
                .moveTo(pt(left), up(y))
                .lineTo(pt(right), up(y))
                .stroke()
                .restoreState();
    }

    void fill(double x, double y, double width, double height, double radius) {
        canvas.saveState().setFillColor(ColorConstants.BLACK);
        canvas.roundRectangle(pt(x), up(y + height), pt(width), pt(height), pt(radius))
                .fill()
                .restoreState();
    }

    void frame(double x, double y, double width, double height, double radius) {
        canvas.saveState().setStrokeColor(ColorConstants.BLACK).setLineWidth(0.9f);
        canvas.roundRectangle(pt(x), up(y + height), pt(width), pt(height), pt(radius))
                .stroke()
                .restoreState();
    }

    /**
     * An image in its own proportions, as large as the box allows, in its upper left corner.
     *
     * @return whether it could be read
     */
    boolean image(byte[] bytes, double x, double y, double width, double height) {
        Optional<PdfImageXObject> known = pen.image(bytes);
        known.ifPresent(image -> {
            double scale = Math.min(pt(width) / image.getWidth(), pt(height) / image.getHeight());
            double w = image.getWidth() * scale;
            double h = image.getHeight() * scale;
            canvas.addXObjectFittedIntoRectangle(
                    image, new Rectangle((float) pt(x), (float) (up(y) - h), (float) w, (float) h));
        });
        return known.isPresent();
    }

    /** The widest module that fits: 3 dots of a 203 dpi head, else 4 of a 300 dpi one's, never under 2 of a 203 dpi one's. */
    private static final double[] MODULES_MM = {0.375, 0.339, 0.25};

    /**
     * Draws the text as Code 128 with its right or left quiet zone inside the width.
     *
     * @return whether it could be drawn: all ASCII, and not too long for bars that a scanner can tell apart
     */
    boolean code128(String text, double x, double y, double width, double height, boolean toTheRight) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= 32 && c < 127)) {
            return false;
        }
        Barcode128 code = new Barcode128(document());
        code.setCodeType(Barcode128.CODE128);
        code.setCode(text);
        code.setFont(null);
        code.setBarHeight((float) pt(height));
        for (double module : MODULES_MM) {
            code.setX((float) pt(module));
            double bars = Mm.fromPoints(code.getBarcodeSize().getWidth());
            if (bars + 10 * module <= width) {
                double left = toTheRight ? x + width - bars : x;
                canvas.saveState().concatMatrix(1, 0, 0, 1, pt(left), up(y + height));
                code.placeBarcode(canvas, ColorConstants.BLACK, ColorConstants.BLACK);
                canvas.restoreState();
                return true;
            }
        }
        return false;
    }

    /**
     * Draws an EAN with its quiet zones inside the width; its modules are three dots of a 203 dpi head.
     *
     * @return whether it is one: 8, 12 or 13 digits, the last of which checks the others
     */
    boolean ean(String digits, double x, double y, double width, double height) {
        String full = digits.length() == 12 ? "0" + digits : digits;
        if (!full.matches("\\d{8}|\\d{13}")
                || BarcodeEAN.calculateEANParity(full.substring(0, full.length() - 1))
                        != full.charAt(full.length() - 1) - '0') {
            return false;
        }
        double module = MODULES_MM[0];
        byte[] bars = full.length() == 13 ? BarcodeEAN.getBarsEAN13(full) : BarcodeEAN.getBarsEAN8(full);
        double quiet = 11 * module;
        double at = x + quiet;
        if (quiet * 2 + (full.length() == 13 ? 95 : 67) * module > width) {
            return false;
        }
        canvas.saveState().setFillColor(ColorConstants.BLACK);
        for (int i = 0; i < bars.length; i++) {
            double wide = bars[i] * module;
            if (i % 2 == 0) {
                canvas.rectangle(pt(at), up(y + height), pt(wide), pt(height));
            }
            at += wide;
        }
        canvas.fill().restoreState();
        return true;
    }

    Lines lines(Locale locale) {
        return new Lines(pen, locale);
    }

    private PdfDocument document() {
        return page.getDocument();
    }

    private static double pt(double mm) {
        return Mm.toPoints(mm);
    }

    private double up(double mmFromTop) {
        return Mm.toPoints(heightMm - mmFromTop);
    }
}
