package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;

/** All about one order. */
final class OrderPage {
    private final Desk desk;

    private OrderPage(Desk desk) {
        this.desk = desk;
    }

    static OrderPage open(Desk desk, long order) {
        desk.page().navigate("/orders/" + order);
        return arrives(desk);
    }

    static OrderPage arrives(Desk desk) {
        desk.page().waitForURL(Pattern.compile(".*/orders/\\d+"));
        desk.sees(".order .way");
        return new OrderPage(desk);
    }

    /** Whether the address check knows better. */
    boolean proposesAnAddress() {
        return desk.find(".order .sugg").count() > 0;
    }

    OrderPage takesProposal() {
        desk.find(".order .note .btn").first().click();
        desk.isTold("address.saved");
        return this;
    }

    OrderPage correctsAddress(String field, String value) {
        desk.press("address.edit");
        desk.dialog();
        desk.types(field, value);
        desk.press("address.save");
        desk.noDialog();
        desk.isTold("address.saved");
        return this;
    }

    /** Without waiting for what comes of it. */
    void pressesBook() {
        desk.button("order.book").first().click();
    }

    OrderPage isIn(String stage) {
        desk.find(".order h1 .badge")
                .filter(new Locator.FilterOptions().setHasText(desk.words("stage." + stage)))
                .waitFor();
        return this;
    }
}
