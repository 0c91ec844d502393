package org.packhaus.plugin.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A plugin's {@code texts[_de|_zh].properties}, in UTF-8. Read once and by hand: {@code ResourceBundle} keeps what it has read in a
 * cache of its own.
 */
final class Texts {
    private static final List<String> LANGUAGES = List.of("", "de", "zh");

    private final Map<String, Properties> byLanguage = new HashMap<>();

    static Texts beside(Class<?> extension) {
        Texts texts = new Texts();
        for (String language : LANGUAGES) {
            String file = language.isEmpty() ? "texts.properties" : "texts_" + language + ".properties";
            try (InputStream in = extension.getResourceAsStream(file)) {
                Properties properties = new Properties();
                if (in != null) {
                    properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                }
                texts.byLanguage.put(language, properties);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    String label(String component, Locale language) {
        return text("settings." + component, language, component);
    }

    String help(String component, Locale language) {
        return text("settings." + component + ".help", language, "");
    }

    String option(String component, String constant, Locale language) {
        return text("settings." + component + "." + constant, language, constant);
    }

    /** What a new form starts with, and what counts when nothing was entered. */
    String initial(String component) {
        return text("settings." + component + ".default", Locale.ROOT, "");
    }

    /** Words that are no field's. */
    Optional<String> find(String key, Locale language) {
        return Optional.of(text(key, language, "")).filter(words -> !words.isBlank());
    }

    private String text(String key, Locale language, String otherwise) {
        String base = properties("").getProperty(key, otherwise);
        return properties(language.getLanguage()).getProperty(key, base);
    }

    private Properties properties(String language) {
        return byLanguage.getOrDefault(language, new Properties());
    }
}
