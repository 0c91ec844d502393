package org.packhaus.shell;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.RouteConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.node.ArrayNode;

/**
 * The places of the drawer, with what waits at each. They are one piece of markup: as components they would cost every session more than
 * all the rest of the frame.
 */
class Places extends Nav {

    /** Texts and classes alone, so that a link that has the focus keeps it. */
    private static final String SHOW = """
            this.querySelectorAll('a').forEach((link, at) => {
                const place = $0[at];
                const count = link.querySelector('.n');
                count.textContent = place.words;
                count.className = 'n ' + place.mood;
                if (place.here) { link.setAttribute('aria-current', 'page'); } else { link.removeAttribute('aria-current'); }
            });
            """;

    private final List<NavigationEntry> entries;
    private final List<String> addresses;

    Places(List<NavigationEntry> entries) {
        this.entries = inOrderOfGroups(entries);
        var routes = RouteConfiguration.forSessionScope();
        this.addresses =
                this.entries.stream().map(entry -> routes.getUrl(entry.view())).toList();
        setAriaLabel(getTranslation("shell.main"));
        getElement().setProperty("innerHTML", markup());
    }

    private static List<NavigationEntry> inOrderOfGroups(List<NavigationEntry> entries) {
        return List.of(NavigationEntry.Group.values()).stream()
                .flatMap(group -> entries.stream().filter(entry -> entry.group() == group))
                .toList();
    }

    private String markup() {
        var markup = new StringBuilder();
        Optional<NavigationEntry.Group> open = Optional.empty();
        for (int i = 0; i < entries.size(); i++) {
            var group = entries.get(i).group();
            if (open.filter(group::equals).isEmpty()) {
                markup.append(open.isPresent() ? "</div>" : "");
                if (!group.textKey().isEmpty()) {
                    markup.append("<h2>").append(text(group.textKey())).append("</h2>");
                }
                markup.append("<div class=\"nav\">");
                open = Optional.of(group);
            }
            markup.append(link(entries.get(i), addresses.get(i)));
        }
        return markup.append(open.isPresent() ? "</div>" : "").toString();
    }

    private String link(NavigationEntry entry, String address) {
        var name = text(entry.textKey());
        return "<a href=\"%s\" title=\"%s\"><span class=\"%s\" aria-hidden=\"true\"></span><span>%s</span><span class=\"n\"></span></a>"
                .formatted(HtmlUtils.htmlEscape(address), name, entry.icon().classes(), name);
    }

    private String text(String key) {
        return HtmlUtils.htmlEscape(getTranslation(key));
    }

    /** Counts anew, and marks where one is. */
    void show(String path, Function<NavigationEntry, Optional<NavigationEntry.Count>> counter) {
        ArrayNode places = JacksonUtils.createArrayNode();
        for (int i = 0; i < entries.size(); i++) {
            var count = counter.apply(entries.get(i));
            var place = JacksonUtils.createObjectNode();
            place.put("words", count.map(NavigationEntry.Count::words).orElse(""));
            place.put("mood", mood(count.map(NavigationEntry.Count::mood).orElse(NavigationEntry.Mood.CALM)));
            place.put("here", path.equals(addresses.get(i)) || path.startsWith(addresses.get(i) + "/"));
            places.add(place);
        }
        getElement().executeJs(SHOW, places);
    }

    private static String mood(NavigationEntry.Mood mood) {
        return switch (mood) {
            case CALM -> "";
            case RUNNING -> "run";
            case BAD -> "bad";
        };
    }
}
