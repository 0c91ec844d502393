package org.packhaus.security;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** RFC 4648 without padding: what authenticator apps read, and what a person can type without mistaking a letter for a digit. */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = buffer << Byte.SIZE | one & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt(buffer >> held & 31));
            }
            buffer &= (1 << held) - 1;
        }
        return held == 0
                ? text.toString()
                : text.append(LETTERS.charAt(buffer << BITS - held & 31)).toString();
    }

    /** @throws IllegalArgumentException for a sign that is not of the alphabet */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char letter :
                text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).toCharArray()) {
            int value = LETTERS.indexOf(letter);
            if (value < 0) {
                throw new IllegalArgumentException("'" + letter + "' is no letter of Base32");
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held & 0xff);
            }
            buffer &= (1 << held) - 1;
        }
        return bytes.toByteArray();
    }
}
