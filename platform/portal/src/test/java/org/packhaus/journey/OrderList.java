package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;

/** The list of orders, as somebody works with it. */
final class OrderList {
    private static final String ROWS = ".orders vaadin-grid .no a";

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

    List<String> numbers() {
        return desk.find(ROWS).allInnerTexts();
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
        desk.sees(".dock .fill");
        return this;
    }

    /** The dock's button: book, print, confirm. */
    void wish(String wish) {
        desk.find(".dock .btn")
                .filter(new Locator.FilterOptions().setHasText(desk.words("dock." + wish)))
                .first()
                .click();
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
