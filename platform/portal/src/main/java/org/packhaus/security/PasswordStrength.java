package org.packhaus.security;

import java.util.Arrays;
import java.util.Locale;

/**
 * How hard a password is to guess, roughly: by what is left of it once repetition, rows of keys and what everybody knows about its owner
 * are taken out. Only {@link #TOO_SHORT} is refused; the rest is advice.
 */
public enum PasswordStrength {
    TOO_SHORT,
    WEAK,
    FAIR,
    STRONG;

    static final int SHORTEST = 12;

    private static final int FAIR_FROM = 10;
    private static final int STRONG_FROM = 16;
    private static final int SHORTEST_WORD = 4;
    /** There are thousands of these, and some dozens of letters. */
    private static final int FIRST_IDEOGRAPH = 0x2e80;

    private static final String ROWS = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertzuiop qwertyuiop asdfghjkl yxcvbnm";

    /** @param known what others know or guess first: name, e-mail address */
    public static PasswordStrength of(String password, String... known) {
        if (password.length() < SHORTEST) {
            return TOO_SHORT;
        }
        String rest = password.toLowerCase(Locale.ROOT);
        for (String word : Arrays.stream(known)
                .flatMap(text -> Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .toList()) {
            rest = word.length() < SHORTEST_WORD ? rest : rest.replace(word, "");
        }
        for (String word : new String[] {"password", "passwort", "packhaus", "admin"}) {
            rest = rest.replace(word, "");
        }
        int hard = surprising(rest);
        return hard >= STRONG_FROM ? STRONG : hard >= FAIR_FROM ? FAIR : WEAK;
    }

    /** Signs that neither repeat the one before nor go on with a row of three, and at most three of each. */
    private static int surprising(String text) {
        int[] signs = text.codePoints().toArray();
        int surprising = 0;
        for (int i = 0; i < signs.length; i++) {
            int sign = signs[i];
            long before = Arrays.stream(signs, 0, i).filter(one -> one == sign).count();
            boolean same = i > 0 && signs[i - 1] == sign;
            boolean row = i > 1 && areNeighbours(signs[i - 2], signs[i - 1]) && areNeighbours(signs[i - 1], sign);
            if (before < 3 && !same && !row) {
                surprising += sign >= FIRST_IDEOGRAPH ? 2 : 1;
            }
        }
        return surprising;
    }

    private static boolean areNeighbours(int one, int other) {
        return ROWS.contains(Character.toString(one) + Character.toString(other))
                || ROWS.contains(Character.toString(other) + Character.toString(one));
    }
}
