package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A rule from the first thought to the label it decides, and back. */
@Journey
class RuleJourneyTest {
    private static final String SELLER = "Lager 11";
    private static final String RULE = "Alles mit GLS";

    @Test
    void aRuleIsWrittenTriedWeighedSavedFollowedAndUndone(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 12, 11);
        long seller = demo.seller(SELLER).value();
        long order = demo.number(
                "select min(id) from sales_order where seller_id = ? and stage = 'TO_SHIP' and stock_light = 'GREEN'"
                        + " and country = 'DE' and pickup_kind is null and not freight and not has_problem",
                seller);
        var number = demo.text("select order_number from sales_order where id = ?", order);
        var desk = house.administrator();
        var rules = RulePage.open(desk, SELLER);
        var before = rules.names();
        var first = rules.tries(number);

        rules.adds(RULE, "GLS").movesToTheTop(RULE);
        var second = rules.names().get(1);
        rules.dragsToTheTop(second).dragsToTheTop(RULE);
        assertThat(rules.names()).startsWith(RULE, second);
        assertThat(rules.tries(number).getFirst()).startsWith("GLS").isNotEqualTo(first.getFirst());
        assertThat(rules.tries(number).getLast()).contains(RULE);
        assertThat(demo.number("select count(*) from rule_version where seller_id = ?", seller))
                .isEqualTo(1);

        rules.asksWhatIf();
        var foretold = desk.dialog();
        assertThat(foretold.locator(".chart").getAttribute("aria-label")).contains("GLS");
        assertThat(foretold.locator("table").first().innerText()).contains(desk.words("what-if.cost"), "€");
        foretold.locator("vaadin-grid a").first().waitFor();
        desk.isOpenToAll();
        desk.press("rules.save");
        desk.noDialog();
        desk.isTold("rules.saved");

        var page = OrderPage.open(desk, order);
        page.pressesBook();
        assertThat(BatchPage.arrives(desk).runsOut().done()).isEqualTo(1);
        OrderPage.open(desk, order);
        desk.find(".order .shipment, .order .card")
                .filter(new Locator.FilterOptions().setHasText(RULE))
                .first()
                .waitFor();
        assertThat(demo.text(
                        "select carrier_code from label_purchase where order_id = ? and purpose = 'OUTBOUND'", order))
                .isEqualTo("GLS");

        rules = RulePage.open(desk, SELLER).bringsBackTheLastVersion();
        desk.isTold("rules.restored", 1);
        assertThat(rules.names()).isEqualTo(before);
        assertThat(demo.number("select count(*) from rule_version where seller_id = ?", seller))
                .isEqualTo(3);
    }
}
