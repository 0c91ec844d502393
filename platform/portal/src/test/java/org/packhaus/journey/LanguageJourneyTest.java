package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A whole working day in German and in Chinese: nothing on any screen is said in another language. */
@Journey
class LanguageJourneyTest {
    private static final Map<String, String> SELLERS = Map.of("de", "Lager 13", "zh", "Lager 14");
    private static final Map<String, Pattern> MONEY = Map.of(
            "de",
            Pattern.compile("\\b\\d{1,3}(\\.\\d{3})*,\\d\\d\\s?€", Pattern.UNICODE_CHARACTER_CLASS),
            "zh",
            Pattern.compile("€\\d{1,3}(,\\d{3})*\\.\\d\\d\\b"));

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void aWholeDayIsSaidInOneLanguage(String spoken, House house) {
        var language = Locale.of(spoken);
        var demo = house.demo();
        var seller = seller(spoken);
        demo.buyersOrder(seller, 4, 31);
        demo.hastyBuyersOrder(seller, 1, 31);
        var here = "seller=" + demo.seller(seller);
        var desk = house.administrator(language);
        var vocabulary = new Vocabulary(language);
        var faults = new SoftAssertions();

        var list = OrderList.open(desk, "tab=all&" + here).hasRows();
        hears(faults, vocabulary, desk, "orders");
        faults.assertThat(desk.find(".orders vaadin-grid .num, .orders vaadin-grid vaadin-grid-cell-content")
                        .allInnerTexts())
                .as("sums as they are written here")
                .anyMatch(text ->
                        Objects.requireNonNull(MONEY.get(spoken)).matcher(text).find());
        OrderList.open(desk, "tab=to-ship&stock=green&" + here).hasRows();
        chooses(desk, 1);
        faults.assertThat(desk.find(".dock .sum").innerText()).contains(desk.words("dock.selected", 1));
        faults.assertThat(desk.find(".dock .sum").innerText()).contains(desk.words("orders.parcels", 1));
        chooses(desk, 2);
        faults.assertThat(desk.find(".dock .sum").innerText()).contains(desk.words("dock.selected", 2));
        hears(faults, vocabulary, desk, "dock");
        var batch = list.book().runsOut();
        assertThat(batch.done()).isPositive();
        hears(faults, vocabulary, desk, "batch");
        desk.find(".batch .head .btn.fill").click();
        desk.dialog();
        hears(faults, vocabulary, desk, "print dialog");
        desk.page().keyboard().press("Escape");
        desk.noDialog();
        OrderList.open(desk, "tab=label-printed&" + here)
                .hasRows()
                .chooseAll()
                .confirm()
                .runsOut();
        hears(faults, vocabulary, desk, "confirmation");
        OrderList.open(desk, "tab=problem&" + here).hasRows();
        hears(faults, vocabulary, desk, "problems");
        desk.find(".orders vaadin-grid .no a").first().click();
        OrderPage.arrives(desk);
        hears(faults, vocabulary, desk, "order with a problem");
        OrderList.open(desk, "tab=sent&" + here).hasRows();
        desk.find(".orders vaadin-grid .no a").first().click();
        OrderPage.arrives(desk);
        hears(faults, vocabulary, desk, "sent order");
        faults.assertAll();
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void everyScreenIsSaidInOneLanguage(String spoken, House house) {
        var language = Locale.of(spoken);
        var desk = house.administrator(language);
        var vocabulary = new Vocabulary(language);
        var places = new Places(house.demo());
        var faults = new SoftAssertions();
        house.demo().buyersOrder(seller(spoken), 1, 32);
        OrderList.open(desk, "tab=to-ship&seller=" + house.demo().seller(seller(spoken)))
                .hasRows()
                .chooseAll()
                .book()
                .runsOut();
        for (var screen : Screen.inside()) {
            faults.check(() -> desk.go(screen, places.of(screen)));
            hears(faults, vocabulary, desk, screen.name());
        }
        faults.assertAll();
    }

    private static String seller(String spoken) {
        return Objects.requireNonNull(SELLERS.get(spoken));
    }

    private static void chooses(Desk desk, int row) {
        desk.find(".orders vaadin-grid vaadin-checkbox").nth(row).click();
        desk.find(".dock .sum")
                .filter(new Locator.FilterOptions().setHasText(desk.words("dock.selected", row)))
                .waitFor();
        desk.settle();
    }

    private static void hears(SoftAssertions faults, Vocabulary vocabulary, Desk desk, String where) {
        faults.assertThat(vocabulary.foreignOn(desk.page())).as(where).isEmpty();
    }
}
