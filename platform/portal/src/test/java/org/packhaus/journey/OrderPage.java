package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.List;
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

    /** Without waiting for what comes of it; the button may be another one by the time a mouse has come there. */
    void pressesBook() {
        desk.button("order.book").first().dispatchEvent("click");
    }

    OrderPage isIn(String stage) {
        desk.find(".order h1 .badge")
                .filter(new Locator.FilterOptions().setHasText(desk.words("stage." + stage)))
                .waitFor();
        return this;
    }

    /** Gives so much of the first piece's price back that the buyer keeps. */
    OrderPage givesBack(String amount) {
        desk.press("refund.give");
        desk.dialog();
        desk.types("refund.amount", amount);
        desk.isOpenToAll();
        desk.press("refund.do");
        desk.noDialog();
        desk.isTold("refund.begun");
        return this;
    }

    /** What happened to the order, whoever did it. */
    OrderPage tells(String key) {
        desk.find(".order .act li")
                .filter(new Locator.FilterOptions().setHasText(desk.words(key)))
                .first()
                .waitFor();
        return this;
    }

    OrderPage reads(String key) {
        desk.reads(desk.words(key));
        return this;
    }

    /** What the channel billed, as the page says it. */
    List<String> receipts() {
        desk.press("receipts.show");
        desk.sees(".receipts a");
        return desk.find(".receipts > div").allInnerTexts();
    }

    /** The channel's paper of that kind, which the page shows. */
    Papers receipt(String kind) {
        var link = desk.find(".receipts > div")
                .filter(new Locator.FilterOptions().setHasText(desk.words("receipts.kind." + kind) + " ·"))
                .locator("a")
                .first();
        return Papers.read(desk, (String) link.evaluate("link => link.href"));
    }
}
