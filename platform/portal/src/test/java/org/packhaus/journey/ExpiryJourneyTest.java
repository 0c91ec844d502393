package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** A session ends in the middle of the work: whoever sat there is told so, comes back to where they were, and nothing happened twice. */
@Journey
class ExpiryJourneyTest {
    private static final String SHIPPER = "versand@packhaus.example";
    private static final String SELLER = "Lager 09";
    private static final String QUIET = "Lager 10";

    @Test
    void aChosenListIsWhereItWasAndItsLabelsAreBoughtOnce(House house) {
        var demo = house.demo();
        demo.buyersOrder(SELLER, 2, 19);
        long paid = demo.charges(SELLER);
        var address = "tab=to-ship&seller=" + demo.seller(SELLER) + "&sort=newest";
        // The browser speaks English, the account German: it is the person who is told.
        var desk = german(house.desk(Locale.ENGLISH).signIn(SHIPPER, RunningDemo.PASSWORD));
        var list = OrderList.open(desk, address).hasAll("to-ship");
        var before = list.numbers();
        list.chooseAll();
        desk.sees(".dock .fill");

        expires(house.demo(), desk);
        desk.page().keyboard().press("l");
        isToldAndSignsInAgain(desk);

        assertThat(desk.page().url()).endsWith("/orders?" + address);
        list = OrderList.on(desk).hasAll("to-ship");
        assertThat(list.numbers()).containsExactlyElementsOf(before);
        assertThat(demo.charges(SELLER)).isEqualTo(paid);
        list.chooseAll();
        int booked = list.book().runsOut().done();
        assertThat(booked).isPositive();
        assertThat(demo.charges(SELLER))
                .as("labels the carriers want money for")
                .isEqualTo(demo.number(
                        "select count(*) from label_purchase where state = 'CONFIRMED' and seller_id = ?",
                        demo.seller(SELLER).value()))
                .isGreaterThanOrEqualTo(booked);
    }

    @Test
    void whatWasTypedIntoADialogIsNotHalfSaved(House house) {
        var demo = house.demo();
        var desk = house.desk(Locale.GERMAN).signIn(SHIPPER, RunningDemo.PASSWORD);
        long order = demo.number(
                "select max(id) from sales_order where seller_id = ? and stage = 'TO_SHIP' and not freight",
                demo.seller(QUIET).value());
        OrderPage.open(desk, order);
        desk.press("address.edit");
        desk.dialog();
        desk.types("address.house", "99z");

        // As by whoever empties their browser, which then speaks its own language: nobody knows any more who sits
        // there.
        desk.page().context().clearCookies();
        desk.button("address.save").click();
        isToldAndSignsInAgain(desk);

        OrderPage.arrives(desk);
        assertThat(desk.page().url()).endsWith("/orders/" + order);
        assertThat(desk.find(".order").innerText()).doesNotContain("99z");
        OrderPage.open(desk, order).correctsAddress("address.house", "12a");
        assertThat(desk.find(".order").innerText()).contains("12a");
    }

    private static Desk german(Desk desk) {
        return new Desk(desk.page(), Locale.GERMAN);
    }

    private static void expires(RunningDemo demo, Desk desk) {
        desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .forEach(demo::endSession);
    }

    private static void isToldAndSignsInAgain(Desk desk) {
        var box = desk.find(".v-system-error");
        box.waitFor();
        assertThat(box.innerText())
                .contains(desk.words("failure.expired"))
                .contains(desk.words("failure.expired.next"));
        desk.isOpenToAll();
        box.click();
        desk.sees(Screen.LOGIN.ready());
        desk.page().fill("#sign-in-username", SHIPPER);
        desk.page().fill("#sign-in-password", RunningDemo.PASSWORD);
        desk.page().click("button[type=submit]");
        desk.page().waitForSelector("nav .nav a");
        desk.settle();
    }
}
