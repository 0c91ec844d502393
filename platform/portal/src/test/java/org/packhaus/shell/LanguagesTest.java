package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
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

    /** A list that two people have added to may end up with the marks of a merge, or say something twice. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_zh"})
    void everyLineIsATextAndNoneIsSaidTwice(String language) throws IOException {
        var keys = new TreeSet<String>();
        try (var lines = new BufferedReader(open(language))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        assertThat(line).matches("[A-Za-z][\\w.-]*=.+");
                        var key = line.substring(0, line.indexOf('='));
                        assertThat(keys.add(key)).as("%s is said once", key).isTrue();
                    });
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

    private static Reader open(String language) {
        var path = "/vaadin-i18n/translations" + language + ".properties";
        return new InputStreamReader(
                Objects.requireNonNull(LanguagesTest.class.getResourceAsStream(path), path), StandardCharsets.UTF_8);
    }

    private static Properties read(String language) throws IOException {
        var texts = new Properties();
        try (var reader = open(language)) {
            texts.load(reader);
        }
        return texts;
    }
}
