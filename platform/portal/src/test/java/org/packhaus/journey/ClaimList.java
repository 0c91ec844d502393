package org.packhaus.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** The claims to carriers. */
final class ClaimList {
    private static final int PAGE = 50;

    private final Desk desk;

    private ClaimList(Desk desk) {
        this.desk = desk;
    }

    static ClaimList open(Desk desk, String filter) {
        desk.page().navigate("/claims?show=" + filter);
        desk.sees(".claims .tabs a[aria-current=page]");
        return new ClaimList(desk);
    }

    int count(String filter) {
        var shown = desk.find(".claims .tabs a[href$='=" + filter + "'] .n").innerText();
        return Integer.parseInt(shown.replaceAll("\\D", ""));
    }

    List<String> numbers() {
        desk.hasRowsAsCounted(".claims", ".mono", PAGE);
        return desk.find(".claims vaadin-grid .mono").allInnerTexts();
    }

    /** The file for the carrier, as it is behind its link. */
    Papers evidence(String number) {
        var link = desk.page()
                .getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions()
                                .setName(desk.words("claim.evidence.of", number))
                                .setExact(true))
                .first();
        return Papers.read(desk, (String) link.evaluate("link => link.href"));
    }

    ClaimList show(String number) {
        desk.press("claim.show.of", number);
        desk.dialog();
        return this;
    }

    /** The messages the open claim names. */
    List<String> conversations() {
        return desk.dialog().locator("a[href^='cases/']").allInnerTexts();
    }

    ClaimList closes() {
        desk.page().keyboard().press("Escape");
        desk.noDialog();
        return this;
    }

    /** It goes on: sent, accepted, paid … by the word of {@code claim.do}. */
    ClaimList into(String state, String reference, String amount) {
        if (!reference.isEmpty()) {
            desk.types("claim.reference", reference);
        }
        if (!amount.isEmpty()) {
            desk.types("claim.amount", amount);
        }
        desk.isOpenToAll();
        desk.press("claim.do." + state);
        desk.noDialog();
        return this;
    }

    /** What the list says of the only claim shown. */
    String says() {
        return String.join(
                "\n",
                desk.find(".claims vaadin-grid vaadin-grid-cell-content:visible")
                        .allInnerTexts());
    }
}
