package org.packhaus.connect.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.packhaus.shell.Card;
import org.packhaus.shell.Icon;

/** Small pieces of this room's pages. */
final class Parts {
    private Parts() {}

    /** Fills a card: its head, what stands right in it, and a body to add to. */
    static Div card(Section card, String title, Component... right) {
        var in = new Div();
        in.addClassName("in");
        Card.head(card, title, right).add(in);
        return in;
    }

    static Div div(String classes, Component... content) {
        var div = new Div(content);
        div.setClassName(classes);
        return div;
    }

    static Span span(String classes, String text) {
        var span = new Span(text);
        span.setClassName(classes);
        return span;
    }

    static Span strong(String text) {
        var holder = new Span();
        var strong = new Element("b");
        strong.setText(text);
        holder.getElement().appendChild(strong);
        return holder;
    }

    /** A tinted line with a mark; {@code tone} is one of ok, info, warn, late, idle. */
    static Div note(String tone, Icon icon, Component... says) {
        var words = new Div(says);
        words.addClassName("grow");
        var note = new Div(icon.create(), words);
        note.addClassNames("note", tone);
        return note;
    }

    /** {@link #note} that is read out as soon as it appears. */
    static Div said(String tone, Icon icon, String text) {
        var note = note(tone, icon, new Span(text));
        note.getElement().setAttribute("role", tone.equals("late") ? "alert" : "status");
        return note;
    }
}
