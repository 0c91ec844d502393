package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a screen is for and what can be done there, in one language. The text is a file {@code help/<language>/<screen>.md}: its title
 * after {@code #}, one paragraph, a line beginning with {@code -} for each thing one can do, and last {@code >} with the section of the
 * user guide. It is shown as text and never as HTML.
 */
record HelpText(String title, String about, List<String> deeds, String section) {
    HelpText {
        deeds = List.copyOf(deeds);
    }

    /**
     * The screen's name among the files: its address without what stands for one of many, which makes it {@code one}.
     *
     * <pre>
     * orders          orders
     * orders/:order   orders-one
     * </pre>
     */
    static String screen(Class<? extends Component> view) {
        Route route = view.getAnnotation(Route.class);
        if (route == null) {
            throw new IllegalArgumentException(view + " has no address");
        }
        List<String> parts = new ArrayList<>();
        for (String part : route.value().split("/", -1)) {
            if (!part.startsWith(":")) {
                parts.add(part);
            } else if (!parts.getLast().equals("one")) {
                parts.add("one");
            }
        }
        return String.join("-", parts);
    }

    static Optional<HelpText> of(Class<? extends Component> view, Locale language) {
        return of(screen(view), Texts.nearest(language));
    }

    private static Optional<HelpText> of(String screen, Locale language) {
        try (var in = HelpText.class.getResourceAsStream("/help/" + language.getLanguage() + "/" + screen + ".md")) {
            if (in == null) {
                return Optional.empty();
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return Optional.of(read(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HelpText read(List<String> lines) {
        String title = "";
        String section = "";
        List<String> about = new ArrayList<>();
        List<String> deeds = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else if (line.startsWith("- ")) {
                deeds.add(line.substring(2).strip());
            } else if (line.startsWith("> ")) {
                section = line.substring(2).strip();
            } else if (!line.isBlank()) {
                about.add(line.strip());
            }
        }
        return new HelpText(title, String.join(" ", about), deeds, section);
    }
}
