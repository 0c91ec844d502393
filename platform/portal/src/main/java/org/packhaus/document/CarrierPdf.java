package org.packhaus.document;

import com.itextpdf.kernel.exceptions.PdfException;
import com.itextpdf.kernel.geom.AffineTransform;
import com.itextpdf.kernel.geom.Rectangle;
import com.itextpdf.kernel.pdf.MemoryLimitsAwareHandler;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfPage;
import com.itextpdf.kernel.pdf.PdfReader;
import com.itextpdf.kernel.pdf.ReaderProperties;
import com.itextpdf.kernel.pdf.xobject.PdfFormXObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's PDF, of which only what is drawn is taken over: the contents of each page and the fonts, images and patterns they
 * need. Nothing of its catalogue, its annotations or its forms is ever looked at, so scripts, actions, links, layers and embedded
 * files have no way across; {@link Drawn} keeps out what could hide among the resources.
 *
 * <p>Each page is shown as an upright picture of a known size, its rotation and cut already applied.
 */
final class CarrierPdf implements AutoCloseable {
    private static final int MOST_BYTES = 30_000_000;
    private static final int MOST_PAGES = 50;

    private final String name;
    private final PdfDocument source;

    private CarrierPdf(String name, PdfDocument source) {
        this.name = name;
        this.source = source;
    }

    /** Opens it; the name stands in every error. */
    static CarrierPdf open(String name, byte[] content) throws Unprintable {
        if (content.length == 0 || content.length > MOST_BYTES) {
            throw unreadable(name, "it has " + content.length + " bytes", null);
        }
        try {
            ReaderProperties limits = new ReaderProperties()
                    .setMemoryLimitsAwareHandler(new MemoryLimitsAwareHandler()
                            .setMaxSizeOfSingleDecompressedPdfStream(100_000_000)
                            .setMaxSizeOfDecompressedPdfStreamsSum(300_000_000L));
            PdfDocument source = new PdfDocument(new PdfReader(new ByteArrayInputStream(content), limits));
            int pages = source.getNumberOfPages();
            if (pages == 0 || pages > MOST_PAGES) {
                source.close();
                throw unreadable(name, "it has " + pages + " pages", null);
            }
            return new CarrierPdf(name, source);
        } catch (IOException | RuntimeException e) {
            throw unreadable(name, "it is damaged, locked or no PDF", e);
        }
    }

    private static Unprintable unreadable(String name, String why, @Nullable Throwable cause) {
        String message = "The label of %s cannot be read: %s. Fetch it again from the carrier or book a new one."
                .formatted(name, why);
        return cause == null
                ? new Unprintable(Unprintable.Code.LABEL_UNREADABLE, message)
                : new Unprintable(Unprintable.Code.LABEL_UNREADABLE, message, cause);
    }

    int pages() {
        return source.getNumberOfPages();
    }

    /** A page's size as it is seen. */
    record Size(double width, double height) {
        double widthMm() {
            return Mm.fromPoints(width);
        }

        double heightMm() {
            return Mm.fromPoints(height);
        }
    }

    /** The size of a page, from 1. */
    Size size(int page) throws Unprintable {
        try {
            PdfPage from = source.getPage(page);
            Rectangle box = visible(from);
            return quarterTurns(from) % 2 == 0
                    ? new Size(box.getWidth(), box.getHeight())
                    : new Size(box.getHeight(), box.getWidth());
        } catch (RuntimeException e) {
            throw unreadable(name, "page " + page + " is damaged", e);
        }
    }

    /** The part of a page that is not white, from 1, as the page is seen: upright, from its lower left corner. */
    Rectangle drawn(int page) throws Unprintable {
        try {
            PdfPage from = source.getPage(page);
            Rectangle box = visible(from);
            return DrawnArea.moved(DrawnArea.of(from, box), upright(box, quarterTurns(from)));
        } catch (RuntimeException e) {
            throw unreadable(name, "page " + page + " is damaged", e);
        }
    }

    /** A page's drawing as an object of the other document, with the matrix that brings it upright to the origin. */
    record Picture(PdfFormXObject drawing, AffineTransform upright) {}

    /** Copies a page's drawing, from 1. */
    Picture picture(int page, PdfDocument target) throws Unprintable {
        try {
            PdfPage from = source.getPage(page);
            Rectangle box = visible(from);
            PdfFormXObject drawing = new PdfFormXObject(box);
            drawing.getPdfObject().getOutputStream().writeBytes(from.getContentBytes());
            PdfDictionary resources = from.getResources().getPdfObject();
            drawing.getPdfObject().put(PdfName.Resources, resources.copyTo(target, List.of(), true, new Drawn()));
            PdfDictionary group = from.getPdfObject().getAsDictionary(PdfName.Group);
            if (group != null) {
                drawing.getPdfObject().put(PdfName.Group, group.copyTo(target, List.of(), true, new Drawn()));
            }
            drawing.makeIndirect(target);
            return new Picture(drawing, upright(box, quarterTurns(from)));
        } catch (RuntimeException e) {
            throw unreadable(name, "page " + page + " is damaged", e);
        }
    }

    /** Writes out what has been copied, so that a long file does not grow in memory. */
    void flushInto(PdfDocument target) {
        target.flushCopiedObjects(source);
    }

    @Override
    public void close() {
        source.close();
    }

    private static Rectangle visible(PdfPage page) {
        Rectangle media = page.getMediaBox();
        Rectangle cut = page.getCropBox();
        Rectangle both = cut == null ? media : media.getIntersection(cut);
        Rectangle box = both == null ? media : both;
        if (!(box.getWidth() > 1 && box.getHeight() > 1)) {
            throw new PdfException("A page without a size");
        }
        return box;
    }

    private static int quarterTurns(PdfPage page) {
        return Math.floorMod(page.getRotation() / 90, 4);
    }

    /** {@code /Rotate} turns clockwise. */
    private static AffineTransform upright(Rectangle box, int quarterTurns) {
        return switch (quarterTurns) {
            case 1 -> new AffineTransform(0, -1, 1, 0, -box.getBottom(), box.getRight());
            case 2 -> new AffineTransform(-1, 0, 0, -1, box.getRight(), box.getTop());
            case 3 -> new AffineTransform(0, 1, -1, 0, box.getTop(), -box.getLeft());
            default -> new AffineTransform(1, 0, 0, 1, -box.getLeft(), -box.getBottom());
        };
    }
}
