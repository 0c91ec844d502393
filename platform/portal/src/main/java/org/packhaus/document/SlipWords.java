package org.packhaus.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seller's own words on a slip, in one language. Plain text: nothing in it is markup, whoever typed it.
 *
 * @param greeting above the goods; paragraphs by line breaks, empty for none
 * @param closing below the goods, such as how to send something back
 */
public record SlipWords(String greeting, String closing) {
    /** As much as a slip has room for. */
    public static final int LONGEST_GREETING = 600;

    /** As much as a slip has room for. */
    public static final int LONGEST_CLOSING = 2000;

    public static final SlipWords NONE = new SlipWords("", "");

    private static final Pattern GAP = Pattern.compile("\\{(name|order)}");

    public SlipWords {
        if (greeting.length() > LONGEST_GREETING || closing.length() > LONGEST_CLOSING) {
            throw new PaperException(
                    "words-too-long",
                    "A greeting has at most %d characters and a closing %d. Shorten them."
                            .formatted(LONGEST_GREETING, LONGEST_CLOSING),
                    Integer.toString(LONGEST_GREETING),
                    Integer.toString(LONGEST_CLOSING));
        }
    }

    public boolean isEmpty() {
        return greeting.isBlank() && closing.isBlank();
    }

    /**
     * With {@code {name}} and {@code {order}} filled in, in one pass: a buyer who calls themselves {@code {order}} is printed as
     * that.
     */
    SlipWords about(String name, String order) {
        return new SlipWords(
                cut(filled(greeting, name, order), LONGEST_GREETING),
                cut(filled(closing, name, order), LONGEST_CLOSING));
    }

    private static String filled(String text, String name, String order) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(gap.group(1).equals("name") ? name : order));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
