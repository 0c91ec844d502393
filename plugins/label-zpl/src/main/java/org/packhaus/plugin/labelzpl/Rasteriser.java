package org.packhaus.plugin.labelzpl;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Rejected;

/** Draws carriers' documents in dots of one print head. Never makes a label smaller: a bar that is scaled is not read. */
final class Rasteriser {
    private static final int MOST_PAGES = 10;
    /** A sheet of A3 at 600 dpi; more is no label but an attempt to fill the memory. */
    private static final long MOST_DOTS = 70_000_000;

    private final PrinterSettings printer;

    Rasteriser(PrinterSettings printer) {
        this.printer = printer;
    }

    /** The dots of each page. @param place of the document among all, from 0, for errors */
    List<Dots> dots(CarrierDocument document, int place) throws Rejected {
        List<Dots> pages = document.type() == DocumentType.PDF ? pdf(document, place) : List.of(png(document, place));
        List<Dots> placed = new ArrayList<>();
        for (Dots page : pages) {
            placed.add(placed(page, place));
        }
        return placed;
    }

    private List<Dots> pdf(CarrierDocument document, int place) throws Rejected {
        try (PDDocument pdf = Loader.loadPDF(document.content())) {
            if (pdf.getNumberOfPages() > MOST_PAGES) {
                throw refused("label-too-long", "it has " + pdf.getNumberOfPages() + " pages", place);
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            // Smoothing would put grey beside every bar and then take it for black or white by chance.
            renderer.setRenderingHints(new RenderingHints(Map.of(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF,
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF,
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR,
                    RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY)));
            List<Dots> pages = new ArrayList<>();
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                var box = pdf.getPage(page).getCropBox();
                double scale = printer.density().dpi() / 72.0;
                if (box.getWidth() * scale * box.getHeight() * scale > MOST_DOTS) {
                    throw refused("label-too-large", "its page is larger than A3", place);
                }
                pages.add(Dots.of(
                        renderer.renderImageWithDPI(page, printer.density().dpi(), ImageType.GRAY)));
            }
            return pages;
        } catch (IOException e) {
            throw refused("label-unreadable", "it is damaged or no PDF", place);
        }
    }

    /** A picture has no size but its dots; carriers make it for the head they were asked for. */
    private static Dots png(CarrierDocument document, int place) throws Rejected {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(document.content()));
            if (picture == null || (long) picture.getWidth() * picture.getHeight() > MOST_DOTS) {
                throw refused("label-unreadable", "it is no PNG, or a far too large one", place);
            }
            return Dots.of(picture);
        } catch (IOException e) {
            throw refused("label-unreadable", "it is damaged or no PNG", place);
        }
    }

    /** As it is, turned by a quarter, or with its white margins cut off, whichever fits first. */
    private Dots placed(Dots page, int place) throws Rejected {
        if (printer.label().isEmpty()) {
            return page;
        }
        Dots.Size label = printer.label().get();
        if (page.fits(label)) {
            return page.on(label, 0, 0);
        }
        Dots turned = page.turned();
        if (turned.fits(label)) {
            return turned.on(label, 0, 0);
        }
        Dots cropped = page.cropped();
        for (Dots part : List.of(cropped, cropped.turned())) {
            if (part.fits(label)) {
                return part.on(label, (label.width() - part.width()) / 2, (label.height() - part.height()) / 2);
            }
        }
        throw refused(
                "label-larger-than-paper",
                "what is printed on it measures %d × %d dots and the printer's label %d × %d; labels are never made smaller"
                        .formatted(cropped.width(), cropped.height(), label.width(), label.height()),
                place);
    }

    static Rejected refused(String code, String why, int place) {
        String text = "Label " + (place + 1) + " cannot be printed: " + why + ".";
        return new Rejected(code, text, List.of(Rejected.Fault.of(Integer.toString(place), text)));
    }
}
