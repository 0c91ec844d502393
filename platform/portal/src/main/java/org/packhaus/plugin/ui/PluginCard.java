package org.packhaus.plugin.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.packhaus.plugin.ExtensionRow;
import org.packhaus.plugin.PluginDetails;
import org.packhaus.plugin.PluginRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Facts;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Texts;

/** One plugin file: what it is, why it is trusted, what it can do and call, how it does, or why it is refused. */
class PluginCard extends Section {
    private final Formats formats;
    private final Facts facts = new Facts();

    /** What can be done with it. */
    record Deeds(Runnable enable, Runnable disable, Runnable rollBack, Runnable keepFor) {}

    /**
     * @param about what it is for
     * @param onlyFor names of the sellers it is kept to; empty for all
     */
    PluginCard(PluginDetails plugin, String about, List<String> onlyFor, Formats formats, Deeds deeds) {
        this.formats = formats;
        var row = plugin.row();
        addClassName("card");
        getElement().setAttribute("aria-label", row.id());
        var title = new H2(row.id() + (row.version().isEmpty() ? "" : " " + row.version()));
        title.addClassName("grow");
        var in = new Div();
        in.addClassNames("in", "rows");
        row.problem().ifPresent(problem -> in.add(problem(problem)));
        if (!about.isEmpty()) {
            in.add(new Span(about));
        }
        facts(plugin);
        facts.fact(
                getTranslation("plugins.for"),
                onlyFor.isEmpty() ? getTranslation("plugins.for.all") : String.join(", ", onlyFor));
        in.add(facts, buttons(plugin, deeds));
        add(new Header(title, state(plugin)), in);
    }

    private Badge state(PluginDetails plugin) {
        return switch (plugin.row().state()) {
            case LOADED ->
                plugin.broken() == 0
                        ? new Badge(Badge.Tone.OK, null, getTranslation("plugins.loaded"))
                        : new Badge(Badge.Tone.WARN, null, getTranslation("plugins.broken", plugin.broken()));
            case DISABLED -> new Badge(Badge.Tone.IDLE, null, getTranslation("plugins.disabled"));
            case REFUSED -> new Badge(Badge.Tone.LATE, null, getTranslation("plugins.refused"));
        };
    }

    private Div problem(PluginRow.Problem problem) {
        var key = "refusal." + problem.code();
        var words = new Div();
        if (Texts.has(key)) {
            words.add(new Div(getTranslation(key)));
        }
        var said = new Div(problem.text());
        var code = new Div(problem.code());
        code.addClassNames("xs", "code");
        words.add(said, code);
        var note = new Div(Icon.ALERT.create(), words);
        note.addClassNames("note", "late");
        return note;
    }

    private void facts(PluginDetails plugin) {
        var row = plugin.row();
        for (ExtensionRow extension : row.extensions()) {
            facts.fact(
                    getTranslation("plugins.role."
                            + extension.role().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                    extension.abilities().isEmpty()
                            ? extension.name()
                            : getTranslation("plugins.can", extension.name(), abilities(extension)));
        }
        facts.fact(getTranslation("plugins.file"), row.file());
        facts.fact(getTranslation("plugins.provider"), row.provider());
        facts.fact(getTranslation("plugins.license"), row.license());
        facts.fact(getTranslation("plugins.requires"), row.requires());
        facts.fact(
                getTranslation("plugins.hosts"),
                row.hosts().isEmpty() ? getTranslation("plugins.hosts.none") : String.join(", ", row.hosts()));
        var at = plugin.approvedAt();
        if (plugin.approvedBy() != null && at != null) {
            facts.fact(getTranslation("plugins.approved"), plugin.approvedBy() + " · " + formats.when(at));
        }
        if (plugin.sha256() != null) {
            facts.fact(
                    "SHA-256",
                    plugin.sha256().substring(0, Math.min(16, plugin.sha256().length())) + "…");
        }
        facts.fact(getTranslation("plugins.connections"), formats.number(plugin.connections()));
        if (row.state() == PluginRow.State.LOADED) {
            facts.fact(getTranslation("plugins.calls"), getTranslation("plugins.calls.of", row.calls(), row.errors()));
        }
    }

    private String abilities(ExtensionRow extension) {
        return extension.abilities().stream()
                .map(ability -> Texts.has("plugins.ability." + ability)
                        ? getTranslation("plugins.ability." + ability)
                        : ability)
                .collect(Collectors.joining(", "));
    }

    private Component buttons(PluginDetails plugin, Deeds deeds) {
        var buttons = new Div();
        buttons.addClassName("fx");
        switch (plugin.row().state()) {
            case LOADED -> buttons.add(button("plugins.disable", plugin, deeds.disable()));
            case DISABLED -> buttons.add(button("plugins.enable", plugin, deeds.enable()));
            case REFUSED -> {}
        }
        if (plugin.row().state() != PluginRow.State.REFUSED) {
            buttons.add(button("plugins.keep-for", plugin, deeds.keepFor()));
        }
        if (plugin.previous()) {
            buttons.add(button("plugins.roll-back", plugin, deeds.rollBack()));
        }
        return buttons;
    }

    private ActionButton button(String key, PluginDetails plugin, Runnable deed) {
        var button = new ActionButton(null, getTranslation(key), click -> deed.run()).small();
        button.setAriaLabel(getTranslation(key) + ": " + plugin.row().id());
        return button;
    }
}
