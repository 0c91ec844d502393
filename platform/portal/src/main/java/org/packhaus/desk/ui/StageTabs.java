package org.packhaus.desk.ui;

import com.vaadin.flow.component.html.Nav;
import java.util.List;
import java.util.stream.Collectors;
import org.packhaus.order.OrderCounts;
import org.packhaus.order.OrderTab;
import org.packhaus.shell.Formats;
import org.springframework.web.util.HtmlUtils;

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

    /** One piece of markup: a page is told of it with every change, and holds it for as long as it is open. */
    void show(OrderState state, OrderCounts counts, Formats formats) {
        getElement()
                .setProperty(
                        "innerHTML",
                        SHOWN.stream()
                                .map(tab -> link(tab, state, counts, formats))
                                .collect(Collectors.joining()));
    }

    private String link(OrderTab tab, OrderState state, OrderCounts counts, Formats formats) {
        int counted = counts.of(tab);
        String number = counts.atLeast() ? formats.atLeast(counted) : formats.count(counted);
        return "<a href=\"%s\"%s%s><span>%s</span><span class=\"n\">%s</span></a>"
                .formatted(
                        HtmlUtils.htmlEscape(state.withTab(tab).address()),
                        tab == OrderTab.PROBLEM && counted > 0 ? " class=\"bad\"" : "",
                        tab == state.tab() ? " aria-current=\"page\"" : "",
                        HtmlUtils.htmlEscape(getTranslation("stage." + OrderState.word(tab))),
                        HtmlUtils.htmlEscape(number));
    }
}
