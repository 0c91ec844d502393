package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** An agency's day with twenty sellers: all in one, two of them together, and each kept apart from the others. */
@Journey
class AgencyJourneyTest {
    private static final int SELLERS = 20;
    private static final String ONE = "云居 Yunju Home";
    private static final String OTHER = "Lager 07";
    private static final String THIRD = "Lager 08";
    private static final String REASON = "Wartet auf die Beilage zur Messe";

    /** The search has left one. */
    private static final String ONE_SELLER = """
            () => new Set([...document.querySelectorAll('.sellers vaadin-grid a[href]')]
                .filter(link => link.checkVisibility())
                .map(link => (link.getAttribute('href').match(/sellers\\/\\d+/) || [''])[0])
                .filter(seller => seller)).size === 1
            """;

    @Test
    void twentySellersAreLookedAfterTogetherAndTwoByTwo(House house) {
        var desk = house.administrator(Locale.GERMAN);
        var choice = SellerChoice.of(desk);
        for (var screen : List.of(Screen.DASHBOARD, Screen.ORDERS, Screen.STOCK, Screen.TRACKING, Screen.SELLERS)) {
            desk.go(screen, screen.route());
            assertThat(choice.says())
                    .as("on every screen it is seen whose work this is: %s", screen)
                    .contains(desk.words("sellers.all"))
                    .contains(desk.words("sellers.in-view", SELLERS, SELLERS));
        }
        int one = countsAreTheSameEverywhere(desk, house.demo(), ONE);
        int other = countsAreTheSameEverywhere(desk, house.demo(), OTHER);

        desk.go(Screen.ORDERS, "orders?tab=to-ship");
        choice.chooses(ONE, OTHER);
        assertThat(choice.says())
                .contains(desk.words("sellers.some"))
                .contains(desk.words("sellers.in-view", 2, SELLERS));
        var list = OrderList.on(desk).hasAll("to-ship");
        assertThat(list.count("to-ship")).isEqualTo(one + other);
        assertThat(list.sellers()).containsOnly(ONE, OTHER).contains(ONE, OTHER);
        assertThat(comparison(desk)).extracting(List::getFirst).containsExactlyInAnyOrder(ONE, OTHER);

        choosesThreeOfEach(desk, house.demo());
        choice.choosesAll();
        assertThat(choice.says()).contains(desk.words("sellers.all"));
        desk.go(Screen.DASHBOARD, "dashboard");
        assertThat(comparison(desk)).hasSize(SELLERS);
        desk.isOpenToAll();
    }

    /** The dashboard's comparison, the list of sellers and the tab above the orders say the same. @return how many are to ship */
    private static int countsAreTheSameEverywhere(Desk desk, RunningDemo demo, String seller) {
        var list = OrderList.open(desk, "tab=to-ship&seller=" + demo.seller(seller))
                .hasRows();
        int toShip = list.count("to-ship");
        int problems = list.count("problem");
        assertThat(list.sellers()).containsOnly(seller);

        desk.go(Screen.SELLERS, "sellers");
        desk.field("sellers.search").fill(seller);
        desk.page().waitForFunction(ONE_SELLER);
        var found = desk.find(".sellers vaadin-grid-cell-content:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + toShip + "\\s*$")));
        found.first().waitFor();

        desk.go(Screen.DASHBOARD, "dashboard");
        var line = comparison(desk).stream()
                .filter(row -> row.getFirst().equals(seller))
                .findFirst()
                .orElseThrow();
        assertThat(line.get(3)).as("problems of %s", seller).isEqualTo(String.valueOf(problems));
        return toShip;
    }

    /** Sellers beside each other: name, due today, late, problems, without goods, labels, spend. */
    private static List<List<String>> comparison(Desk desk) {
        if (!desk.page().url().contains("/dashboard")) {
            desk.go(Screen.DASHBOARD, "dashboard");
        }
        var rows = desk.find(".dashboard table.figures[aria-label='" + desk.words("dashboard.sellers") + "'] tbody tr");
        rows.first().waitFor();
        return rows.all().stream()
                .map(row -> Stream.concat(
                                Stream.of(row.locator("a .cut").innerText()),
                                row.locator("td, th").allInnerTexts().stream().skip(1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** A tag, and a hold with its reason, for orders of two sellers in one go. */
    private static void choosesThreeOfEach(Desk desk, RunningDemo demo) {
        var list = OrderList.open(desk, "tab=to-ship").hasRows();
        int chosen = list.count("to-ship");
        list.chooseAll();
        list.wishMore("tag");
        desk.dialog();
        desk.isOpenToAll();
        var tag = desk.field("deed.tag.name");
        tag.fill("Messe");
        tag.press("Enter");
        desk.settle().press("deed.tag.do");
        list.isDone("tag-orders", chosen);

        list = OrderList.open(desk, "tab=to-ship&tag=Messe").hasAll("to-ship");
        assertThat(list.count("to-ship")).isEqualTo(chosen);
        assertThat(list.sellers()).contains(ONE, OTHER);
        list.chooseAll();
        list.wish("hold");
        desk.dialog();
        desk.types("deed.hold.reason", REASON);
        desk.press("deed.hold.do");
        list.isDone("hold-orders", chosen);
        assertThat(demo.number(
                        "select count(distinct seller_id) from sales_order where on_hold and hold_reason = ?", REASON))
                .as("sellers whose orders wait")
                .isEqualTo(2);

        list = OrderList.open(desk, "tab=all&held=yes&tag=Messe").hasRows();
        list.chooseAll();
        list.wishMore("release");
        list.isDone("release-orders", chosen);
        assertThat(demo.number("select count(*) from sales_order where on_hold and hold_reason = ?", REASON))
                .isZero();
    }

    @Test
    void aSellersConnectionIsCopiedToAnotherWithoutItsSecrets(House house) {
        var demo = house.demo();
        var desk = house.administrator(Locale.GERMAN);
        desk.go(Screen.SELLER, "sellers/" + demo.seller(OTHER));
        desk.page()
                .getByRole(
                        AriaRole.MENUITEM,
                        new Page.GetByRoleOptions()
                                .setName(desk.words("connection.more", "GLS"))
                                .setExact(true))
                .click();
        desk.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(desk.words("connection.copy")))
                .click();
        desk.dialog();
        desk.chooses(desk.words("connection.copy.to"), THIRD);
        desk.isOpenToAll().press("connection.copy.next");

        var gls = PluginFields.of("gls", desk.language());
        desk.reads(desk.words("connection.copy.title", "GLS", THIRD));
        assertThat(desk.labelled(gls.name("contactId")).inputValue())
                .as("what is no secret comes along")
                .isEqualTo(demo.text(
                        "select s.plain from connection_setting s join connection c on c.id = s.connection_id"
                                + " where c.seller_id = ? and c.plugin_id = 'gls' and s.field = 'contactId'",
                        demo.seller(OTHER).value()));
        assertThat(desk.labelled(gls.name("clientSecret")).inputValue()).isEmpty();
        desk.types("connection.name", "GLS, zweiter Vertrag");
        desk.isOpenToAll().press("connection.save-paused");
        desk.isTold("connection.saved-paused", "GLS, zweiter Vertrag");

        desk.go(Screen.SELLER, "sellers/" + demo.seller(THIRD));
        var copied = desk.find(".seller .accounts li")
                .filter(new Locator.FilterOptions().setHasText("GLS, zweiter Vertrag"));
        assertThat(copied.innerText()).contains(desk.words("connection.health.paused"));
    }

    @Test
    void whoeverWorksForOneSellerSeesNothingOfTheOthers(House house) {
        var demo = house.demo();
        var desk = house.desk(Locale.CHINESE).signIn("li@packhaus.example", RunningDemo.PASSWORD);
        var choice = SellerChoice.of(desk);
        var own = "Lager 20";
        assertThat(choice.says()).contains(own);
        assertThat(choice.canBeChanged()).isFalse();
        var list = OrderList.open(desk, "tab=all").hasRows();
        assertThat(list.sellers()).containsOnly(own);
        assertThat(list.count("all")).isEqualTo((int) demo.number(
                "select count(*) from sales_order where seller_id = ?",
                demo.seller(own).value()));
        desk.isOpenToAll();

        long foreign = demo.number(
                "select min(id) from sales_order where seller_id = ?",
                demo.seller(ONE).value());
        for (var address : List.of("orders/" + foreign, "sellers/" + demo.seller(ONE), "sellers/new", "plugins")) {
            desk.findsNothingAt(address);
        }
        list = OrderList.open(desk, "tab=all&seller=" + demo.seller(ONE)).hasRows();
        assertThat(list.sellers()).as("whoever is named in the address").containsOnly(own);
        var answer = desk.page().request().get("/documents/interleaved?order=" + foreign);
        assertThat(answer.status()).as("papers of a stranger's order").isEqualTo(404);
    }
}
