package org.packhaus.document;

import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.PageSize;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.canvas.PdfCanvas;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts carriers' labels onto pages at exactly their own size: a bar that is scaled is a parcel that is not sorted. On a given
 * sheet a label stands in the upper left corner of its place, turned by a quarter if only so it fits, or in the middle without its
 * white edges if nothing else helps: a 4 × 6 inch label is taller than a quarter of an A4, what is printed on it is not. Without
 * a sheet each page is as large as its label.
 */
public final class LabelPages {
    /** Carriers round inches and millimetres differently; what is cut by this is white. */
    private static final double TOLERANCE_MM = 0.8;

    private final Optional<LabelSheet> sheet;
    private final PdfDocument target;
    private @Nullable PdfPage begun;
    private int place;

    /** For all labels of one file: a sheet that is not full takes the next label. */
    LabelPages(Optional<LabelSheet> sheet, PdfDocument target) {
        this.sheet = sheet;
        this.target = target;
        this.place = sheet.map(LabelSheet::start).orElse(1);
    }

    /** One label as a cleaned PDF; a helper for single documents, the batch's way is {@link PrintFile}. */
    public static byte[] clean(String name, byte[] label, Optional<Paper> paper, Instant printedAt) throws Unprintable {
        Optional<LabelSheet> sheet = paper.map(LabelSheet::of);
        ByteArrayOutputStream out = new ByteArrayOutputStream(label.length + 4096);
        try (CarrierPdf source = CarrierPdf.open(name, label)) {
            check(name, source, sheet);
            try (PdfDocument document = PrintDocument.plain(out, name, printedAt)) {
                new LabelPages(sheet, document).append(source);
            }
        }
        return out.toByteArray();
    }

    /** Fails, before anything is drawn, if a label is larger than its place. */
    static void check(String name, CarrierPdf source, Optional<LabelSheet> sheet) throws Unprintable {
        for (int page = 1; page <= source.pages(); page++) {
            CarrierPdf.Size size = source.size(page);
            if (sheet.isPresent() && !fitsSomehow(source, page, size, sheet.get())) {
                throw new Unprintable(
                        Unprintable.Code.LABEL_LARGER_THAN_PAPER,
                        "The label of %s is %s × %s mm and does not fit on %s; labels are never made smaller. Choose a larger paper, or the carrier's print format for this one."
                                .formatted(name, Mm.text(size.widthMm()), Mm.text(size.heightMm()), sheet.get()));
            }
        }
    }

    private static boolean fitsSomehow(CarrierPdf source, int page, CarrierPdf.Size size, LabelSheet sheet)
            throws Unprintable {
        if (fits(size, sheet) || fitsTurned(size, sheet)) {
            return true;
        }
        Rectangle drawn = source.drawn(page);
        return fits(drawn, sheet) || fitsTurned(drawn, sheet);
    }

    /** Draws all pages of a label and returns on which pages of the file they stand. */
    List<Integer> append(CarrierPdf source) throws Unprintable {
        List<Integer> pages = new ArrayList<>();
        for (int page = 1; page <= source.pages(); page++) {
            CarrierPdf.Size size = source.size(page);
            CarrierPdf.Picture picture = source.picture(page, target);
            if (begun == null) {
                begun = target.addNewPage(pageSize(size));
            }
            Spot spot = spot(source, page, size);
            AffineTransform position = spot.position();
            position.concatenate(picture.upright());
            double[] m = new double[6];
            position.getMatrix(m);
            PdfCanvas canvas = new PdfCanvas(begun);
            canvas.saveState();
            spot.edge().ifPresent(edge -> canvas.rectangle(edge).clip().endPath());
            canvas.addXObjectWithTransformationMatrix(
                    picture.drawing(), (float) m[0], (float) m[1], (float) m[2], (float) m[3], (float) m[4], (float)
                            m[5]);
            canvas.restoreState().release();
            picture.drawing().flush();
            pages.add(target.getPageNumber(begun));
            place++;
            if (sheet.isEmpty() || place > sheet.get().places()) {
                endSheet();
            }
        }
        source.flushInto(target);
        return pages;
    }

    /** What comes next stands on a new sheet. */
    void endSheet() {
        if (begun != null) {
            begun.flush();
            begun = null;
            place = 1;
        }
    }

    private PageSize pageSize(CarrierPdf.Size size) {
        return sheet.map(s -> new PageSize(s.paper().width(), s.paper().height()))
                .orElseGet(() -> new PageSize((float) size.width(), (float) size.height()));
    }

    /** Where the page goes. Only what would reach beyond its place is cut, and only white. */
    private Spot spot(CarrierPdf source, int page, CarrierPdf.Size size) throws Unprintable {
        if (sheet.isEmpty()) {
            return new Spot(new AffineTransform(), Optional.empty());
        }
        LabelSheet whole = sheet.get();
        double left = Mm.toPoints(whole.placeWidthMm() * ((place - 1) % whole.across()));
        double top = Mm.toPoints(whole.paper().heightMm() - whole.placeHeightMm() * ((place - 1) / whole.across()));
        if (fits(size, whole)) {
            return new Spot(AffineTransform.getTranslateInstance(left, top - size.height()), Optional.empty());
        }
        if (fitsTurned(size, whole)) {
            return new Spot(turned(left + size.height(), top - size.width()), Optional.empty());
        }
        double width = Mm.toPoints(whole.placeWidthMm());
        double height = Mm.toPoints(whole.placeHeightMm());
        Rectangle drawn = source.drawn(page);
        AffineTransform middle = fits(drawn, whole)
                ? AffineTransform.getTranslateInstance(
                        left + (width - drawn.getWidth()) / 2 - drawn.getX(),
                        top - (height + drawn.getHeight()) / 2 - drawn.getY())
                : turned(
                        left + (width + drawn.getHeight()) / 2 + drawn.getY(),
                        top - (height + drawn.getWidth()) / 2 - drawn.getX());
        return new Spot(middle, Optional.of(new Rectangle((float) left, (float) (top - height), (float) width, (float)
                height)));
    }

    /** A quarter counter-clockwise: what was its right side is on top. */
    private static AffineTransform turned(double right, double bottom) {
        return new AffineTransform(0, 1, -1, 0, right, bottom);
    }

    /** @param edge what lies beyond is white, and would be drawn over the neighbours */
    private record Spot(AffineTransform position, Optional<Rectangle> edge) {}

    private static boolean fits(Rectangle drawn, LabelSheet sheet) {
        return fits(Mm.fromPoints(drawn.getWidth()), Mm.fromPoints(drawn.getHeight()), sheet);
    }

    private static boolean fitsTurned(Rectangle drawn, LabelSheet sheet) {
        return fits(Mm.fromPoints(drawn.getHeight()), Mm.fromPoints(drawn.getWidth()), sheet);
    }

    private static boolean fits(CarrierPdf.Size size, LabelSheet sheet) {
        return fits(size.widthMm(), size.heightMm(), sheet);
    }

    private static boolean fitsTurned(CarrierPdf.Size size, LabelSheet sheet) {
        return fits(size.heightMm(), size.widthMm(), sheet);
    }

    private static boolean fits(double widthMm, double heightMm, LabelSheet sheet) {
        return widthMm <= sheet.placeWidthMm() + TOLERANCE_MM && heightMm <= sheet.placeHeightMm() + TOLERANCE_MM;
    }
}
