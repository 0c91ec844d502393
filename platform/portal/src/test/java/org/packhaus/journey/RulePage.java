package org.packhaus.journey;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The shipping rules of one seller, as somebody works with them. */
final class RulePage {
    private final Desk desk;

    private RulePage(Desk desk) {
        this.desk = desk;
    }

    static RulePage open(Desk desk, String seller) {
        desk.go(Screen.RULES, Screen.RULES.route());
        desk.picks(desk.find(".rules .head vaadin-select"), seller);
        desk.find(".rules .head vaadin-select vaadin-select-value-button")
                .filter(new Locator.FilterOptions().setHasText(seller))
                .waitFor();
        return new RulePage(desk);
    }

    List<String> names() {
        return desk.find(".rule-list .rule b").allInnerTexts();
    }

    /** What carries an order by the rules on the screen: carrier and product, and why. */
    List<String> tries(String order) {
        var card = desk.find(".rules .tools .card")
                .filter(new Locator.FilterOptions().setHasText(desk.words("trial.title")));
        desk.types("trial.number", order);
        card.getByText(desk.words("trial.go")).click();
        desk.settle();
        card.locator(".rows .m").first().waitFor();
        return List.of(
                card.locator(".rows .m").first().innerText(),
                card.locator(".rows .m + span").first().innerText());
    }

    /** A new rule for every parcel that is not empty: this carrier's first product. */
    RulePage adds(String name, String carrier) {
        desk.press("rule.add");
        desk.dialog();
        desk.types("rule.name", name);
        desk.picks(desk.dialog().locator(".condition vaadin-select").first(), desk.words("rule.kind.pieces"));
        // A number counts when it is typed; one that is filled in at once is no change to its field.
        desk.field("rule.from.pieces").pressSequentially("1");
        desk.field("rule.from.pieces").press("Tab");
        desk.settle();
        desk.picksBeginning(desk.choice(desk.words("rule.offer")), carrier);
        desk.press("rule.done");
        desk.noDialog();
        return this;
    }

    /** By the button, as often as it takes. */
    RulePage movesToTheTop(String name) {
        while (!names().getFirst().equals(name)) {
            int before = names().indexOf(name);
            desk.press("rule.up", name);
            desk.page()
                    .waitForFunction(
                            "([name, before]) => [...document.querySelectorAll('.rule-list .rule b')].findIndex(b =>"
                                    + " b.innerText === name) < before",
                            List.of(name, before));
        }
        return this;
    }

    /** With the mouse, to the place of the first. */
    RulePage dragsToTheTop(String name) {
        card(name).dragTo(desk.find(".rule-list .rule").first());
        desk.page().waitForFunction("name => document.querySelector('.rule-list .rule b').innerText === name", name);
        desk.settle();
        return this;
    }

    private Locator card(String name) {
        return desk.find(".rule-list .rule")
                .filter(new Locator.FilterOptions().setHas(desk.find("b").getByText(name)));
    }

    RulePage asksWhatIf() {
        desk.press("rules.what-if");
        desk.dialog().locator(".plain-table table").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        return this;
    }

    RulePage bringsBackTheLastVersion() {
        desk.press("versions.restore");
        return this;
    }
}
