package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDictionary;
import com.itextpdf.kernel.pdf.PdfName;
import com.itextpdf.kernel.pdf.PdfObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The names that iText invents, made from the document's own seed instead. */
final class SteadyNames {
    private final String seed;
    private final Map<String, String> subsets = new HashMap<>();

    SteadyNames(String seed) {
        this.seed = sha256(seed);
    }

    /** Of the file. */
    String id() {
        return seed.substring(0, 16);
    }

    /** Renames a font's subset before it is written. */
    void steady(PdfObject object) {
        if (object instanceof PdfDictionary dictionary) {
            steady(dictionary, PdfName.BaseFont);
            steady(dictionary, PdfName.FontName);
        }
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
