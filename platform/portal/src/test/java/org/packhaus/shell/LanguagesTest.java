package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English is the base; German and Chinese say the same with the same gaps to fill. */
class LanguagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void everyLanguageHasEveryText(String language) throws IOException {
        assertThat(new TreeSet<>(read(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(read("").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_zh"})
    void everyLanguageFillsTheSamePlaceholders(String language) throws IOException {
        var base = read("");
        var other = read(language);
        for (var key : base.stringPropertyNames()) {
            assertThat(placeholders(other.getProperty(key, ""))).as(key).isEqualTo(placeholders(base.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everyTextIsAPatternAndLosesNoApostrophe(String language) throws IOException {
        var texts = read(language);
        for (var key : texts.stringPropertyNames()) {
            var text = texts.getProperty(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            if (!placeholders(text).isEmpty()) {
                assertThatCode(() -> new MessageFormat(text, Locale.ENGLISH))
                        .as(key)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aReaderOfAnUnknownLanguageGetsEnglish() {
        assertThat(Texts.nearest(Locale.FRENCH)).isEqualTo(Locale.ENGLISH);
        assertThat(Texts.nearest(Locale.TRADITIONAL_CHINESE)).isEqualTo(Locale.CHINESE);
        assertThat(Texts.of(Locale.GERMANY, "user.sign-out")).isEqualTo("Abmelden");
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Properties read(String language) throws IOException {
        var path = "/vaadin-i18n/translations" + language + ".properties";
        var texts = new Properties();
        try (var stream = Objects.requireNonNull(LanguagesTest.class.getResourceAsStream(path), path)) {
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
