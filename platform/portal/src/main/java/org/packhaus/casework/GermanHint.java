package org.packhaus.casework;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether an answer looks German, which the marketplace asks of sellers. It counts the smallest words, of which no German sentence is
 * free; it is a hint and holds nothing back.
 */
public final class GermanHint {
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}]+");
    private static final int TOO_SHORT = 4;
    private static final double ENOUGH = 0.12;
    private static final Set<String> SMALL = Set.of(
            "der",
            "die",
            "das",
            "und",
            "ist",
            "ein",
            "eine",
            "einen",
            "sie",
            "ihr",
            "ihre",
            "ihren",
            "ihnen",
            "wir",
            "uns",
            "ich",
            "nicht",
            "mit",
            "für",
            "von",
            "zu",
            "auf",
            "den",
            "dem",
            "des",
            "im",
            "es",
            "wird",
            "haben",
            "hat",
            "sind",
            "bei",
            "leider",
            "bitte",
            "danke",
            "vielen",
            "dank",
            "guten",
            "tag",
            "hallo",
            "freundlichen",
            "grüßen",
            "gruß",
            "viele",
            "grüße",
            "sehr",
            "wurde",
            "auch",
            "noch",
            "dass",
            "wenn",
            "aber",
            "oder",
            "als",
            "zum",
            "zur");

    private GermanHint() {}

    /** Also true of what is too short to tell. */
    public static boolean looksGerman(String text) {
        String own = text.lines().filter(line -> !line.startsWith(">")).reduce("", (all, line) -> all + " " + line);
        int words = 0;
        int german = 0;
        for (String word : GAPS.split(own.toLowerCase(Locale.GERMAN))) {
            if (!word.isEmpty()) {
                words++;
                german += SMALL.contains(word) ? 1 : 0;
            }
        }
        boolean script =
                own.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
        return !script && (words < TOO_SHORT || german >= words * ENOUGH);
    }
}
