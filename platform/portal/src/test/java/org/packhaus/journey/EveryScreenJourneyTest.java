package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.packhaus.demo.RunningDemo;

/** Every screen there is, for those who see badly, work without a mouse, or hold a phone; and a packer's screens, who sees few. */
@Journey
class EveryScreenJourneyTest {
    private static final String SELLER = "Lager 15";
    private static final List<Screen> NOT_A_PACKERS =
            List.of(Screen.USERS, Screen.AUDIT, Screen.PLUGINS, Screen.JOBS, Screen.SYSTEM, Screen.SET_UP);

    @Test
    void everyScreenIsOpenToAllAndFitsEveryWindow(House house) {
        var desk = house.administrator();
        shipsSomething(house, desk);
        var places = new Places(house.demo());
        var faults = new SoftAssertions();
        faults.check(() -> house.desk(Locale.GERMAN).go(Screen.LOGIN, "login").isOpenToAll());
        for (var screen : Screen.inside()) {
            faults.check(() -> {
                desk.go(screen, places.of(screen));
                desk.isOpenToAll();
            });
            fits(desk, faults, screen.name());
        }
        faults.assertAll();
    }

    @Test
    void aPackerSeesWhatIsPackedAndNothingElse(House house) {
        var desk = house.desk(Locale.GERMAN).signIn("packer@packhaus.example", RunningDemo.PASSWORD);
        var faults = new SoftAssertions();
        var places = desk.find("nav .nav a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(places).isNotEmpty().contains("orders");
        for (var place : places) {
            faults.check(() -> {
                desk.page().navigate("/" + place);
                desk.sees("#work h1");
                assertThat(desk.find(".failures").count()).as(place).isZero();
            });
            fits(desk, faults, place);
        }
        for (var screen : NOT_A_PACKERS) {
            assertThat(places).doesNotContain(screen.route());
            desk.page().navigate("/" + screen.route());
            desk.sees(".failures");
        }
        faults.assertAll();
    }

    /** So that there is a batch, and a label with all that comes of it. */
    private static void shipsSomething(House house, Desk desk) {
        house.demo().buyersOrder(SELLER, 3, 15);
        OrderList.open(desk, "tab=to-ship&seller=" + house.demo().seller(SELLER))
                .hasRows()
                .chooseAll()
                .book()
                .runsOut();
    }

    private static void fits(Desk desk, SoftAssertions faults, String screen) {
        for (int width : List.of(800, 390)) {
            faults.assertThat(desk.juttingOut(width))
                    .as("%s at %d px", screen, width)
                    .isEmpty();
        }
        desk.page().setViewportSize(1440, 900);
    }
}
