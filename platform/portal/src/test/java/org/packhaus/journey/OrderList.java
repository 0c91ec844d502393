package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The list of orders, as somebody works with it. */
final class OrderList {
    private static final String ROWS = ".orders vaadin-grid .no a";

    /** Up to here the list stays where it is. */
    private static final int AT_ONCE = 20;

    /** More than that a high window need not show. */
    private static final int ROOM = 25;

    private final Desk desk;

    private OrderList(Desk desk) {
        this.desk = desk;
    }

    /** @param query what stands behind the question mark of the address: {@code tab=to-ship&seller=3} */
    static OrderList open(Desk desk, String query) {
        desk.page().navigate("/orders" + (query.isEmpty() ? "" : "?" + query));
        desk.sees(".orders vaadin-grid");
        return new OrderList(desk);
    }

    /** The list that is on the screen already. */
    static OrderList on(Desk desk) {
        desk.sees(".orders vaadin-grid");
        return new OrderList(desk);
    }

    OrderList hasRows() {
        desk.sees(ROWS);
        return this;
    }

    /** All orders of a stage that has few, in a window in which they have room. */
    OrderList hasAll(String stage) {
        desk.page().setViewportSize(1440, 2400);
        desk.page()
                .waitForFunction(
                        "([rows, counted]) => document.querySelectorAll(rows).length >= counted",
                        List.of(ROWS, Math.min(count(stage), ROOM)));
        desk.settle();
        return this;
    }

    List<String> numbers() {
        return desk.find(ROWS).allInnerTexts();
    }

    /** Whose the orders on the screen are. */
    Set<String> sellers() {
        return Set.copyOf(desk.find(".orders vaadin-grid .no .xs .cut").allInnerTexts());
    }

    /** The order is there, or comes. */
    OrderList shows(String number) {
        desk.find(ROWS)
                .getByText(number, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        return this;
    }

    /** How many stand in a stage, as its tab says. */
    int count(String stage) {
        var tab = desk.find(".orders .tabs a")
                .filter(new Locator.FilterOptions().setHasText(desk.words("stage." + stage)));
        return Integer.parseInt(tab.first().locator(".n").innerText().replaceAll("\\D", ""));
    }

    OrderList stage(String stage) {
        desk.find(".orders .tabs a")
                .filter(new Locator.FilterOptions().setHasText(desk.words("stage." + stage)))
                .first()
                .click();
        desk.page().waitForURL(Pattern.compile(".*tab=" + stage + ".*"));
        desk.settle();
        return this;
    }

    OrderList search(String words) {
        desk.field("orders.search").fill(words);
        desk.page().waitForURL(Pattern.compile(".*q=.*"));
        desk.settle();
        return this;
    }

    OrderList chooseAll() {
        desk.find(".orders vaadin-grid vaadin-checkbox").first().click();
        desk.sees(".dock .btn");
        return this;
    }

    /** The dock's button: book, print, confirm. */
    void wish(String wish) {
        desk.find(".dock .btn")
                .filter(new Locator.FilterOptions().setHasText(desk.words("dock." + wish)))
                .first()
                .click();
    }

    /** A wish from the dock's menu. */
    void wishMore(String wish) {
        desk.button("dock.more").click();
        desk.find(".pick")
                .filter(new Locator.FilterOptions().setHasText(desk.words("dock." + wish)))
                .first()
                .click();
        desk.settle();
    }

    /** Few at once, and told in passing; many as a batch, row by row. */
    void isDone(String deed, int orders) {
        if (orders > AT_ONCE) {
            BatchPage.arrives(desk).runsOut();
        } else {
            desk.isTold("deed.done." + deed, orders);
        }
    }

    BatchPage book() {
        wish("book");
        return BatchPage.arrives(desk);
    }

    BatchPage confirm() {
        wish("confirm");
        return BatchPage.arrives(desk);
    }
}
