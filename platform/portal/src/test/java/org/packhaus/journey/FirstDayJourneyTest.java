package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.packhaus.demo.RunningDemo;

/** From the first visit to a portal in which there is nothing to a seller whose parcels may leave. */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstDayJourneyTest {
    private static final String EMAIL = "li.wei@packhaus.example";
    private static final String PASSWORD = "Sieben Pakete auf dem Wagen";
    private static final String SHOP = "云居 Home";
    private static final String PARTNERS_SHOP = "Wolkensprung Öhringen";

    /** First, because an install has one first visit. */
    @Test
    @Order(1)
    void anInstallInWhichThereIsNothingShipsItsFirstOrder(House house) {
        var portal = house.empty();
        var visitor = house.desk(portal, Locale.ENGLISH);
        var welcome = Welcome.insteadOf(visitor, "orders").isOpenToAll();
        welcome = welcome.speaks(Locale.CHINESE).goesOn().isOpenToAll();
        welcome.enters("0000", "李伟", EMAIL, PASSWORD);
        assertThat(welcome.isRefused("welcome.code"))
                .as("a code that is not in the file")
                .isNotBlank();
        welcome.enters(portal.setUpCode(), "李伟", EMAIL, "short");
        assertThat(welcome.isRefused("signin.password"))
                .as("a password everybody guesses")
                .isNotBlank();
        var desk = welcome.enters(portal.setUpCode(), "李伟", EMAIL, PASSWORD).isLetIn();
        desk.isOpenToAll();

        desk.press("welcome.connect.go");
        var setUp = SetUp.arrives(desk).isAt("channel").isOpenToAll();
        connectsTheChannel(portal, desk, setUp);
        var numbers = saysHowParcelsComeBack(setUp);
        saysWhomParcelsComeFrom(desk, setUp);
        setUp.addsCarrier("gls", "GLS", portal.credentials("gls"))
                .isOpenToAll()
                .goesOn("trial")
                .isOpenToAll();

        desk.reads(desk.words("setup.trial.ships"));
        var tried = setUp.triesOneOrder();
        desk.reads(desk.words("setup.trial.fine"));
        setUp.isOpenToAll();
        assertThat(tried)
                .hasSize(9)
                .allSatisfy(line -> assertThat(line).contains(desk.words("setup.trial.result.fine")));
        assertThat(tried.getLast())
                .contains(desk.words("setup.trial.check.way-back"))
                .contains("DHL " + numbers.getFirst());
        assertThat(setUp.papers().pages()).as("a slip and a label").isGreaterThanOrEqualTo(2);

        var ordered = portal.marketOrders(0, 5, 77);
        long seller = setUp.opens(SHOP);
        desk.isOpenToAll();
        desk.go(Screen.SELLERS, "sellers");
        var row = desk.find(".sellers vaadin-grid-cell-content").filter(new Locator.FilterOptions().setHasText(SHOP));
        assertThat(row.first().innerText()).doesNotContain(desk.words("seller.in-set-up"));
        desk.isOpenToAll();
        var list = OrderList.open(desk, "tab=all&seller=" + seller);
        for (var number : ordered) {
            list.shows(number);
        }
    }

    private static void connectsTheChannel(RunningDemo portal, Desk desk, SetUp setUp) {
        var right = portal.credentials("otto");
        var wrong = new TreeMap<>(right);
        wrong.put("clientSecret", "the-one-of-last-year");
        desk.types("seller.name", SHOP);
        setUp.enters("otto", wrong).goesOn("test");

        assertThat(setUp.fails())
                .contains(desk.words("problem.credentials-refused"))
                .contains("Enter them again");
        setUp.isOpenToAll().goesBack("channel");
        var otto = PluginFields.of("otto", desk.language());
        assertThat(desk.field("seller.name").inputValue()).isEqualTo(SHOP);
        assertThat(desk.labelled(otto.name("clientId")).inputValue()).isEqualTo(right.get("clientId"));
        assertThat(desk.labelled(otto.name("baseUrl")).inputValue()).isEqualTo(right.get("baseUrl"));
        assertThat(setUp.keepsSecret(otto.name("clientSecret"))).isTrue();
        setUp.isOpenToAll()
                .replacesSecret(otto.name("clientSecret"), right.getOrDefault("clientSecret", ""))
                .goesOn("test");
        assertThat(setUp.works()).contains("Signed in at OTTO");
        setUp.isOpenToAll().goesOn("returns").isOpenToAll();
    }

    /** By DHL, although GLS brings the parcels: out of a list from DHL, with a row somebody has mistyped. */
    private static List<String> saysHowParcelsComeBack(SetUp setUp) {
        var numbers = RunningDemo.returnNumbers(250);
        var rows = new ArrayList<>(numbers);
        rows.addFirst("Rücksendenummer");
        rows.add("60990000000019");
        var said = setUp.returnsComeBackBy("DHL").pastesNumbers(rows);
        assertThat(said).contains("250").contains("252");
        setUp.isOpenToAll().goesOn("sender").isOpenToAll();
        return numbers;
    }

    private static void saysWhomParcelsComeFrom(Desk desk, SetUp setUp) {
        desk.types("address.company", "Yunju Home GmbH");
        desk.types("address.street", "Königsbrücker Straße");
        desk.types("address.house", "118");
        desk.types("address.code", "01099");
        desk.types("address.city", "Dresden");
        var cutOff = desk.field("seller.cut-off");
        cutOff.fill("15:30");
        cutOff.press("Enter");
        desk.settle();
        setUp.goesOn("carrier").isOpenToAll();
    }

    @Test
    @Order(2)
    void aServicePartnersAppIsConnectedByItsInstallationAndSetUpGoesOnTomorrow(House house) {
        var portal = house.empty();
        var desk = administrator(house, portal);
        desk.go(Screen.SET_UP, "sellers/new");
        var setUp = SetUp.arrives(desk);
        var right = portal.installation();
        var wrong = new TreeMap<>(right);
        wrong.put("installationId", "installed-and-taken-away");
        desk.types("seller.name", PARTNERS_SHOP);
        setUp.enters("otto", wrong).goesOn("test");
        assertThat(setUp.fails())
                .contains(desk.words("problem.installation-refused"))
                .contains("Enter app ID and installation ID again");

        setUp.goesBack("channel")
                .enters("otto", Map.of("installationId", right.getOrDefault("installationId", "")))
                .goesOn("test");
        assertThat(setUp.works()).contains("Signed in at OTTO");
        setUp.goesOn("returns");
        desk.press("setup.leave");
        desk.page().waitForURL(Pattern.compile(".*/sellers"));
        desk.sees(Screen.SELLERS.ready());
        var row = desk.find(".sellers vaadin-grid-cell-content")
                .filter(new Locator.FilterOptions().setHasText(PARTNERS_SHOP))
                .first();
        assertThat(row.innerText()).contains(desk.words("seller.in-set-up"));
        row.locator("a").click();
        SetUp.arrives(desk).isAt("returns");
    }

    /** Whoever comes first makes the first account. */
    private static Desk administrator(House house, RunningDemo portal) {
        var desk = house.desk(portal, Locale.ENGLISH);
        if (portal.number("select count(*) from app_user") > 0) {
            return new Desk(desk.page(), Locale.CHINESE).signIn(EMAIL, PASSWORD);
        }
        var welcomed = Welcome.insteadOf(desk, "login")
                .goesOn()
                .enters(portal.setUpCode(), "李伟", EMAIL, PASSWORD)
                .isLetIn();
        welcomed.press("welcome.later");
        welcomed.page().waitForURL(Pattern.compile(".*/dashboard"));
        return welcomed;
    }
}
