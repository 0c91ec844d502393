package org.packhaus.insight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.packhaus.shell.Card;

/** The parts dashboards are made of: a figure with words, a card, a table of figures. */
final class Figures {

    private Figures() {}

    static Div tile(String name, String figure, boolean alarming, Component... below) {
        var caption = new Div(name);
        caption.addClassName("two");
        var value = new Div(figure);
        value.addClassName("fig");
        value.setClassName("late", alarming);
        var words = new Div(below);
        words.addClassNames("xs", "two");
        var tile = new Div(caption, value, words);
        tile.addClassName("kpi");
        return tile;
    }

    static Section card(String name, List<Component> beside, Component... inside) {
        var in = new Div(inside);
        in.addClassName("in");
        var card = Card.head(new Section(), name, beside.toArray(Component[]::new));
        card.add(in);
        return card;
    }

    /** A square in the colour of a kind, and its name. */
    static Span legend(String kind, String name) {
        var swatch = new Span();
        swatch.addClassNames("sw", kind);
        var legend = new Span(swatch, new Span(name));
        legend.addClassName("lg");
        return legend;
    }

    /** The first column is words, the others are figures. */
    static NativeTable table(String name, List<String> heads, List<? extends List<?>> rows) {
        var table = new NativeTable();
        table.getElement().setAttribute("aria-label", name);
        table.addClassName("figures");
        var head = new NativeTableRow();
        for (int i = 0; i < heads.size(); i++) {
            var cell = new NativeTableHeaderCell(heads.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("num", i > 0);
            head.add(cell);
        }
        table.getHead().add(head);
        for (var values : rows) {
            var row = new NativeTableRow();
            for (int i = 0; i < values.size(); i++) {
                var cell = new NativeTableCell();
                if (values.get(i) instanceof Component component) {
                    cell.add(component);
                } else {
                    cell.setText(String.valueOf(values.get(i)));
                }
                cell.setClassName("num", i > 0);
                row.add(cell);
            }
            table.getBody().add(row);
        }
        return table;
    }

    /** What a chart shows, for those who read figures. */
    static NativeDetails behind(String summary, NativeTable table) {
        var details = new NativeDetails(summary, table);
        details.addClassNames("behind", "xs");
        return details;
    }
}
