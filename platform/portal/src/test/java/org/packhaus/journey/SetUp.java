package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A seller's way from its credentials to the first parcel, as somebody goes it. */
final class SetUp {
    private final Desk desk;

    private SetUp(Desk desk) {
        this.desk = desk;
    }

    static SetUp arrives(Desk desk) {
        desk.sees(".set-up .steps");
        return new SetUp(desk);
    }

    SetUp isAt(String step) {
        desk.find(".set-up .steps [aria-current=step]")
                .filter(new Locator.FilterOptions().setHasText(desk.words("setup.step." + step)))
                .waitFor();
        desk.settle();
        return this;
    }

    SetUp enters(String plugin, Map<String, String> values) {
        PluginFields.of(plugin, desk.language()).enter(desk, values);
        return this;
    }

    SetUp goesOn(String to) {
        desk.press("setup.go-on");
        return isAt(to);
    }

    SetUp goesBack(String to) {
        desk.press("setup.back");
        return isAt(to);
    }

    SetUp isOpenToAll() {
        desk.isOpenToAll();
        return this;
    }

    /** What the channel says: that it answers. */
    String works() {
        return said("ok");
    }

    /** What the channel says: that it lets nobody in. */
    String fails() {
        return said("late");
    }

    private String said(String tone) {
        var note = desk.find(".set-up .step .note." + tone).last();
        note.waitFor();
        return note.innerText();
    }

    /** Whether a secret lies in the safe, and is not on the screen. */
    boolean keepsSecret(String name) {
        return desk.button("secret.replace-one", name).isVisible();
    }

    SetUp replacesSecret(String name, String value) {
        desk.press("secret.replace-one", name);
        desk.fills(name, value);
        return this;
    }

    SetUp returnsComeBackBy(String carrier) {
        desk.page()
                .getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(carrier).setExact(true))
                .first()
                .click();
        desk.settle();
        return this;
    }

    /** @return what is said about the list: how many are new, what is wrong with which row */
    String pastesNumbers(List<String> rows) {
        desk.types("pool.paste", String.join("\n", rows));
        desk.sees(".pool-form .found");
        return desk.find(".pool-form").innerText();
    }

    /** A carrier's account, tried as it is saved. */
    SetUp addsCarrier(String plugin, String service, Map<String, String> values) {
        desk.press("setup.carrier.add");
        desk.dialog();
        desk.picksBeginning(desk.choice(desk.words("connection.service")), service);
        PluginFields.of(plugin, desk.language()).enter(desk, values);
        desk.isOpenToAll();
        desk.press("connection.save-test");
        desk.noDialog();
        desk.find(".set-up .accounts li")
                .filter(new Locator.FilterOptions().setHasText(service))
                .waitFor();
        return isAt("carrier");
    }

    /** @return what was tried, line by line */
    List<String> triesOneOrder() {
        desk.press("setup.trial.start");
        desk.button("setup.trial.again").waitFor(new Locator.WaitForOptions().setTimeout(180_000));
        return desk.find(".set-up .trial li").allInnerTexts();
    }

    /** Slip and label of the simulated order. */
    Papers papers() {
        return Papers.read(
                desk,
                desk.find(".set-up a[href^='documents/']").getAttribute("href").replaceFirst("^", "/"));
    }

    /** @return the seller's number */
    long opens(String name) {
        desk.press("setup.open");
        desk.isTold("setup.opened", name);
        desk.page().waitForURL(Pattern.compile(".*/sellers/\\d+$"));
        desk.sees(Screen.SELLER.ready());
        return Long.parseLong(desk.page().url().replaceAll(".*/sellers/(\\d+).*", "$1"));
    }
}
