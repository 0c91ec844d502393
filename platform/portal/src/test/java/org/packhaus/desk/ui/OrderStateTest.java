package org.packhaus.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.packhaus.order.OrderFilter.Pieces;
import org.packhaus.order.OrderTab;
import org.packhaus.seller.SellerId;
import org.packhaus.shell.Formats;

/** The address of the list says all that it shows. */
class OrderStateTest {

    private static final OrderState NARROW =
            new OrderState(OrderTab.PROBLEM, "größe 42", OrderState.Horizon.TOMORROW, "AT", "MUG-ÄÖ-2", Pieces.MULTI);

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
        assertThat(OrderState.of(QueryParameters.fromString("tab=nix&by=never&items=half")))
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
    }
}
