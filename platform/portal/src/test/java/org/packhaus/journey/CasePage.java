package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** One case: what was said, and the answer. */
final class CasePage {
    private final Desk desk;

    private CasePage(Desk desk) {
        this.desk = desk;
    }

    /** Out of the inbox, by the order it is about. */
    static CasePage openOf(Desk desk, String order) {
        desk.page().navigate("/cases?show=open");
        desk.sees(".cases vaadin-grid a.m");
        desk.isOpenToAll();
        long id = Long.parseLong(desk.find(".cases vaadin-grid vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(order))
                .first()
                .evaluate("""
                    cell => {
                        const cells = [...cell.parentElement.children];
                        const links = cells.slice(0, cells.indexOf(cell)).reverse().flatMap(one => [...one.querySelectorAll('a.m')]);
                        return links[0].getAttribute('href').split('/').pop();
                    }\
                    """)
                .toString());
        desk.page().navigate("/cases/" + id);
        return arrives(desk);
    }

    static CasePage arrives(Desk desk) {
        desk.page().waitForURL(Pattern.compile(".*/cases/\\d+"));
        desk.sees(".case .talk");
        return new CasePage(desk);
    }

    CasePage offersNo(String reason) {
        var choice = desk.choice(desk.words("case.reason"));
        choice.click();
        desk.page().locator("vaadin-select-item").first().waitFor();
        assertThat(desk.page().locator("vaadin-select-item").allInnerTexts())
                .contains(desk.words("case.reason.answer"))
                .doesNotContain(desk.words("case.reason." + reason));
        desk.page().keyboard().press("Escape");
        desk.settle();
        return this;
    }

    /** Gives it to a colleague by name. */
    CasePage givesTo(String name) {
        var who = desk.page()
                .getByLabel(desk.words("case.assignee"), new Page.GetByLabelOptions().setExact(true))
                .and(desk.page().locator("input"))
                .first();
        who.click();
        desk.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
        desk.find(".case .talk .change")
                .getByText(desk.words("case.change.handed", name))
                .waitFor();
        return this;
    }

    /** Says that it is about the claim for that parcel. */
    CasePage linksTheClaim(String number) {
        var name = desk.words("case.linked.claim", number);
        desk.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(desk.words("case.link-it") + ": " + name)
                                .setExact(true))
                .click();
        desk.find(".case .talk .change")
                .getByText(desk.words("case.change.linked-claim", number))
                .waitFor();
        return this;
    }

    String number() {
        return desk.find(".case .head .sub").first().innerText().strip().split(" ")[0];
    }

    CasePage answers(String text) {
        desk.types("case.text", text);
        desk.press("case.send");
        return this;
    }

    /** The mail server has it. */
    CasePage isSent() {
        desk.find(".case .talk .bubble.out")
                .getByText(desk.words("case.answer.sent"), new Locator.GetByTextOptions().setExact(true))
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        return this;
    }
}
