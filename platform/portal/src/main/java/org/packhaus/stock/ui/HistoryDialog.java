package org.packhaus.stock.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.stock.StockHistory;
import org.packhaus.stock.StockMovement;
import org.packhaus.stock.StockRow;

/** What happened to a SKU's count: when, how many, why and by whom, newest first. */
class HistoryDialog extends Dialog {
    private final Function<@Nullable Long, StockHistory> read;
    private final Formats formats = Formats.current();
    private final OrderedList lines = new OrderedList();
    private final ActionButton more = new ActionButton(Icon.DOWN, getTranslation("stock.more"), click -> more());
    private @Nullable Long next;

    /** @param read a page of the history, after the one that named this */
    HistoryDialog(StockRow row, Function<@Nullable Long, StockHistory> read) {
        this.read = read;
        setHeaderTitle(getTranslation("stock.history.title", row.sku()));
        setWidth("620px");
        lines.addClassName("moves");
        var all = new Div(lines, more);
        all.addClassName("rows");
        add(all);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).quiet());
        more();
        if (lines.getChildren().findAny().isEmpty()) {
            all.add(new Paragraph(getTranslation("stock.history.none")));
        }
    }

    private void more() {
        var page = read.apply(next);
        page.movements().forEach(move -> lines.add(line(move)));
        next = page.next();
        more.setVisible(next != null);
    }

    private ListItem line(StockMovement move) {
        var change = new Span((move.change() > 0 ? "+" : "−") + formats.number(Math.abs(move.change())));
        change.addClassNames("num", move.change() > 0 ? "up" : "down");
        var what = new Div();
        what.add(new Span(getTranslation(
                "stock.reason." + move.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        if (!move.note().isBlank()) {
            what.add(new Span(" · " + move.note()));
        }
        var order = move.order();
        if (order != null) {
            what.add(new Span(" · "), new Anchor("orders/" + order.value(), getTranslation("stock.history.order")));
        }
        var who = new Div(getTranslation("stock.history.by", formats.when(move.at()), by(move.by())));
        who.addClassNames("xs", "two");
        var said = new Div(what, who);
        said.addClassName("grow");
        var after = new Span(getTranslation("stock.history.after", formats.number(move.onHandAfter())));
        after.addClassNames("xs", "two");
        var line = new ListItem(change, said, after);
        line.addClassName("move");
        return line;
    }

    /** A job's name is no name for a person. */
    private String by(String actor) {
        return actor.contains(".") || actor.equals("system") ? "Packhaus" : actor;
    }
}
