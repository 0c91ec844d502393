package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Instant;

/** Draws packing slips: values in, PDF out. Knows no order and no database. */
public final class PackingSlip {
    private PackingSlip() {}

    /**
     * Writes one slip as a PDF/A-3b and closes the stream.
     *
     * @param printedAt stands in the file as its date; the same input gives the same bytes
     */
    public static SlipReport write(SlipContent slip, Paper paper, Instant printedAt, OutputStream out) {
        String title = slip.language().text("title") + " " + PrintText.clean(slip.orderNumber());
        try (PdfDocument document = PrintDocument.archive(out, title, printedAt)) {
            return new SlipPages(document, new Pen(document), paper, slip).draw();
        }
    }

    /** The same, in memory. */
    public static byte[] bytes(SlipContent slip, Paper paper, Instant printedAt) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(32 * 1024);
        write(slip, paper, printedAt, out);
        return out.toByteArray();
    }
}
