package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The list of what comes back. */
final class ReturnList {
    private static final String ROWS = ".returns vaadin-grid .return-open";

    private final Desk desk;

    private ReturnList(Desk desk) {
        this.desk = desk;
    }

    static ReturnList open(Desk desk, String tab) {
        desk.page().navigate("/returns?show=" + tab);
        desk.sees(".returns .tabs a[aria-current=page]");
        return new ReturnList(desk);
    }

    ReturnList asksTheChannels() {
        desk.press("returns.look-now");
        desk.isTold("returns.looking");
        return this;
    }

    int count(String tab) {
        var shown = desk.find(".returns .tabs a[href$='=" + tab + "'] .n").innerText();
        return Integer.parseInt(shown.replaceAll("\\D", ""));
    }

    /** Without being called again: what came through shows by itself. */
    ReturnList comesTo(String tab, int pieces) {
        desk.page()
                .waitForFunction(
                        "([tab, pieces]) => {"
                                + " const shown = document.querySelector(`.returns .tabs a[href$='=${tab}'] .n`);"
                                + " return shown && Number(shown.innerText.replace(/\\D/g, '')) === pieces; }",
                        List.of(tab, pieces),
                        new Page.WaitForFunctionOptions().setTimeout(120_000));
        desk.settle();
        return this;
    }

    ReturnList hasRows() {
        desk.sees(ROWS);
        return this;
    }

    ReturnList chooseAll() {
        desk.find(".returns vaadin-grid vaadin-checkbox").first().click();
        desk.sees(".return-dock .fill");
        return this;
    }

    /** Takes what is chosen back, once the person has read what cannot be undone. @return what the dialog warns of */
    String takeBack(int pieces, String reason) {
        desk.press("return.accept");
        var warning = desk.dialog().locator(".note").innerText();
        desk.isOpenToAll();
        Bench.decide(desk, "accept", pieces, reason);
        return warning;
    }

    /** All about a piece, as a link leads to it. */
    static ReturnList show(Desk desk, long piece) {
        desk.page().navigate("/returns?show=all&return=" + piece);
        desk.dialog();
        return new ReturnList(desk);
    }

    /** The messages the open return names. */
    List<String> conversations() {
        // Stands below them, so they are there by then.
        write().waitFor();
        return desk.dialog().locator("a[href^='cases/']").allInnerTexts();
    }

    private Locator write() {
        return desk.dialog()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(desk.words("return.write"))
                                .setExact(true));
    }

    /** Writes to the buyer about the open return, for the reason that is proposed. */
    ReturnList writes(String to, String text) {
        write().click();
        desk.page().waitForURL("**/orders/*about-return=*");
        desk.dialog();
        desk.types("case.address", to);
        desk.types("case.text", text);
        desk.isOpenToAll();
        desk.press("case.send");
        desk.noDialog();
        desk.isTold("order.write.done");
        return this;
    }
}
