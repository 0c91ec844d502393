package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The receiving bench, worked with the scanner alone: what is scanned and what is to be done with it go into the one field. */
final class Bench {
    private final Desk desk;

    private Bench(Desk desk) {
        this.desk = desk;
    }

    static Bench open(Desk desk) {
        desk.page().navigate("/returns/bench");
        desk.sees(".bench .bench-scan input");
        desk.find(".bench .bench-scan input").focus();
        return new Bench(desk);
    }

    /** A scanner types what it reads and presses Enter; the field is in focus all the time. */
    private Bench wedge(String code) {
        desk.page().keyboard().type(code);
        desk.page().keyboard().press("Enter");
        desk.settle();
        return this;
    }

    /** The piece of that order lies on the bench then. */
    Bench scan(String number, String order) {
        wedge(number);
        desk.find(".bench-table")
                .getByText(desk.words("return.of", order), new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        desk.settle();
        return this;
    }

    Bench condition(String letter) {
        wedge(letter);
        desk.find(".bench-condition[aria-pressed=true] .letter")
                .getByText(letter, new Locator.GetByTextOptions().setExact(true))
                .waitFor();
        return this;
    }

    Bench toStock() {
        wedge("S");
        return settled("restocked");
    }

    Bench toWaste() {
        wedge("W");
        return settled("written-off");
    }

    private Bench settled(String fate) {
        desk.find(".bench-deeds").getByText(desk.words("return.fate." + fate)).waitFor();
        desk.settle();
        return this;
    }

    /** Refuses the piece on the bench, for the channel's reason of that code. */
    Bench refuse(String reason) {
        wedge("-");
        decide(desk, "reject", 1, reason);
        return this;
    }

    /** Nobody announced it: the bench says so, and goes on once that was read. */
    Bench knowsNothingOf(String number) {
        wedge(number);
        desk.find(".bench-alarm").getByText(desk.words("bench.unknown", number)).waitFor();
        desk.isOpenToAll();
        desk.press("bench.read");
        desk.find(".bench-alarm")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        return this;
    }

    /** In the open dialog: the reason, and yes. */
    static void decide(Desk desk, String way, int pieces, String reason) {
        desk.dialog()
                .getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions()
                                .setName(desk.words("return-reason." + reason))
                                .setExact(true))
                .check();
        desk.settle();
        desk.press("return." + way + ".do", pieces);
        desk.noDialog();
    }
}
