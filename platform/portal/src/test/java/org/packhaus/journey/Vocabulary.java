package org.packhaus.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows every text of the portal in every language, and hears when a screen speaks another one than its reader. */
final class Vocabulary {
    private static final List<String> LANGUAGES = List.of("", "_de", "_zh");

    /** What is said on the screen, by words or by labels. What somebody else has said stands in an element that names its language. */
    private static final String SAID = """
        () => {
            const said = new Set();
            const keep = text => { const line = text.trim().replace(/\\s+/g, ' '); if (line) { said.add(line); } };
            for (const element of document.body.querySelectorAll('*')) {
                if (element.closest('[lang]:not(html), script, style, pre, code, svg') || !element.checkVisibility()) { continue; }
                for (const name of ['aria-label', 'title', 'placeholder', 'alt']) { keep(element.getAttribute(name) || ''); }
                for (const node of element.childNodes) { if (node.nodeType === Node.TEXT_NODE) { keep(node.data); } }
            }
            return [...said];
        }
        """;

    /** Words that make a sentence English, none of which German knows. */
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)\\b(the|of|and|is|are|with|has|have|for|this|that|by|your|not)\\b");

    private static final Pattern KEY = Pattern.compile("!?[a-z][\\w-]*(\\.[\\w-]+)+");
    /** What only a program says: {@code house-number-missing}. */
    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z]+){2,}");

    private static final Pattern ENGLISH_DAY =
            Pattern.compile("\\b(Mon|Tue|Wed|Thu|Sat|Sun)\\b \\d|\\b\\d+ (Jan|Mar|May|Oct|Dec)\\b");

    private final Locale language;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> own = new HashSet<>();
    private final Set<String> foreign = new HashSet<>();

    Vocabulary(Locale language) {
        this.language = language;
        for (var suffix : LANGUAGES) {
            var texts = read(suffix);
            keys.addAll(texts.stringPropertyNames());
            var words =
                    texts.stringPropertyNames().stream().map(texts::getProperty).toList();
            (suffix.equals(suffix(language)) ? own : foreign).addAll(words);
        }
        foreign.removeAll(own);
        foreign.removeIf(text -> text.length() < 4 || text.contains("{"));
    }

    private static String suffix(Locale language) {
        return language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    }

    /** What on this screen is no word of its reader's. */
    @SuppressWarnings("unchecked")
    List<String> foreignOn(Page page) {
        List<String> heard = new ArrayList<>();
        for (var text : (List<String>) page.evaluate(SAID)) {
            if (isForeign(text)) {
                heard.add(text);
            }
        }
        return heard;
    }

    private boolean isForeign(String text) {
        if (CODE.matcher(text).matches()
                || KEY.matcher(text).matches() && (text.startsWith("!") || keys.contains(text))
                || foreign.contains(text)) {
            return true;
        }
        return !language.equals(Locale.ENGLISH)
                && (ENGLISH.matcher(text)
                                        .results()
                                        .map(found -> found.group().toLowerCase(Locale.ROOT))
                                        .distinct()
                                        .count()
                                >= 2
                        || ENGLISH_DAY.matcher(text).find());
    }

    private static Properties read(String suffix) {
        var path = "/vaadin-i18n/translations" + suffix + ".properties";
        var texts = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
