package org.packhaus.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.List;

/** Cards and plain tables of this room. */
final class Cards {
    private Cards() {}

    /** Fills a card with its head and what is in it. */
    static void fill(Section card, String title, Component... inside) {
        var head = new H2(title);
        head.addClassName("grow");
        var in = new Div(inside);
        in.addClassNames("in", "rows");
        card.add(new Header(head), in);
        card.addClassName("card");
        card.getElement().setAttribute("aria-label", title);
    }

    /** A table that is read, not worked with; the first row names the columns. */
    static Div table(String name, List<List<String>> rows) {
        var table = new Element("table");
        table.setAttribute("aria-label", name);
        for (int i = 0; i < rows.size(); i++) {
            var line = new Element("tr");
            for (String text : rows.get(i)) {
                var cell = new Element(i == 0 ? "th" : "td");
                cell.setText(text);
                line.appendChild(cell);
            }
            table.appendChild(line);
        }
        var holder = new Div();
        holder.addClassName("plain-table");
        holder.getElement().setAttribute("tabindex", "0");
        holder.getElement().appendChild(table);
        return holder;
    }
}
