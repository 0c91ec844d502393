package org.packhaus.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.packhaus.shell.Card;

/** Small pieces of pages: cards, pairs, strong words. */
final class Parts {

    private Parts() {}

    /** A card with its head; what stands right in the head follows the title. */
    static Section card(String title, Component... right) {
        return Card.head(new Section(), title, right);
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

    static Element strong(String text) {
        var strong = new Element("b");
        strong.setText(text);
        return strong;
    }

    /** A line of a definition list. */
    static void pair(Element list, String term, Component value) {
        var dt = new Element("dt");
        dt.setText(term);
        var dd = new Element("dd");
        dd.appendChild(value.getElement());
        list.appendChild(dt, dd);
    }

    static Element pairs() {
        return new Element("dl");
    }
}
