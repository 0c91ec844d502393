package org.packhaus.shell;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The portal's words: one bundle, base English. For code that has a language but no component to ask. */
public final class Texts {

    /** What the language switch offers, in this order. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.CHINESE);

    private static final String BUNDLE = "vaadin-i18n.translations";
    private static final ResourceBundle.Control BASE_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /** A missing key shows itself instead of breaking the page; a test keeps that from happening. */
    public static String of(Locale locale, String key, Object... params) {
        try {
            var pattern =
                    ResourceBundle.getBundle(BUNDLE, locale, BASE_IS_ENGLISH).getString(key);
            return params.length == 0 ? pattern : new MessageFormat(pattern, locale).format(params);
        } catch (MissingResourceException missing) {
            return "!" + key;
        }
    }

    /** Whether somebody has words for it: codes of plugins may have none. */
    public static boolean has(String key) {
        return ResourceBundle.getBundle(BUNDLE, Locale.ROOT, BASE_IS_ENGLISH).containsKey(key);
    }

    /** The nearest language we speak. */
    public static Locale nearest(Locale wanted) {
        return LANGUAGES.stream()
                .filter(offered -> offered.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
