package org.packhaus.connect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Texts;

/** What a try of a connection says while it runs and when it failed. */
final class TestNote {
    private TestNote() {}

    static Div running(Component page, String name) {
        var says = page.getUI()
                .map(ui -> Texts.of(ui.getLocale(), "connection.testing", name))
                .orElse(name);
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", says);
        var note = Parts.note("info", Icon.PLUG, new Span(says), bar);
        note.getElement().setAttribute("role", "status");
        return note;
    }

    /** The plugin's sentence says what happened and what to do; the code is what the operations guide explains. */
    static Div failed(Component page, String code, String text) {
        var locale = page.getUI().map(ui -> ui.getLocale()).orElse(java.util.Locale.ENGLISH);
        var key = "problem." + code;
        var note = Parts.note("late", Icon.ALERT);
        var words = (Div) note.getComponentAt(1);
        if (Texts.has(key)) {
            words.add(Parts.div("", Parts.strong(Texts.of(locale, key))));
        }
        var said = new Div(new Span(text));
        // A plugin speaks English where it has no better words.
        said.getElement().setAttribute("lang", "en");
        words.add(said, Parts.div("xs two mono", new Span(code)));
        note.getElement().setAttribute("role", "alert");
        return note;
    }
}
