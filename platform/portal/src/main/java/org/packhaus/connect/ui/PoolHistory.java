package org.packhaus.connect.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.packhaus.order.OrderId;
import org.packhaus.returnnumber.PoolRow;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Icon;

/** Which number went to which order, and which are still to be had. */
class PoolHistory extends Dialog {
    private static final int PAGE = 100;

    private final SellerId seller;
    private final String carrier;
    private final NumberTools tools;
    private final SellerWords words;
    private final Grid<PoolRow> grid = new Grid<>();
    private final Select<PoolRow.Use> use = new Select<>();
    private final ActionButton more = new ActionButton(Icon.DOWN, getTranslation("pool.more"), click -> more());
    private final List<PoolRow> shown = new ArrayList<>();
    private final Map<OrderId, String> orders = new HashMap<>();

    PoolHistory(SellerId seller, String carrier, NumberTools tools, SellerWords words) {
        this.seller = seller;
        this.carrier = carrier;
        this.tools = tools;
        this.words = words;
        setHeaderTitle(getTranslation("pool.history", words.carrier(carrier)));
        setWidth("760px");
        setHeight("640px");
        use.setLabel(getTranslation("pool.show"));
        use.setItems(PoolRow.Use.values());
        use.setEmptySelectionAllowed(true);
        use.setEmptySelectionCaption(getTranslation("pool.all"));
        use.setItemLabelGenerator(one -> one == null ? getTranslation("pool.all") : use(one));
        use.addValueChangeListener(change -> refresh());
        columns();
        var all = new Div(use, grid, more);
        all.addClassNames("rows", "pool-history");
        add(all);
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).quiet());
        refresh();
    }

    private String use(PoolRow.Use one) {
        return getTranslation("pool.use." + one.name().toLowerCase(Locale.ROOT));
    }

    private void columns() {
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", getTranslation("pool.history", words.carrier(carrier)));
        grid.setEmptyStateText(getTranslation("pool.none"));
        grid.addComponentColumn(row -> Parts.span("mono", row.number()))
                .setHeader(getTranslation("pool.number"))
                .setWidth("170px")
                .setFlexGrow(1);
        grid.addColumn(row -> use(row.use()))
                .setHeader(getTranslation("pool.state"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> row.order().map(this::order).orElseGet(() -> new Span("–")))
                .setHeader(getTranslation("orders.order"))
                .setWidth("150px")
                .setFlexGrow(1);
        grid.addColumn(row -> row.usedAt().map(words.formats()::when).orElse("–"))
                .setHeader(getTranslation("pool.used-at"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(row -> words.formats().when(row.addedAt()))
                .setHeader(getTranslation("pool.added-at"))
                .setWidth("140px")
                .setFlexGrow(0);
    }

    private Span order(OrderId id) {
        return new Span(new Anchor("orders/" + id, orders.getOrDefault(id, id.toString())));
    }

    private void refresh() {
        shown.clear();
        more();
    }

    private void more() {
        var before = shown.isEmpty() ? Long.MAX_VALUE : shown.getLast().id();
        var next = tools.numbers(seller, carrier, use.getValue(), before, PAGE);
        var unknown =
                next.stream().flatMap(row -> row.order().stream()).distinct().toList();
        if (!unknown.isEmpty()) {
            orders.putAll(tools.orderNumbers(seller, unknown));
        }
        shown.addAll(next);
        more.setVisible(next.size() == PAGE);
        grid.setItems(shown);
    }
}
