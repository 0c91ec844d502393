package org.packhaus.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.packhaus.shell.Card;

/** Cards and plain tables of this room. */
final class Cards {
    private Cards() {}

    /** Fills a card with its head and what is in it. */
    static void fill(Section card, String title, Component... inside) {
        var in = new Div(inside);
        in.addClassNames("in", "rows");
        Card.head(card, title).add(in);
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
