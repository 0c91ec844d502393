package org.packhaus.document;

import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Puts carriers' labels onto pages at exactly their own size: a bar that is scaled is a parcel that is not sorted. On a given
 * paper a label stands in the upper left corner, turned by a quarter if only so it fits; without one, each page is as large as
 * its label.
 */
public final class LabelPages {
    /** Carriers round inches and millimetres differently; what is cut by this is white. */
    private static final double TOLERANCE_MM = 0.8;

    private LabelPages() {}

    /** One label as a cleaned PDF; a helper for single documents, the batch's way is {@link PrintFile}. */
    public static byte[] clean(String name, byte[] label, Optional<Paper> paper, Instant printedAt) throws Unprintable {
        ByteArrayOutputStream out = new ByteArrayOutputStream(label.length + 4096);
        try (CarrierPdf source = CarrierPdf.open(name, label)) {
            check(name, source, paper);
            try (PrintDocument document = new PrintDocument(out, name, printedAt)) {
                append(source, paper, document);
            }
        }
        return out.toByteArray();
    }

    /** Fails, before anything is drawn, if a page is larger than the paper. */
    static void check(String name, CarrierPdf source, Optional<Paper> paper) throws Unprintable {
        for (int page = 1; page <= source.pages(); page++) {
            CarrierPdf.Size size = source.size(page);
            if (paper.isPresent()
                    && !fits(size.widthMm(), size.heightMm(), paper.get())
                    && !fitsTurned(size, paper.get())) {
                throw new Unprintable(
                        Unprintable.Code.LABEL_LARGER_THAN_PAPER,
                        "The label of %s is %s × %s mm and does not fit on %s; labels are never made smaller. Choose a larger paper, or the carrier's print format for this one."
                                .formatted(name, Mm.text(size.widthMm()), Mm.text(size.heightMm()), paper.get()));
            }
        }
    }

    /** Draws all pages and returns how many there are. */
    static int append(CarrierPdf source, Optional<Paper> paper, PdfDocument target) throws Unprintable {
        for (int page = 1; page <= source.pages(); page++) {
            CarrierPdf.Size size = source.size(page);
            PageSize sheet = paper.map(p -> new PageSize(p.width(), p.height()))
                    .orElseGet(() -> new PageSize((float) size.width(), (float) size.height()));
            CarrierPdf.Picture picture = source.picture(page, target);
            AffineTransform place = place(size, sheet, paper);
            place.concatenate(picture.upright());
            double[] m = new double[6];
            place.getMatrix(m);
            PdfPage drawn = target.addNewPage(sheet);
            PdfCanvas canvas = new PdfCanvas(drawn);
            canvas.saveState();
            canvas.addXObjectWithTransformationMatrix(
                    picture.drawing(), (float) m[0], (float) m[1], (float) m[2], (float) m[3], (float) m[4], (float)
                            m[5]);
            canvas.restoreState().release();
            picture.drawing().flush();
            drawn.flush();
        }
        source.flushInto(target);
        return source.pages();
    }

    private static AffineTransform place(CarrierPdf.Size size, PageSize sheet, Optional<Paper> paper) {
        if (paper.isPresent() && !fits(size.widthMm(), size.heightMm(), paper.get())) {
            // Turned counter-clockwise: what was its right side is on top.
            return new AffineTransform(0, 1, -1, 0, size.height(), sheet.getHeight() - size.width());
        }
        return AffineTransform.getTranslateInstance(0, sheet.getHeight() - size.height());
    }

    private static boolean fits(double widthMm, double heightMm, Paper paper) {
        return widthMm <= paper.widthMm() + TOLERANCE_MM && heightMm <= paper.heightMm() + TOLERANCE_MM;
    }

    private static boolean fitsTurned(CarrierPdf.Size size, Paper paper) {
        return fits(size.heightMm(), size.widthMm(), paper);
    }
}
