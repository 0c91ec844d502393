package org.packhaus.casework;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * What may be shown of a stranger's HTML: words, lists, tables, links. No script, form, style, frame, or picture is left, so nothing runs
 * and nothing is fetched, not even the dot by which a sender learns that a mail was opened.
 */
final class SafeHtml {
    private static final int LONGEST = 500_000;
    private static final int DEEPEST = 100;
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "a",
                    "b",
                    "blockquote",
                    "br",
                    "code",
                    "div",
                    "em",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "s",
                    "small",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "u",
                    "ul")
            .addAttributes("a", "href")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan")
            .addProtocols("a", "href", SCHEMES.toArray(String[]::new))
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private SafeHtml() {}

    /** Empty if nothing is left of it. */
    static String of(String html) {
        if (html.isBlank()) {
            return "";
        }
        try {
            Document dirty = Jsoup.parse(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
            Document clean = new Cleaner(ALLOWED).clean(dirty);
            for (Element link : clean.select("a")) {
                where(link);
            }
            clean.outputSettings().prettyPrint(false);
            if (isTooDeep(clean.body())) {
                // Browsers and this portal's readers are better off with the words alone.
                Element words = new Element("p").text(clean.body().text());
                return words.outerHtml();
            }
            return clean.body().hasText() ? clean.body().html() : "";
        } catch (RuntimeException | StackOverflowError e) {
            return "";
        }
    }

    /** The words alone: of a mail that came as HTML only. */
    static String words(String safe) {
        return Jsoup.parse(safe).wholeText().strip();
    }

    /** Says where it leads, whatever its words say. */
    private static void where(Element link) {
        String target = link.attr("href");
        if (target.isBlank() || target.toLowerCase(Locale.ROOT).startsWith("mailto:") && target.contains("?")) {
            link.removeAttr("href");
        } else {
            link.attr("title", target);
        }
    }

    private static boolean isTooDeep(Element body) {
        for (Element one : body.getAllElements()) {
            int depth = 0;
            for (Element up = one; up != null && depth <= DEEPEST; up = up.parent()) {
                depth++;
            }
            if (depth > DEEPEST) {
                return true;
            }
        }
        return false;
    }
}
