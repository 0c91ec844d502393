package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.rule.Action;
import org.packhaus.rule.CarrierComparison;
import org.packhaus.rule.Compared;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceSheet;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.RuleTrial;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.SecondChoices;
import org.packhaus.rule.ShippingRule;
import org.packhaus.rule.WhatIf;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.Setting;
import org.packhaus.sheet.Spreadsheet;
import org.packhaus.shipment.CarrierReason.Considered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices asked of UPS by its real plugin over real HTTP, beside a contract that has a table only. */
@SandboxTest
class LiveRatesSandboxTest {
    private static final String STANDARD = "11";
    private static final String EXPRESS_SAVER = "65";

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("ups");

    @Autowired
    ApplicationContext context;

    @Autowired
    RuleService rules;

    @Autowired
    RuleTrial trial;

    @Autowired
    CarrierComparison comparison;

    @Autowired
    SecondChoices seconds;

    @Autowired
    JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    private FlowFixture flow;

    @SuppressWarnings("NullAway.Init")
    private FlowFixture.Life node;

    @SuppressWarnings("NullAway.Init")
    private Offer standard;

    @SuppressWarnings("NullAway.Init")
    private Offer saver;

    @BeforeEach
    void aSellerWithUpsAndATable() {
        SANDBOX.post("/sandbox/faults/none");
        flow = new FlowFixture(context);
        flow.channel.demands(new ChannelRules(Set.of("UPS"), false, Set.of(), Optional.empty()));
        flow.seller(s -> FlowFixture.with(s, 1_200, s.carrierProduct()));
        node = flow.life("a", context.getBean(HostDesks.class));
        ConnectionId ups = ups();
        standard = new Offer(ups, STANDARD);
        saver = new Offer(ups, EXPRESS_SAVER);
        in(() -> {
            rules.savePrices(
                    flow.imports.seller,
                    saver,
                    PriceSheet.of(Spreadsheet.csv("countries;max_weight_g;price;days\nDE;5000;6,50;2"))
                            .table());
            return true;
        });
        save(List.of(new ShippingRule(
                "Save",
                true,
                List.of(),
                new Action.Best(Action.Aim.CHEAPEST, List.of(standard, saver)),
                List.of(),
                null)));
    }

    @Test
    void whatUpsSaysDecidesAndIsWhatIsPaid() {
        OrderId order = flow.order("ups1", PROCESSABLE, "BOOK");
        WhatIf foretold = in(() -> trial.whatIf(
                flow.imports.seller,
                rules.current(flow.imports.seller).rules(),
                RuleTrial.ORDERS,
                node.chooser,
                flow.clock.instant(),
                progress -> {}));
        assertThat(foretold.live()).isEqualTo(new WhatIf.Live(1, 1, 0));

        BoughtLabel label = node.label(order);
        Considered taken = considered(order).getFirst();
        assertThat(taken.product()).isEqualTo(STANDARD);
        assertThat(taken.source()).isEqualTo(Considered.LIVE);
        assertThat(taken.price()).isEqualTo(label.price().orElseThrow());
        assertThat(foretold.then().cost())
                .isEqualByComparingTo(label.price().orElseThrow().amount());
        assertThat(questions()).as("the answer that was foretold with").isEqualTo(1);
        assertThat(considered(order).getLast().source())
                .as("the live price of the dearer one comes before its table")
                .isEqualTo(Considered.LIVE);
    }

    @Test
    void theOrdersPageComparesByWhatIsKnownAndThenByWhatUpsSays() {
        OrderId order = flow.order("ups9", PROCESSABLE, "BOOK");

        Compared before = compared(order);
        assertThat(before.unasked()).isTrue();
        assertThat(line(before, saver).source()).isEqualTo(Considered.TABLE);
        assertThat(line(before, saver).price()).isEqualTo(Money.of(new BigDecimal("6.50"), "EUR"));
        assertThat(line(before, standard).price()).as("nobody was asked yet").isNull();
        assertThat(questions()).isZero();

        assertThat(in(() -> comparison.ask(order))).isEqualTo(1);
        Compared after = compared(order);
        assertThat(after.unasked()).isFalse();
        assertThat(line(after, standard).source()).isEqualTo(Considered.LIVE);
        assertThat(after.lines().stream().filter(Compared.Line::taken))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.offer().offer()).isEqualTo(standard);
                    assertThat(taken.possible()).isTrue();
                    assertThat(taken.price())
                            .isEqualTo(node.label(order).price().orElseThrow());
                });
        assertThat(questions()).as("booking asks nobody again").isEqualTo(1);
    }

    @Test
    void whatIsTooHeavyForAllSaysSo() {
        flow.weighs("ANVIL", 90_000);
        Compared compared = compared(flow.order("ups10", PROCESSABLE, "ANVIL"));

        assertThat(compared.lines())
                .isNotEmpty()
                .allMatch(line -> line.obstacle().equals("too-heavy"));
        assertThat(compared.unasked()).isFalse();
    }

    private Compared compared(OrderId order) {
        return in(() -> comparison.known(order)).getFirst();
    }

    private static Compared.Line line(Compared compared, Offer offer) {
        return compared.lines().stream()
                .filter(line -> line.offer().offer().equals(offer))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noQuestionKnowsTheBuyer() {
        OrderId order = flow.order("ups2", PROCESSABLE, "BOOK");
        node.label(order);
        String asked = jdbc.sql("select request_body from exchange where seller_id = :seller and url like '%/rating/%'")
                .param("seller", flow.imports.seller.value())
                .query(String.class)
                .single();
        assertThat(asked)
                .contains("RateRequest", "Receiver")
                .doesNotContain(FlowFixture.there(flow.row(order).buyerName()), "ups2");
    }

    @Test
    void anUnhelpfulUpsIsWeighedByItsTableAndStillSells() {
        SANDBOX.post("/sandbox/faults", """
                [{"operation":"ups.rating","kind":"500","rate":1.0,"seed":1}]
                """);
        OrderId order = flow.order("ups3", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(considered(order).getFirst())
                .satisfies(taken -> assertThat(taken.product()).isEqualTo(EXPRESS_SAVER))
                .satisfies(taken -> assertThat(taken.source()).isEqualTo("no-answer"))
                .satisfies(taken -> assertThat(FlowFixture.there(taken.price()).amount())
                        .isEqualByComparingTo(new BigDecimal("6.50")));
        assertThat(considered(order).getLast().verdict()).isEqualTo("no-price");
    }

    private static ShippingRule daily(Offer first, Offer second, SecondChoice.Mode mode) {
        return new ShippingRule(
                "Daily", true, List.of(), new Action.Fixed(first), List.of(), new SecondChoice(second, mode));
    }

    @Test
    void aYesTakesTheSecondChoiceAndACarrierThatIsBackNeedsNone() {
        Offer second = new Offer(ups(), STANDARD);
        save(List.of(daily(standard, second, SecondChoice.Mode.ASK)));
        pause(standard.connection());
        OrderId order = flow.order("yes1", PROCESSABLE, "BOOK");
        OrderId later = flow.order("yes2", PROCESSABLE, "BOOK");
        assertThat(node.book(order).problems()).extracting(Problem::code).containsExactly(SecondChoices.CODE);
        assertThat(node.book(later).problems()).extracting(Problem::code).containsExactly(SecondChoices.CODE);
        assertThat(in(() -> seconds.waiting(List.of(order, later))))
                .containsExactly(entry(order, second), entry(later, second));

        assertThat(in(() -> seconds.take(List.of(order)))).containsExactly(order);
        assertThat(flow.row(order).problem()).isNull();
        node.label(order);
        assertThat(pick(order).connection()).isEqualTo(second.connection());
        assertThat(in(() -> seconds.waiting(List.of(order)))).isEmpty();

        in(() -> {
            context.getBean(ConnectionService.class).resume(standard.connection());
            return true;
        });
        assertThat(in(() -> seconds.take(List.of(later)))).isEmpty();
        node.label(later);
        assertThat(pick(later).connection()).isEqualTo(standard.connection());
    }

    @Test
    void aPausedCarrierIsReplacedAsPlannedAndTheOrderSaysSinceWhen() {
        Offer second = new Offer(ups(), STANDARD);
        save(List.of(daily(standard, second, SecondChoice.Mode.SWITCH)));
        pause(standard.connection());
        OrderId order = flow.order("switch1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(pick(order).connection()).isEqualTo(second.connection());
        assertThat(considered(order).getLast())
                .satisfies(out -> assertThat(out.verdict()).isEqualTo("connection-paused"))
                .satisfies(out -> assertThat(out.since()).isNotNull());
    }

    private void pause(ConnectionId connection) {
        in(() -> {
            context.getBean(ConnectionService.class).pause(connection);
            return true;
        });
    }

    private CarrierPick pick(OrderId order) {
        return FlowFixture.there(flow.shipments(order).getFirst().pick());
    }

    private List<Considered> considered(OrderId order) {
        return FlowFixture.there(flow.shipments(order).getFirst().pick())
                .reason()
                .considered();
    }

    private int questions() {
        return jdbc.sql("select count(*) from exchange where seller_id = :seller and url like '%/rating/%'")
                .param("seller", flow.imports.seller.value())
                .query(Integer.class)
                .single();
    }

    private void save(List<ShippingRule> wanted) {
        in(() -> rules.save(
                flow.imports.seller, rules.current(flow.imports.seller).number(), wanted));
    }

    private <T> T in(Supplier<T> work) {
        return flow.imports.in(work);
    }

    private ConnectionId ups() {
        List<Setting> settings = new ArrayList<>(SANDBOX.account(0).carrier("ups"));
        settings.add(Setting.plain("negotiatedRates", "true"));
        return in(() -> context.getBean(ConnectionService.class)
                .create(new NewConnection(flow.imports.seller, "ups", "ups", ConnectionRole.CARRIER, "UPS", settings)));
    }
}
