package org.packhaus.document;

import com.itextpdf.kernel.font.PdfFont;
import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfDocument;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import com.itextpdf.kernel.pdf.PdfString;
import com.itextpdf.kernel.pdf.PdfWriter;
import com.itextpdf.kernel.pdf.WriterProperties;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A document that comes out the same, byte for byte, whenever the same is printed at the same instant. iText takes its file id
 * and the prefixes of font subsets from a random source, and its dates from the clock; here they come from the title and the
 * given instant.
 */
final class PrintDocument extends PdfDocument {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("'D:'yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String seed;
    private final Map<String, String> subsets = new HashMap<>();

    PrintDocument(OutputStream out, String title, Instant at) {
        this(out, title, at, sha256(title + "\n" + at));
    }

    private PrintDocument(OutputStream out, String title, Instant at, String seed) {
        super(new PdfWriter(out, properties(seed)));
        this.seed = seed;
        setCloseWriter(true);
        getDocumentInfo().setTitle(title).setCreator("Packhaus");
        getDocumentInfo().setMoreInfo(PdfName.CreationDate.getValue(), DATE.format(at));
        getDocumentInfo().setMoreInfo(PdfName.ModDate.getValue(), DATE.format(at));
    }

    private static WriterProperties properties(String seed) {
        PdfString id = new PdfString(seed.substring(0, 16));
        return new WriterProperties().setInitialDocumentId(id).setModifiedDocumentId(id);
    }

    @Override
    protected void flushObject(PdfObject object, boolean canBeInObjectStream) throws IOException {
        if (object instanceof PdfDictionary dictionary) {
            steady(dictionary, PdfName.BaseFont);
            steady(dictionary, PdfName.FontName);
        }
        super.flushObject(object, canBeInObjectStream);
    }

    /** In the order they were first used: iText keeps them by a hash that counts the documents of the process. */
    @Override
    protected void flushFonts() {
        getDocumentFonts().stream()
                .sorted(Comparator.comparingInt(
                        font -> font.getPdfObject().getIndirectReference().getObjNumber()))
                .forEach(PdfFont::flush);
    }

    private void steady(PdfDictionary dictionary, PdfName key) {
        if (dictionary.get(key) instanceof PdfName name && name.getValue().matches("[A-Z]{6}\\+NotoSans.*")) {
            dictionary.put(key, new PdfName(subsets.computeIfAbsent(name.getValue(), this::steadyName)));
        }
    }

    private String steadyName(String random) {
        StringBuilder name = new StringBuilder();
        sha256(seed + random.substring(6)).chars().limit(6).forEach(hex -> name.append((char) ('A' + hex % 26)));
        return name + random.substring(6);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
