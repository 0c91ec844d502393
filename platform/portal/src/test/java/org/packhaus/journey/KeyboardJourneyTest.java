package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** From the sign-in to the printed label without touching the mouse, and always knowing where one is. */
@Journey
class KeyboardJourneyTest {
    private static final String SELLER = "Wolkensprung";

    @Test
    void handsStayOnTheKeysFromTheSignInToTheLabel(House house) {
        house.demo().buyersOrder(SELLER, 6, 5);
        var desk = house.desk(Locale.ENGLISH);
        var keys = new Keys(desk);
        desk.page().navigate("/login");
        desk.sees(Screen.LOGIN.ready());
        keys.type(RunningDemo.administrator(Locale.ENGLISH))
                .tab()
                .type(RunningDemo.PASSWORD)
                .press("Enter");
        desk.sees(Screen.DASHBOARD.ready());

        keys.tab();
        assertThat(keys.focused()).as("the first stop leads past the drawer").isEqualTo(desk.words("shell.skip"));
        keys.tabsTo(desk.words("dashboard.period.week"));

        keys.press("Control+k");
        desk.sees(".palette-field:focus");
        keys.type(SELLER);
        desk.find(".palette-list [role=option][aria-selected=true]")
                .getByText(SELLER)
                .waitFor();
        keys.press("Enter");
        desk.find("aside .scope").getByText(SELLER).waitFor();
        keys.press("Control+k");
        desk.sees(".palette-field:focus");
        keys.type(desk.words("nav.orders"));
        desk.find(".palette-list [role=option][aria-selected=true]")
                .getByText(desk.words("nav.orders"))
                .first()
                .waitFor();
        keys.press("Enter");
        OrderList.on(desk).hasRows();

        var number = keys.choosesABookableOrder();
        keys.press("l");
        var batch = BatchPage.arrives(desk).runsOut();
        assertThat(batch.done()).isEqualTo(1);

        keys.tabsTo(desk.words("batch.print", 1));
        keys.press("Enter");
        desk.dialog();
        keys.isOn(desk.words("dock.print"));
        var papers = Papers.of(desk, () -> keys.press("Enter"));
        assertThat(papers.text()).contains(number);
    }
}
