package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A packer's time at the house: invited by a link, let in, given more to do, and one day let in no more. */
@Journey
class UserJourneyTest {
    private static final String EMAIL = "wang.fang@packhaus.example";
    private static final String NAME = "王芳";
    private static final String PASSWORD = "五十二个包裹和一杯热茶，慢慢来";
    private static final String SELLER = "Lager 05";
    private static final String MORE = "Lager 06";

    /** Nothing else is in the list of deeds than what was done to that one. */
    private static final String ONLY_ABOUT = """
            wanted => {
                const about = [...document.querySelectorAll('.audit vaadin-grid-cell-content')]
                    .filter(cell => cell.checkVisibility() && /^[a-z-]+ \\d+$/.test(cell.innerText.trim()))
                    .map(cell => cell.innerText.trim());
                return about.length > 0 && about.every(one => one === wanted);
            }
            """;

    @Test
    void aPackerComesInByALinkWorksAndIsOutAtOnceWhenSwitchedOff(House house) {
        var demo = house.demo();
        var administrator = house.administrator();
        var people = People.open(administrator);
        var link = people.invites(EMAIL, NAME, Locale.CHINESE, SELLER, "packer");

        var packer = joins(house, link);
        assertThat(SellerChoice.of(packer).says()).contains(SELLER);
        hasOnlyWhatAPackerMay(packer, demo.seller(MORE).value(), house);

        people.adds(NAME, MORE, "after-sales");
        packer.page().reload();
        assertThat(SellerChoice.of(packer).says()).contains(packer.words("sellers.in-view", 2, 2));
        packer.go(Screen.RETURNS, "returns").isOpenToAll();

        var atHome = house.desk(Locale.CHINESE).signIn(EMAIL, PASSWORD);
        OrderList.open(packer, "tab=all&seller=" + demo.seller(SELLER)).hasRows();
        people.switchesOff(NAME);
        for (var screen : List.of(packer, atHome)) {
            screen.page().waitForURL(Pattern.compile(".*/login.*"));
            screen.sees(Screen.LOGIN.ready());
        }
        packer.page().fill("#sign-in-username", EMAIL);
        packer.page().fill("#sign-in-password", PASSWORD);
        packer.page().click("button[type=submit]");
        packer.reads(packer.words("signin.wrong"));
        packer.isOpenToAll();

        long id = demo.number("select id from app_user where email = ?", EMAIL);
        administrator.go(Screen.AUDIT, "audit");
        administrator.types("audit.subject", "user " + id);
        administrator.page().waitForFunction(ONLY_ABOUT, "user " + id);
        for (var deed : List.of("invite", "password", "role.give", "sign-in", "deactivate")) {
            administrator.reads(administrator.words("audit.action.user." + deed));
        }
        administrator.isOpenToAll();
    }

    /** In a browser of their own, which speaks their language before anybody has signed in. */
    private static Desk joins(House house, String link) {
        var packer = house.desk(Locale.CHINESE);
        packer.page().navigate(link);
        packer.sees(Screen.JOIN.ready());
        packer.reads(packer.words("join.intro", NAME, EMAIL)).isOpenToAll();
        packer.types("join.password", PASSWORD);
        packer.types("join.again", "五十二个包裹");
        packer.press("join.enter");
        packer.reads(packer.words("join.differ"));
        packer.types("join.again", PASSWORD);
        packer.button("join.enter").click();
        packer.page().waitForURL(Pattern.compile(".*/login\\?welcome.*"));
        packer.reads(packer.words("signin.welcome"));
        packer.page().fill("#sign-in-username", EMAIL);
        packer.page().fill("#sign-in-password", PASSWORD);
        packer.page().click("button[type=submit]");
        packer.page().waitForSelector("nav .nav a");
        packer.settle();

        var late = house.desk(Locale.CHINESE);
        late.page().navigate(link);
        late.reads(late.words("join.over")).isOpenToAll();
        return packer;
    }

    private static void hasOnlyWhatAPackerMay(Desk packer, long foreignSeller, House house) {
        var demo = house.demo();
        var list = OrderList.open(packer, "tab=to-ship").hasRows();
        packer.isOpenToAll();
        assertThat(list.sellers()).containsOnly(SELLER);
        var drawer = packer.find("nav .nav a").allInnerTexts();
        for (var place : List.of("users", "audit", "plugins", "system", "jobs", "sellers", "returns", "cases")) {
            assertThat(drawer).noneMatch(name -> name.contains(packer.words("nav." + place)));
        }
        for (var address :
                List.of("users", "audit", "plugins", "system", "jobs", "sellers", "sellers/" + foreignSeller)) {
            packer.findsNothingAt(address);
        }
        long foreign = demo.number("select min(id) from sales_order where seller_id = ?", foreignSeller);
        packer.findsNothingAt("orders/" + foreign);

        list = OrderList.open(packer, "tab=to-ship").hasRows();
        list.chooseAll();
        assertThat(packer.find(".dock").innerText())
                .contains(packer.words("dock.print"))
                .contains(packer.words("dock.pick"))
                .doesNotContain(packer.words("dock.book"))
                .doesNotContain(packer.words("dock.confirm"))
                .doesNotContain(packer.words("dock.hold"));
        long batches = demo.number("select count(*) from batch");
        packer.page().keyboard().press("l");
        packer.find(".orders vaadin-grid .no a").first().click();
        OrderPage.arrives(packer);
        // What a person does is heard in its order: by now the key was heard, too.
        assertThat(demo.number("select count(*) from batch")).isEqualTo(batches);
        packer.isOpenToAll();
        assertThat(packer.button("order.book").count()).isZero();

        packer.page().navigate("/claims?label=999999999");
        packer.isTold("claim.no-parcel").isOpenToAll();
    }
}
