package org.packhaus.shell;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a few typed letters fit a name: "shru" fits "Shipping rules". Beginnings of words count more than what stands in between. */
final class Fuzzy {
    private static final int AT_WORD = 8;
    private static final int IN_A_ROW = 5;
    private static final int WHOLE_START = 20;

    private Fuzzy() {}

    /** Empty when the letters do not occur in this order; more is better. */
    static OptionalInt score(String typed, String name) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String text = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        int score = text.startsWith(wanted) ? WHOLE_START : 0;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            int from = at + 1;
            int next = wordStart(text, wanted.charAt(i), from);
            int near = text.indexOf(wanted.charAt(i), from);
            if (near < 0) {
                return OptionalInt.empty();
            }
            if (near == from && i > 0) {
                score += IN_A_ROW;
                at = near;
            } else if (next >= 0) {
                score += AT_WORD;
                at = next;
            } else {
                at = near;
            }
        }
        return OptionalInt.of(score);
    }

    private static int wordStart(String text, char letter, int from) {
        for (int i = text.indexOf(letter, from); i >= 0; i = text.indexOf(letter, i + 1)) {
            if (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) {
                return i;
            }
        }
        return -1;
    }
}
