package org.packhaus.document;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text from outside, made fit to print in one line. What steers a terminal, a line or the direction of reading is taken out: a
 * right-to-left override in a name could turn a house number around.
 */
final class PrintText {
    /** Stands for what no character is: a lone half of a pair, a code point that is not assigned. Printed as a box. */
    static final int NOT_A_CHARACTER = 0xFFFD;

    private static final int LONGEST = 4000;

    private PrintText() {}

    /** Composed (NFC), white space as single spaces, no control or format characters, at most 4000 characters. */
    static String clean(String outside) {
        String head = outside.length() > LONGEST ? outside.substring(0, LONGEST) : outside;
        StringBuilder text = new StringBuilder(head.length());
        Normalizer.normalize(head, Normalizer.Form.NFC).codePoints().forEach(c -> append(text, c));
        return text.toString().strip();
    }

    /** For headings in small capitals' place. */
    static String upper(String text, Locale locale) {
        return text.toUpperCase(locale);
    }

    private static void append(StringBuilder text, int c) {
        switch (kind(c)) {
            case SPACE -> {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            }
            case DROPPED -> {}
            case BROKEN -> text.appendCodePoint(NOT_A_CHARACTER);
            case PRINTED -> text.appendCodePoint(c);
        }
    }

    private enum Kind {
        PRINTED,
        SPACE,
        DROPPED,
        BROKEN
    }

    private static Kind kind(int c) {
        if (c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF) {
            return Kind.DROPPED; // variation selectors
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Kind.SPACE;
            case Character.CONTROL -> c == '\t' || c == '\n' || c == '\r' ? Kind.SPACE : Kind.DROPPED;
            case Character.FORMAT -> Kind.DROPPED;
            case Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> Kind.BROKEN;
            default -> Kind.PRINTED;
        };
    }
}
