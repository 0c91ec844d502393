package org.packhaus.order;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Folds text for the search: what is stored and what is asked for go through the same sieve, so umlauts and case do not matter. */
final class SearchWords {
    private static final int LONGEST = 64;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[\\s,;]+");

    private SearchWords() {}

    static String fold(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ẞ", "ss")
                .replace("ı", "i")
                .replace("ł", "l")
                .replace("Ł", "l")
                .replace("ø", "o")
                .replace("Ø", "o")
                .toLowerCase(Locale.ROOT)
                .strip();
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    /** Each word by itself, in order. */
    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(GAPS.split(text))
                .map(SearchWords::fold)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }
}
