package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.shipment.LabelFigures.Bought;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class LabelFiguresTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    LabelFigures figures;

    @Autowired
    ReturnNumbers numbers;

    private FlowFixture flow;
    private FlowFixture.Life node;
    private Instant start;

    @BeforeEach
    void open() {
        flow = new FlowFixture(context);
        node = flow.life("a");
        start = flow.clock.instant().truncatedTo(ChronoUnit.DAYS);
    }

    private List<Bought> bought() {
        return flow.imports.in(() -> figures.bought(start, start.plus(Duration.ofDays(1))));
    }

    @Test
    void countsLabelsAndWhatTheyCostByHour() {
        node.label(flow.order("f1", PROCESSABLE, "LAMP"));
        node.label(flow.order("f2", PROCESSABLE, "LAMP"));
        flow.clock.turn(Duration.ofMinutes(61));
        node.label(flow.order("f3", PROCESSABLE, "LAMP"));

        Instant eight = start.plus(Duration.ofHours(8));
        assertThat(bought())
                .containsExactlyInAnyOrder(
                        new Bought(flow.imports.seller, eight, "DHL", 2, 2, new BigDecimal("8.38"), "EUR"),
                        new Bought(
                                flow.imports.seller,
                                eight.plus(Duration.ofHours(1)),
                                "DHL",
                                1,
                                1,
                                new BigDecimal("4.19"),
                                "EUR"));
    }

    @Test
    void aLabelGivenBackCostsNothing() {
        OrderId order = flow.order("f4", PROCESSABLE, "LAMP");
        PurchaseId label = node.label(order).purchase();
        flow.imports.in(() -> node.ledger.voidLabel(label, "Ida"));

        assertThat(bought()).isEmpty();
    }

    @Test
    void aLabelForTheWayBackIsNoParcelThatLeaves() {
        flow.channel.demands(new ChannelRules(Set.of("DHL", "HERMES"), true, Set.of("HERMES"), Optional.of("HERMES")));
        flow.imports.in(() -> {
            var source = new SourceWish(SourceKind.API, false, flow.imports.connection, 10);
            numbers.set(flow.imports.seller, "HERMES", source);
            return true;
        });
        node.label(flow.order("f6", PROCESSABLE, "LAMP"));

        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(bought())
                .singleElement()
                .satisfies(some -> assertThat(some.labels()).isEqualTo(1));
    }

    @Test
    void anotherTimeAndAnotherSellerDoNotCount() {
        node.label(flow.order("f5", PROCESSABLE, "LAMP"));
        var other = new FlowFixture(context);

        assertThat(other.imports.in(() -> figures.bought(start, start.plus(Duration.ofDays(1)))))
                .isEmpty();
        assertThat(flow.imports.in(() -> figures.bought(start.minus(Duration.ofDays(1)), start)))
                .isEmpty();
    }
}
