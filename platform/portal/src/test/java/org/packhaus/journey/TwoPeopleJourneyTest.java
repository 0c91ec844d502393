package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Two people at one order: each sees what the other does, no label is bought twice, and no one's work is lost. */
@Journey
class TwoPeopleJourneyTest {
    private static final String SELLER = "Lager 12";

    private static final String LEFT_OPEN = "() => { window.leftOpen = true; }";

    @Test
    void oneSeesWhatTheOtherDoesAndBothGetTheOneLabel(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 2, 12);
        long order = demo.number(
                "select min(id) from sales_order where seller_id = ? and stage = 'TO_SHIP' and stock_light = 'GREEN'"
                        + " and not freight and not has_problem",
                demo.seller(SELLER).value());
        long before = demo.charges(SELLER);
        var inga = house.administrator();
        var xue = house.administrator(Locale.CHINESE);
        var hers = OrderPage.open(inga, order);
        var his = OrderPage.open(xue, order);
        xue.page().evaluate(LEFT_OPEN);

        var note = xue.field("order.note");
        note.pressSequentially("还没写完");
        inga.press("dock.hold");
        sees(xue, "orders.held");
        assertThat(note.inputValue()).as("what is being written stays").isEqualTo("还没写完");
        assertThat((Boolean) note.evaluate("field => document.activeElement === field"))
                .as("and can be written on")
                .isTrue();
        note.fill("");
        inga.press("order.release");
        xue.button("dock.hold").first().waitFor();
        assertThat((Boolean) xue.page().evaluate("() => window.leftOpen === true"))
                .as("the page was not loaded again")
                .isTrue();

        hers.pressesBook();
        his.pressesBook();
        var first = BatchPage.arrives(inga).runsOut();
        var second = BatchPage.arrives(xue).runsOut();
        assertThat(first.done()).isEqualTo(1);
        assertThat(second.done()).isEqualTo(1);
        assertThat(demo.charges(SELLER) - before)
                .as("labels the carrier wants money for")
                .isEqualTo(1);
        var label = demo.text(
                "select tracking_number from label_purchase where order_id = ? and purpose = 'OUTBOUND'", order);
        inga.find(".batch").getByText(label).first().waitFor();
        xue.find(".batch").getByText(label).first().waitFor();
    }

    @Test
    void aCorrectionThatCameTooLateIsRefusedAndStaysInItsFields(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 1, 13);
        long order = demo.number(
                "select max(id) from sales_order where seller_id = ? and stage = 'TO_SHIP'",
                demo.seller(SELLER).value());
        var inga = house.administrator();
        var xue = house.administrator(Locale.CHINESE);
        OrderPage.open(xue, order);
        xue.press("address.edit");
        xue.dialog();
        xue.field("address.addition").fill("Hinterhaus, 3. Stock links");

        OrderPage.open(inga, order).correctsAddress("address.addition", "c/o Jörg Mühlenbäcker");
        xue.press("address.save");

        var refused = xue.dialog().locator(".problem-text");
        refused.filter(new Locator.FilterOptions().setHasText("c/o Jörg Mühlenbäcker"))
                .waitFor();
        assertThat(refused.innerText())
                .startsWith(xue.words("address.moved", "").substring(0, 8));
        assertThat(xue.field("address.addition").inputValue()).isEqualTo("Hinterhaus, 3. Stock links");
        assertThat(addition(house, order)).isEqualTo("c/o Jörg Mühlenbäcker");
        xue.isOpenToAll();

        xue.press("address.save");
        xue.noDialog();
        xue.isTold("address.saved");
        assertThat(addition(house, order)).isEqualTo("Hinterhaus, 3. Stock links");
        inga.page()
                .getByText("Hinterhaus, 3. Stock links", new Page.GetByTextOptions().setExact(true))
                .first()
                .waitFor();
    }

    private static void sees(Desk desk, String key) {
        desk.find(".order h1 .badge")
                .filter(new Locator.FilterOptions().setHasText(desk.words(key)))
                .waitFor();
    }

    private static String addition(House house, long order) {
        return house.demo()
                .text(
                        "select addition from order_address where order_id = ? and kind = 'DELIVER' order by id desc"
                                + " limit 1",
                        order);
    }
}
