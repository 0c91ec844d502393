package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a service refused or found, in the reader's language where there are words for its code, else as the service said it. */
public final class Problems {

    private Problems() {}

    public static String text(String code, @Nullable String said) {
        var key = "refusal." + code;
        return Texts.has(key) ? Texts.of(UI.getCurrent().getLocale(), key) : String.valueOf(said);
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
        if (code == null || reader.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return null;
        }
        var word = code.toLowerCase(Locale.ROOT).replace('_', '-');
        var key = "problem." + word + ".next";
        if (Texts.has(key)) {
            return Texts.of(reader, key);
        }
        return word.startsWith("address-") ? Texts.of(reader, "problem.address.next") : null;
    }
}
