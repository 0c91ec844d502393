package org.packhaus.document;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfAConformance;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfOutputIntent;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import com.itextpdf.kernel.pdf.filespec.PdfFileSpec;
import com.itextpdf.pdfa.PdfADocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * Opens documents that come out the same, byte for byte, whenever the same is printed at the same instant. iText takes its file id
 * and the prefixes of font subsets from a random source, and its dates from the clock; here they come from the title and the
 * given instant.
 */
final class PrintDocument {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private PrintDocument() {}

    /** For a printer. May show what others drew, whose fonts and colours nobody vouches for. */
    static PdfDocument plain(OutputStream out, String title, Instant at) {
        SteadyNames names = new SteadyNames(title + "\n" + at);
        return described(new Plain(writer(out, names), names), title, at);
    }

    /** PDF/A-3b: everything in it is ours, and reads the same in ten years. */
    static PdfDocument archive(OutputStream out, String title, Instant at) {
        SteadyNames names = new SteadyNames(title + "\n" + at);
        return described(new Archive(writer(out, names), names), title, at);
    }

    /** Encloses the data that the document shows, for machines. */
    static void enclose(PdfDocument archive, String name, String about, byte[] json, Instant at) {
        PdfDictionary changed = new PdfDictionary();
        changed.put(PdfName.ModDate, new PdfString(DATE.format(at)));
        archive.addAssociatedFile(
                name,
                PdfFileSpec.createEmbeddedFileSpec(
                        archive, json, about, name, new PdfName("application/json"), changed, PdfName.Data));
    }

    private static PdfWriter writer(OutputStream out, SteadyNames names) {
        PdfString id = new PdfString(names.id());
        return new PdfWriter(
                out, new WriterProperties().setInitialDocumentId(id).setModifiedDocumentId(id));
    }

    private static PdfDocument described(PdfDocument document, String title, Instant at) {
        document.setCloseWriter(true);
        document.getDocumentInfo().setTitle(title).setCreator("Packhaus");
        document.getDocumentInfo().setMoreInfo(PdfName.CreationDate.getValue(), DATE.format(at));
        document.getDocumentInfo().setMoreInfo(PdfName.ModDate.getValue(), DATE.format(at));
        return document;
    }

    /** In the order they were first used: iText keeps them by a hash that counts the documents of the process. */
    private static List<PdfFont> inOrder(Iterable<PdfFont> fonts) {
        return java.util.stream.StreamSupport.stream(fonts.spliterator(), false)
                .sorted(Comparator.comparingInt(
                        font -> font.getPdfObject().getIndirectReference().getObjNumber()))
                .toList();
    }

    private static final class Plain extends PdfDocument {
        private final SteadyNames names;

        Plain(PdfWriter writer, SteadyNames names) {
            super(writer);
            this.names = names;
        }

        @Override
        protected void flushObject(PdfObject object, boolean canBeInObjectStream) throws IOException {
            names.steady(object);
            super.flushObject(object, canBeInObjectStream);
        }

        @Override
        protected void flushFonts() {
            inOrder(getDocumentFonts()).forEach(PdfFont::flush);
        }
    }

    private static final class Archive extends PdfADocument {
        private final SteadyNames names;

        Archive(PdfWriter writer, SteadyNames names) {
            super(
                    writer,
                    PdfAConformance.PDF_A_3B,
                    new PdfOutputIntent(
                            "sRGB", "", "", "sRGB IEC61966-2.1", new ByteArrayInputStream(SrgbProfile.bytes())));
            this.names = names;
        }

        @Override
        protected void flushObject(PdfObject object, boolean canBeInObjectStream) throws IOException {
            names.steady(object);
            super.flushObject(object, canBeInObjectStream);
        }

        @Override
        protected void flushFonts() {
            inOrder(getDocumentFonts()).forEach(PdfFont::flush);
        }
    }
}
