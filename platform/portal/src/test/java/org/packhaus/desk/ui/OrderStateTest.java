package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.order.OrderSort;
import org.packhaus.order.OrderTab;
import org.packhaus.order.StockLight;
import org.packhaus.order.WeightClass;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;

/** The address of the list says all that it shows. */
class OrderStateTest {

    private static final OrderState NARROW = new OrderState(OrderTab.PROBLEM, "größe 42", OrderSort.NEWEST, every());

    private static Map<Narrowing, String> every() {
        Map<Narrowing, String> every = new EnumMap<>(Narrowing.class);
        for (var by : Narrowing.values()) {
            every.put(
                    by,
                    switch (by) {
                        case SHIP_BY -> "tomorrow";
                        case SELLER -> "1";
                        case CHANNEL -> "otto";
                        case CARRIER -> "DHL & Söhne";
                        case COUNTRY -> "AT";
                        case SKU -> "MUG-ÄÖ-2";
                        case TAG -> "Geschenk 🎁";
                        case ITEMS -> "multi";
                        case STOCK -> "partly";
                        case WEIGHT -> "to-5";
                        case HELD -> "yes";
                    });
        }
        return every;
    }

    @Test
    void whatTheAddressSaysComesBack() {
        assertThat(OrderState.of(QueryParameters.fromString(NARROW.parameters().getQueryString())))
                .isEqualTo(NARROW);
    }

    @Test
    void theUsualListHasABareAddress() {
        assertThat(OrderState.START.parameters().getQueryString()).isEmpty();
        assertThat(OrderState.of(QueryParameters.empty())).isEqualTo(OrderState.START);
    }

    @Test
    void nonsenseInTheAddressIsTheUsualList() {
        assertThat(OrderState.of(QueryParameters.fromString(
                        "tab=nix&by=never&items=half&seller=x&stock=blue&weight=9&held=maybe&sort=up&sku=+")))
                .isEqualTo(OrderState.START);
    }

    @Test
    void tomorrowEndsWithTheReadersDay() {
        var berlin = ZoneId.of("Europe/Berlin");
        var formats = new Formats(Locale.ENGLISH, berlin, Clock.fixed(Instant.parse("2026-11-24T22:30:00Z"), berlin));
        var filter = NARROW.filter(Set.of(new SellerId(1)), formats);
        assertThat(filter.shipByUntil())
                .isBetween(Instant.parse("2026-11-25T22:59:00Z"), Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(filter.countries()).containsExactly("AT");
        assertThat(filter.sellers()).containsExactly(new SellerId(1));
        assertThat(filter.weights()).containsExactly(WeightClass.TO_5);
        assertThat(filter.stockLights()).containsExactly(StockLight.PARTLY);
        assertThat(filter.pieces()).isEqualTo(Pieces.MULTI);
        assertThat(filter.onHold()).isTrue();
        assertThat(filter.sort()).isEqualTo(OrderSort.NEWEST);
    }

    @Test
    void aSellerThatIsNotInViewNarrowsNothing() {
        var formats = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"), Clock.systemUTC());
        var mine = Set.of(new SellerId(2), new SellerId(3));
        assertThat(NARROW.filter(mine, formats).sellers()).isEqualTo(mine);
    }

    @Test
    void whatIsTakenAwayIsGoneFromTheAddress() {
        var state = NARROW.without(Narrowing.TAG).withSearch("");
        assertThat(state.by(Narrowing.TAG)).isEmpty();
        assertThat(state.address()).startsWith("orders?").doesNotContain("tag=").doesNotContain("q=");
    }
}
