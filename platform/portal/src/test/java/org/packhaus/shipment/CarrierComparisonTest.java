package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.rule.Action;
import org.packhaus.rule.CarrierComparison;
import org.packhaus.rule.Compared;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceSheet;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.ShippingRule;
import org.packhaus.sheet.Spreadsheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What the order's page says of carriers before anything is booked, and that booking does the same. */
@DatabaseTest
class CarrierComparisonTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    CarrierComparison comparison;

    @Autowired
    RuleService rules;

    @Autowired
    EntityManagerFactory factory;

    private FlowFixture flow;
    private FlowFixture.Life node;
    private Offer contract;

    @BeforeEach
    void aSellerWithAContractAndATable() {
        flow = new FlowFixture(context);
        node = flow.life("a");
        contract = new Offer(flow.imports.connection, "V01PAK");
        in(() -> {
            rules.savePrices(
                    flow.imports.seller,
                    contract,
                    PriceSheet.of(Spreadsheet.csv("countries;max_weight_g;price;days\nDE;5000;4,19;2"))
                            .table());
            return true;
        });
        flow.weighs("BOOK", 400);
    }

    private <T> T in(Supplier<T> work) {
        return flow.imports.in(work);
    }

    private Compared of(OrderId order) {
        List<Compared> found = in(() -> comparison.known(order));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void whatAPersonTakesIsWhatIsSaidToBeTaken() {
        OrderId order = flow.order("hand", PROCESSABLE, "BOOK");
        Compared before = of(order);
        assertThat(before.byHand()).isFalse();

        in(() -> {
            rules.pickByHand(order, contract, List.of());
            return true;
        });
        Compared after = of(order);
        assertThat(after.byHand()).isTrue();

        in(() -> {
            rules.forgetHandPick(order);
            return true;
        });
        assertThat(of(order)).isEqualTo(before);
    }

    @Test
    void theRulesReasonStandsWithIt() {
        in(() -> rules.save(
                flow.imports.seller,
                0,
                List.of(new ShippingRule("All", true, List.of(), new Action.Fixed(contract), List.of(), null))));

        Compared compared = of(flow.order("ruled", PROCESSABLE, "BOOK"));

        assertThat(compared.chosen()).isNotNull().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("rule-fixed");
            assertThat(reason.detail()).isEqualTo("All");
        });
    }

    @Test
    void whatHasALabelIsDecided() {
        OrderId order = flow.order("labelled", PROCESSABLE, "BOOK");
        node.label(order);

        assertThat(in(() -> comparison.known(order))).isEmpty();
        assertThat(in(() -> comparison.ask(order))).isZero();
    }

    @Test
    void costsTheSameHoweverManyPieces() {
        OrderId one = flow.order("one", PROCESSABLE, "BOOK");
        OrderId many = flow.order("many", PROCESSABLE, "BOOK", "BOOK", "BOOK", "BOOK", "BOOK");
        Set<Long> costs = new java.util.HashSet<>(List.of(statements(one), statements(many)));
        assertThat(costs).hasSize(1).allMatch(count -> count <= 25);
    }

    private long statements(OrderId order) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long fewest = Long.MAX_VALUE;
        for (int tries = 0; tries < 7; tries++) {
            statistics.clear();
            of(order);
            fewest = Math.min(fewest, statistics.getPrepareStatementCount());
        }
        statistics.setStatisticsEnabled(false);
        return fewest;
    }
}
