package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The switch at the head of the drawer: whose work is on the screens. */
final class SellerChoice {
    private static final String SWITCH = "aside.side .scope";

    private final Desk desk;

    private SellerChoice(Desk desk) {
        this.desk = desk;
    }

    static SellerChoice of(Desk desk) {
        return new SellerChoice(desk);
    }

    /** What it says, wherever one is. */
    String says() {
        var drawn = desk.find(SWITCH);
        drawn.waitFor();
        return drawn.innerText();
    }

    boolean canBeChanged() {
        return desk.find(SWITCH).isEnabled();
    }

    /** None but these. */
    SellerChoice chooses(String... sellers) {
        desk.find(SWITCH).click();
        var popover = desk.find("vaadin-popover[opened]");
        popover.locator("vaadin-checkbox").first().waitFor();
        desk.isOpenToAll();
        desk.press("sellers.none");
        for (var seller : sellers) {
            popover.getByRole(
                            AriaRole.CHECKBOX,
                            new Locator.GetByRoleOptions().setName(seller).setExact(true))
                    .check();
        }
        return shows();
    }

    SellerChoice choosesAll() {
        desk.find(SWITCH).click();
        desk.press("sellers.all-mine");
        return shows();
    }

    private SellerChoice shows() {
        desk.page().evaluate("() => { window.asBefore = true; }");
        desk.press("sellers.show");
        desk.page().waitForFunction("() => !window.asBefore");
        desk.sees(SWITCH);
        return this;
    }
}
