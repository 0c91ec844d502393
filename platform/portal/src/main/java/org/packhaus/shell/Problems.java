package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.Refusal;

/** What a service refused or found, in the reader's language where there are words for its code, else as the service said it. */
public final class Problems {

    private static final String REFUSALS = "refusal.";

    private Problems() {}

    /** What a room refused, with the names that it gave. */
    public static String text(Refusal refused) {
        return text(REFUSALS, refused);
    }

    /** @param keys where the words of that room are: several may have the same code */
    public static String text(String keys, Refusal refused) {
        return text(UI.getCurrent().getLocale(), keys, refused.code(), refused.text(), refused.named());
    }

    /** @param named for the gaps of the words */
    public static String text(String code, @Nullable String said, String... named) {
        return text(UI.getCurrent().getLocale(), REFUSALS, code, said, named);
    }

    static String text(Locale reader, String keys, String code, @Nullable String said, String... named) {
        var key = keys + code;
        if (Texts.has(key)) {
            var words = Texts.of(reader, key, (Object[]) named);
            // A plugin may have a code of ours, and does not know what our words for it name.
            return words.contains("{0") ? String.valueOf(said) : words;
        }
        var problem = "problem." + word(code);
        return isEnglish(reader) || !Texts.has(problem) ? String.valueOf(said) : Texts.of(reader, problem);
    }

    /** What it is called in the reader's language. An unknown code stands for itself and can be looked up. */
    public static String name(Locale reader, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return "";
        }
        var word = word(code);
        // What the address check finds is the same as what a carrier says of an address.
        return Stream.of(word, word.replaceFirst("^address-", ""))
                .map(one -> "problem." + one)
                .filter(Texts::has)
                .findFirst()
                .map(key -> Texts.of(reader, key))
                .orElse(code);
    }

    /**
     * What else is said of an order's problem than its name. The rooms speak English and tell the particulars; whoever reads another
     * language is told what to do next, where there are words for the code, and has the carrier's or channel's own words where there are none.
     */
    public static String said(Locale reader, @Nullable String code, @Nullable String said) {
        var next = next(reader, code);
        return next != null ? next : said == null ? "" : said;
    }

    /** What to do, or the value that mends it: only values are the same in every language. */
    public static String fix(Locale reader, @Nullable String code, @Nullable String fix) {
        return fix == null || next(reader, code) != null && fix.endsWith(".") ? "" : fix;
    }

    private static @Nullable String next(Locale reader, @Nullable String code) {
        if (code == null || isEnglish(reader)) {
            return null;
        }
        var word = word(code);
        var key = "problem." + word + ".next";
        if (Texts.has(key)) {
            return Texts.of(reader, key);
        }
        return word.startsWith("address-") ? Texts.of(reader, "problem.address.next") : null;
    }

    private static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    private static String word(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
