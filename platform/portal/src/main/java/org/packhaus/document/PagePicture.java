package org.packhaus.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Shows a page of ours on the screen. Never given what a carrier sent. */
final class PagePicture {
    private static final int DPI = 110;

    private PagePicture() {}

    /** @param page from 1; the last one if there are fewer */
    static byte[] png(byte[] pdf, int page) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int index = Math.clamp(page, 1, document.getNumberOfPages()) - 1;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(index, DPI, ImageType.RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("This page cannot be shown", e);
        }
    }
}
