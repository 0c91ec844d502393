package org.packhaus.casework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes strangers' words fit for a line, a column, a screen. */
final class Clean {
    /** They turn the reading direction around, so that {@code fdp.exe} reads as {@code exe.pdf}. */
    private static final Pattern TURNS = Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_FILE_NAME = 120;

    private Clean() {}

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    static String line(String text) {
        return TURNS.matcher(text)
                .replaceAll("")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .strip();
    }

    static String text(String text) {
        String clean =
                UNSEEN.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
        return cut(clean.strip(), LONGEST_TEXT);
    }

    static String address(String address) {
        return line(address).toLowerCase(Locale.ROOT);
    }

    /** Without a path, and with its ending. */
    static String fileName(String said) {
        String name = line(said).replaceAll("[\\\\/:*?\"<>|]+", "_");
        String kept = name.length() <= LONGEST_FILE_NAME ? name : name.substring(name.length() - LONGEST_FILE_NAME);
        return kept.isBlank() || kept.replace(".", "").isBlank() ? "file" : kept;
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
