package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.packhaus.security.UserSettings;

/**
 * One field for "where is" and "do": orders by number, buyer, SKU or tracking number, screens, sellers, actions. Arrows and the enter key
 * work in the browser, so a slow line does not make the hands wait.
 */
class Palette extends Dialog {

    private static final int MOST_OF_A_KIND = 6;

    private static final String ARROWS = """
            const input = this, list = document.getElementById('palette-list');
            const options = () => [...list.querySelectorAll('[role=option]')];
            const mark = at => {
                const all = options();
                all.forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
                if (all[at]) { input.setAttribute('aria-activedescendant', all[at].id); all[at].scrollIntoView({block: 'nearest'}); }
                else { input.removeAttribute('aria-activedescendant'); }
            };
            // A list for what was typed before is about to be replaced: Enter waits for the one that comes.
            let pressed = false;
            const current = () => list.dataset.for === input.value;
            const take = () => {
                pressed = false;
                const all = options(), chosen = all.find(option => option.getAttribute('aria-selected') === 'true') || all[0];
                if (chosen) { chosen.click(); }
            };
            new MutationObserver(() => {
                mark(0);
                if (pressed && current()) { take(); }
            }).observe(list, {childList: true, attributes: true, attributeFilter: ['data-for']});
            input.addEventListener('input', () => { pressed = false; });
            input.addEventListener('keydown', e => {
                const all = options(), at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
                if (e.key === 'Escape') { pressed = false; }
                if (e.key === 'ArrowDown') { mark(all.length ? (at + 1) % all.length : -1); }
                else if (e.key === 'ArrowUp') { mark(all.length ? (at - 1 + all.length) % all.length : -1); }
                else if (e.key === 'Enter') { if (current()) { take(); } else { pressed = true; } }
                else { return; }
                e.preventDefault();
            });
            mark(0);
            // The dialog takes the focus for itself when it has opened; whoever pressed the keys is typing already.
            const dialog = input.closest('vaadin-dialog');
            const focus = () => {
                if (!dialog.opened) { return; }
                if (document.activeElement !== input) { input.focus(); }
                if (document.activeElement === input && window.phAhead) {
                    const text = window.phAhead.text;
                    window.phAhead = null;
                    if (text) { input.value = text + input.value; input.dispatchEvent(new Event('input', {bubbles: true})); input.dispatchEvent(new Event('change', {bubbles: true})); }
                }
            };
            focus();
            [0, 50, 150, 300].forEach(wait => setTimeout(focus, wait));
            """;

    private final List<PaletteSource> sources;
    private final Recents recents;
    private final Formats formats = Formats.current();
    private final Input field = new Input();
    private final Div list = new Div();

    Palette(List<PaletteSource> sources, UserSettings settings) {
        this.sources = sources;
        this.recents = new Recents(settings);
        addClassName("palette");
        getElement().setAttribute("aria-label", getTranslation("palette.title"));
        setWidth("600px");
        setTop("12vh");
        field.addClassName("palette-field");
        field.setPlaceholder(getTranslation("palette.placeholder"));
        field.getElement().setAttribute("role", "combobox");
        field.getElement().setAttribute("aria-label", getTranslation("palette.title"));
        field.getElement().setAttribute("aria-expanded", "true");
        field.getElement().setAttribute("aria-controls", "palette-list");
        field.getElement().setAttribute("aria-autocomplete", "list");
        field.getElement().setAttribute("autocomplete", "off");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(150);
        field.addValueChangeListener(typed -> show(typed.getValue()));
        list.setId("palette-list");
        list.addClassName("palette-list");
        list.getElement().setAttribute("role", "listbox");
        list.getElement().setAttribute("aria-label", getTranslation("palette.found"));
        var line = new Div(Icon.SEARCH.create(), field);
        line.addClassName("palette-line");
        var foot = new Div(new Span(getTranslation("palette.help")));
        foot.addClassNames("xs", "two", "palette-foot");
        add(line, list, foot);
        show("");
        addOpenedChangeListener(opened -> {
            if (opened.isOpened()) {
                field.getElement().executeJs(ARROWS);
            }
        });
    }

    private void show(String typed) {
        var wanted = typed.strip();
        list.removeAll();
        var hits = hits(wanted);
        if (hits.isEmpty()) {
            var none = new Div(getTranslation(wanted.isEmpty() ? "palette.empty" : "palette.none", wanted));
            none.addClassNames("two", "palette-none");
            list.add(none);
        }
        int number = 0;
        PaletteHit.@org.jspecify.annotations.Nullable Kind head = null;
        for (var hit : hits) {
            if (hit.kind() != head) {
                head = hit.kind();
                var words = new Div(getTranslation("palette." + head.name().toLowerCase(java.util.Locale.ROOT)));
                words.addClassNames("xs", "two", "palette-head");
                words.getElement().setAttribute("role", "presentation");
                list.add(words);
            }
            list.add(option(hit, number++));
        }
        list.getElement().setAttribute("data-for", typed);
    }

    private List<PaletteHit> hits(String typed) {
        List<PaletteHit> hits = new ArrayList<>();
        if (typed.isEmpty()) {
            recents.list()
                    .forEach(place -> hits.add(new PaletteHit(
                            PaletteHit.Kind.RECENT,
                            icon(place.icon()),
                            place.title(),
                            "",
                            new PaletteHit.Go(place.address()))));
        }
        for (var kind : PaletteHit.Kind.values()) {
            sources.stream()
                    .flatMap(source -> source.find(typed, formats).stream())
                    .filter(hit -> hit.kind() == kind)
                    .limit(MOST_OF_A_KIND)
                    .forEach(hits::add);
        }
        hits.sort(Comparator.comparing(PaletteHit::kind));
        return hits;
    }

    private static Icon icon(String name) {
        try {
            return Icon.valueOf(name);
        } catch (IllegalArgumentException forgotten) {
            return Icon.RIGHT;
        }
    }

    private Div option(PaletteHit hit, int number) {
        var title = new Span(hit.title());
        title.addClassName("cut");
        var below = new Span(hit.below());
        below.addClassNames("two", "cut", "grow");
        var option = new Div(hit.icon().create(), title, below);
        option.setId("palette-" + number);
        option.addClassName("palette-option");
        option.getElement().setAttribute("role", "option");
        option.getElement().setAttribute("aria-selected", "false");
        option.addClickListener(click -> take(hit));
        return option;
    }

    private void take(PaletteHit hit) {
        close();
        switch (hit.target()) {
            case PaletteHit.Go(var address) -> {
                recents.add(new Recents.Place(hit.title(), address, hit.icon().name()));
                go(address);
            }
            case PaletteHit.Run(var work) -> work.run();
        }
    }

    private static void go(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, query),
                            com.vaadin.flow.router.QueryParameters.fromString(address.substring(query + 1)));
        }
    }
}
