package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.packhaus.order.OrderCounts;
import org.packhaus.order.OrderTab;
import org.packhaus.shell.Formats;

/** The stages of an order with how many stand in each. Links, so they can be opened beside each other. */
class StageTabs extends Nav {

    private static final List<OrderTab> SHOWN = List.of(
            OrderTab.ANNOUNCED,
            OrderTab.TO_SHIP,
            OrderTab.LABEL_PRINTED,
            OrderTab.PACKED,
            OrderTab.SENT,
            OrderTab.PROBLEM,
            OrderTab.ALL);

    StageTabs() {
        addClassName("tabs");
        setAriaLabel(getTranslation("orders.stages"));
    }

    void show(OrderState state, OrderCounts counts, Formats formats) {
        removeAll();
        for (var tab : SHOWN) {
            int counted = counts.of(tab);
            var number = new Span(counts.atLeast() ? formats.atLeast(counted) : formats.count(counted));
            number.addClassName("n");
            var link = new Anchor(state.withTab(tab).address());
            link.add(new Span(getTranslation("stage." + OrderState.word(tab))), number);
            link.setClassName("bad", tab == OrderTab.PROBLEM && counted > 0);
            if (tab == state.tab()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}
