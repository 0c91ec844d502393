package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.Problem;
import org.packhaus.rule.Action;
import org.packhaus.rule.Condition;
import org.packhaus.rule.Extra;
import org.packhaus.rule.Offer;
import org.packhaus.rule.PriceSheet;
import org.packhaus.rule.RuleException;
import org.packhaus.rule.RuleService;
import org.packhaus.rule.RuleSet;
import org.packhaus.rule.RuleTrial;
import org.packhaus.rule.SecondChoice;
import org.packhaus.rule.ShippingRule;
import org.packhaus.rule.WhatIf;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CarrierProfile;
import org.packhaus.sdk.ChannelOrder;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Quotes.Quote;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.sheet.Spreadsheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rules from the draft to the label: what was foretold is what is booked. */
@DatabaseTest
class RuleFlowTest {
    private static final CarrierProfile PROFILE = new CarrierProfile(
            "fake",
            "Fake Parcel",
            "DHL",
            List.of(
                    product("V01PAK", 31_500, Set.of(Service.Kind.SIGNATURE)),
                    product("SMALL", 1_000, Set.of()),
                    product("EXPRESS", 10_000, Set.of(Service.Kind.SIGNATURE))),
            new CarrierProfile.ReferenceLimits(8, 35));

    @Autowired
    ApplicationContext context;

    @Autowired
    RuleService rules;

    @Autowired
    RuleTrial trial;

    private FlowFixture flow;
    private FlowFixture.Life node;
    private Offer parcel;
    private Offer small;
    private Offer express;

    private static CarrierProduct product(String id, int grams, Set<Service.Kind> services) {
        return new CarrierProduct(
                id, "Fake " + id, Set.of(CountryCode.DE), Weight.grams(grams), Optional.empty(), services);
    }

    @BeforeEach
    void aSellerWithThreeContracts() {
        flow = new FlowFixture(context);
        flow.desk.sells(PROFILE);
        node = flow.life("a");
        parcel = new Offer(flow.imports.connection, "V01PAK");
        small = new Offer(contract("Small"), "SMALL");
        express = new Offer(contract("Express"), "EXPRESS");
        prices(
                parcel,
                "countries;max_weight_g;price;days;service\nDE;5000;4,19;2;\nDE;31500;9,49;2;\n;;1,50;;SIGNATURE");
        prices(small, "countries;max_weight_g;price;days\nDE;1000;2,79;4");
        prices(express, "countries;max_weight_g;price;days;service\nDE;10000;11,90;1;\n;;0,90;;SIGNATURE");
        flow.weighs("BOOK", 400);
        flow.weighs("LAMP", 1_900);
        flow.weighs("STONE", 12_000);
    }

    private ConnectionId contract(String name) {
        return in(() -> context.getBean(ConnectionService.class)
                .create(new NewConnection(
                        flow.imports.seller, "fake", "fake", ConnectionRole.CARRIER, name, List.of())));
    }

    private void prices(Offer offer, String csv) {
        in(() -> {
            rules.savePrices(
                    flow.imports.seller,
                    offer,
                    PriceSheet.of(Spreadsheet.csv(csv)).table());
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return flow.imports.in(work);
    }

    private static ShippingRule rule(String name, Action action, Condition... conditions) {
        return new ShippingRule(name, true, List.of(conditions), action, List.of(), null);
    }

    private List<ShippingRule> draft() {
        return List.of(
                new ShippingRule(
                        "Precious",
                        true,
                        List.of(new Condition.Worth(60, 0)),
                        new Action.Best(Action.Aim.CHEAPEST, List.of(parcel, express)),
                        List.of(new Extra(Service.Kind.SIGNATURE, 0)),
                        null),
                rule(
                        "North",
                        new Action.Fixed(express),
                        new Condition.Postcode(List.of(new Condition.Postcode.Range("20", "25")))),
                rule("Save", new Action.Best(Action.Aim.CHEAPEST, List.of(parcel, small, express))));
    }

    private void save(List<ShippingRule> wanted) {
        in(() -> rules.save(
                flow.imports.seller, rules.current(flow.imports.seller).number(), wanted));
    }

    private WhatIf whatIf(List<ShippingRule> wanted) {
        return in(() -> trial.whatIf(
                flow.imports.seller, wanted, RuleTrial.ORDERS, node.chooser, flow.clock.instant(), progress -> {}));
    }

    private record Sent(Offer offer, List<Service> services, String code, String detail) {
        static Sent of(CarrierPick pick) {
            return new Sent(
                    new Offer(pick.connection(), pick.product()),
                    pick.services(),
                    pick.reason().code(),
                    pick.reason().detail());
        }
    }

    @Test
    void whatWasForetoldIsWhatIsBooked() {
        List<OrderId> orders = new ArrayList<>();
        List<String> goods = List.of("BOOK", "LAMP", "STONE");
        for (int i = 0; i < 40; i++) {
            String[] skus = Collections.nCopies(1 + i % 7, goods.get(i % 3)).toArray(String[]::new);
            ChannelOrder order = ChannelOrders.order("f" + i, PROCESSABLE, skus);
            if (i % 5 == 0) {
                Address hamburg = Address.to("Ada Lund")
                        .street("Große Bleichen", Integer.toString(i + 1))
                        .city("20354", "Hamburg")
                        .build();
                order = ChannelOrders.to(order, hamburg, order.changedAt());
            }
            flow.imports.channel.put(order);
        }
        flow.imports.run();
        for (int i = 0; i < 40; i++) {
            orders.add(idOf("f" + i));
        }
        WhatIf foretold = whatIf(draft());
        assertThat(foretold.orders()).isEqualTo(40);
        assertThat(foretold.leftOut()).isZero();
        assertThat(foretold.now().priced()).as("too many stones have no price").isLessThan(40);
        Map<OrderId, Sent> changes = new HashMap<>();
        foretold.changes().forEach(change -> changes.put(change.order(), Sent.of(taken(change.then()))));
        assertThat(changes).hasSize(foretold.changed()).hasSizeBetween(10, 39);

        save(draft());
        orders.forEach(node::book);

        Map<Offer, Integer> booked = new HashMap<>();
        BigDecimal cost = BigDecimal.ZERO;
        int refused = 0;
        for (OrderId order : orders) {
            List<ShipmentRow> shipments = flow.shipments(order);
            if (shipments.isEmpty()) {
                // Too heavy even for the largest product: refused before any money, whoever was named.
                refused++;
                continue;
            }
            ShipmentRow shipment = shipments.getFirst();
            Sent sent = new Sent(
                    new Offer(
                            FlowFixture.there(shipment.pick()).connection(),
                            FlowFixture.there(shipment.pick()).product()),
                    FlowFixture.there(shipment.pick()).services(),
                    FlowFixture.there(shipment.pick()).reason().code(),
                    FlowFixture.there(shipment.pick()).reason().detail());
            if (changes.containsKey(order)) {
                assertThat(sent).isEqualTo(changes.get(order));
            } else {
                assertThat(sent.offer()).isEqualTo(parcel);
                assertThat(sent.services()).isEmpty();
            }
            booked.merge(sent.offer(), 1, Integer::sum);
            Money price = FlowFixture.there(shipment.pick())
                    .reason()
                    .considered()
                    .getFirst()
                    .price();
            cost = price == null ? cost : cost.add(price.amount());
        }
        assertThat(refused).isPositive().isEqualTo(foretold.then().stopped());
        assertThat(foretold.lines().stream().mapToInt(WhatIf.Line::then).sum()).isEqualTo(40 - refused);
        assertThat(foretold.lines())
                .allSatisfy(line -> assertThat(line.then()).isEqualTo(booked.getOrDefault(line.offer(), 0)));
        assertThat(foretold.then().cost()).isEqualByComparingTo(cost);
        assertThat(flow.carrier.charges()).hasSize(40 - refused);

        assertThat(foretold.comparable()).isBetween(10, foretold.now().priced());
        BigDecimal difference = foretold.changes().stream()
                .filter(change -> change.now().price() != null && change.then().price() != null)
                .map(change -> euros(change.then()).subtract(euros(change.now())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(foretold.difference()).as("of those priced on both sides").isEqualByComparingTo(difference);

        WhatIf afterwards = whatIf(draft());
        assertThat(afterwards.then().cost())
                .as("judged by the moment they were booked")
                .isEqualByComparingTo(cost);
        assertThat(afterwards.changed()).isZero();
    }

    private static CarrierPick taken(WhatIf.Side side) {
        return Optional.ofNullable(side.pick()).orElseThrow();
    }

    private static BigDecimal euros(WhatIf.Side side) {
        return Optional.ofNullable(side.price()).orElseThrow().amount();
    }

    private OrderId idOf(String number) {
        return flow.imports.row(number).id();
    }

    @Test
    void theCarrierHearsOfTheServicesAndTheOrderSaysWhy() {
        save(draft());
        OrderId order = flow.order("s1", PROCESSABLE, "BOOK", "BOOK", "BOOK", "BOOK", "BOOK");
        node.label(order);
        assertThat(flow.carrier.requestOf("s1").services()).containsExactly(new Service.Plain(Service.Kind.SIGNATURE));
        assertThat(flow.carrier.requestOf("s1").product()).isEqualTo("V01PAK");
        OrderRow row = flow.row(order);
        assertThat(row.carrier())
                .isNotNull()
                .satisfies(choice -> assertThat(choice.reason()).isEqualTo("rule-cheapest Precious"));
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick())
                        .reason()
                        .considered())
                .extracting(CarrierReason.Considered::verdict)
                .containsExactly("taken", "dearer");
    }

    @Test
    void withoutARuleThatSpeaksTheSellersDefaultStands() {
        save(List.of(rule("Never", new Action.Fixed(express), new Condition.Pieces(50, 0))));
        OrderId order = flow.order("d1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick())
                        .reason()
                        .code())
                .isEqualTo("seller-default");
    }

    @Test
    void switchesWhenTheCarrierIsDown() {
        save(List.of(new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(small),
                List.of(),
                new SecondChoice(parcel, SecondChoice.Mode.SWITCH))));
        flow.desk.shut(small.connection(), "connection-broken");
        OrderId order = flow.order("x1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick()).product())
                .isEqualTo("V01PAK");
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick())
                        .reason()
                        .code())
                .isEqualTo("second-choice");
        assertThat(considered(order).getLast()).satisfies(out -> {
            assertThat(out.product()).isEqualTo("SMALL");
            assertThat(out.verdict()).isEqualTo("connection-broken");
            assertThat(out.since()).isEqualTo(FakeDesk.SHUT_AT);
        });

        flow.desk.open(small.connection());
        OrderId next = flow.order("x2", PROCESSABLE, "BOOK");
        node.label(next);
        assertThat(FlowFixture.there(flow.shipments(next).getFirst().pick()).product())
                .isEqualTo("SMALL");
    }

    @Test
    void asksAPersonFirstAndDoesAsSheSays() {
        save(List.of(new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(small),
                List.of(),
                new SecondChoice(parcel, SecondChoice.Mode.ASK))));
        flow.desk.shut(small.connection(), "connection-paused");
        OrderId order = flow.order("q1", PROCESSABLE, "BOOK");
        OrderBooking asked = node.book(order);
        assertThat(asked.problems()).extracting(Problem::code).containsExactly("carrier-down-second-choice");
        assertThat(asked.problems().getFirst().text()).contains("Fake V01PAK of Fake Parcel");
        assertThat(flow.carrier.charges()).isEmpty();
        assertThat(flow.row(order).problem()).isNotNull();

        in(() -> {
            rules.pickByHand(order, parcel, List.of());
            return true;
        });
        assertThat(flow.row(order).problem()).isNull();
        node.label(order);
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick()).reason())
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("by-hand"));
        assertThat(whatIf(draft()).changed())
                .as("no rule stands above a person")
                .isZero();
    }

    @Test
    void whatAPersonChoosesForAnOrderThatLeavesWithAnotherCountsForTheirParcel() {
        save(List.of(new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(small),
                List.of(),
                new SecondChoice(parcel, SecondChoice.Mode.ASK))));
        flow.desk.shut(small.connection(), "connection-paused");
        OrderId lead = flow.order("q2", PROCESSABLE, "BOOK");
        OrderId other = flow.order("q3", PROCESSABLE, "BOOK");
        assertThat(in(() -> node.together.join(List.of(lead, other)))).isEqualTo(lead);
        assertThat(node.book(other).problems()).extracting(Problem::code).containsExactly("carrier-down-second-choice");
        assertThat(in(() -> node.booker.undecided(other)))
                .extracting(decided -> decided.order().id())
                .containsExactly(lead);

        in(() -> {
            rules.pickByHand(other, parcel, List.of());
            return true;
        });
        assertThat(flow.row(lead).problem()).isNull();
        assertThat(flow.row(other).problem()).isNull();
        node.label(other);
        assertThat(FlowFixture.there(flow.shipments(other).getFirst().pick()).reason())
                .satisfies(reason -> assertThat(reason.code()).isEqualTo("by-hand"));
    }

    private static FakeDesk.Prices priceOf(String product, String euros, int days) {
        return request -> List.of(new Quote(product, Money.euro(euros), Optional.of(days)));
    }

    private List<CarrierReason.Considered> considered(OrderId order) {
        return FlowFixture.there(flow.shipments(order).getFirst().pick())
                .reason()
                .considered();
    }

    @Test
    void aLivePriceDecidesAndStaysWithTheShipment() {
        save(draft());
        flow.desk.tells(express.connection(), priceOf("EXPRESS", "2.10", 1));
        OrderId order = flow.order("l1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(considered(order))
                .extracting(
                        CarrierReason.Considered::product,
                        CarrierReason.Considered::price,
                        CarrierReason.Considered::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EXPRESS", Money.euro("2.10"), "live"),
                        org.assertj.core.groups.Tuple.tuple("V01PAK", Money.euro("4.19"), "table"),
                        org.assertj.core.groups.Tuple.tuple("SMALL", Money.euro("2.79"), "table"));
        assertThat(flow.desk.asked)
                .singleElement()
                .satisfies(asked -> assertThat(asked.toString())
                        .as("no buyer")
                        .doesNotContain(FlowFixture.there(flow.row(order).buyerName()), "l1"));

        node.label(flow.order("l2", PROCESSABLE, "BOOK"));
        assertThat(flow.desk.asked).as("one answer serves a kind of parcel").hasSize(1);
    }

    @Test
    void askingIsDoneBeforeAnythingIsLocked() {
        save(draft());
        flow.desk.tells(express.connection(), request -> List.of());
        node.label(flow.order("n1", PROCESSABLE, "BOOK"));
        in(() -> trial.one(flow.imports.seller, "n1", draft()));
        assertThat(flow.desk.asked).hasSize(1);

        flow.order("n2", PROCESSABLE, "LAMP");
        assertThatThrownBy(() -> in(() -> context.getBean(TransactionRetry.class)
                        .call(() -> trial.one(flow.imports.seller, "n2", draft()))))
                .as("the carrier is called by other threads, so nobody else would notice")
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
        assertThat(flow.desk.asked).hasSize(1);
    }

    @Test
    void aCarrierThatDoesNotAnswerCostsNoBookingAndIsLeftAloneForAWhile() {
        save(draft());
        flow.desk.tells(express.connection(), request -> {
            throw new Unavailable("service-down", "Nobody answers.");
        });
        OrderId order = flow.order("u1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(considered(order).getFirst().product()).isEqualTo("SMALL");
        assertThat(considered(order))
                .filteredOn(one -> one.product().equals("EXPRESS"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.price()).isEqualTo(Money.euro("11.90"));
                    assertThat(one.source()).isEqualTo("no-answer");
                });
        node.label(flow.order("u2", PROCESSABLE, "BOOK"));
        assertThat(flow.desk.asked).hasSize(1);
    }

    @Test
    void aPausedCarrierIsNotAsked() {
        save(draft());
        flow.desk.tells(express.connection(), priceOf("EXPRESS", "1.00", 1));
        flow.desk.shut(express.connection(), "connection-paused");
        OrderId order = flow.order("p1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(flow.desk.asked).isEmpty();
        assertThat(considered(order).getFirst().product()).isEqualTo("SMALL");
    }

    @Test
    void whatWasForetoldWithLivePricesIsWhatIsBooked() {
        // By weight, so that it is the cheapest for some only.
        flow.desk.tells(express.connection(), request -> {
            BigDecimal price = BigDecimal.valueOf(request.parcel().weight().grams())
                    .movePointLeft(3)
                    .add(BigDecimal.ONE);
            return List.of(new Quote("EXPRESS", Money.of(price, "EUR"), Optional.of(1)));
        });
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(flow.order(
                    "w" + i,
                    PROCESSABLE,
                    Collections.nCopies(1 + i % 4, i % 2 == 0 ? "BOOK" : "LAMP").toArray(String[]::new)));
        }
        WhatIf foretold = whatIf(draft());
        assertThat(foretold.live().asked()).isBetween(2, 8);
        assertThat(foretold.live().priced()).isEqualTo(foretold.live().asked());
        assertThat(foretold.live().leftOut()).isZero();
        int asked = flow.desk.asked.size();

        save(draft());
        orders.forEach(node::label);
        assertThat(flow.desk.asked).as("the answers still count").hasSize(asked);
        BigDecimal cost = BigDecimal.ZERO;
        for (OrderId order : orders) {
            Money price = FlowFixture.there(considered(order).getFirst().price());
            cost = cost.add(price.amount());
        }
        assertThat(foretold.then().cost()).isEqualByComparingTo(cost);
        Map<Offer, Integer> booked = new HashMap<>();
        orders.forEach(order -> {
            CarrierReason.Considered taken = considered(order).getFirst();
            booked.merge(new Offer(taken.connection(), taken.product()), 1, Integer::sum);
        });
        assertThat(booked).containsKey(express).hasSizeGreaterThan(1);
        assertThat(foretold.lines())
                .allSatisfy(line -> assertThat(line.then()).isEqualTo(booked.getOrDefault(line.offer(), 0)));
        assertThat(whatIf(draft()).changed()).isZero();
    }

    private List<ShippingRule> daily(SecondChoice.Mode mode) {
        return List.of(new ShippingRule(
                "Daily",
                true,
                List.of(),
                new Action.Fixed(parcel),
                List.of(new Extra(Service.Kind.SIGNATURE, 0)),
                new SecondChoice(express, mode)));
    }

    @Test
    void aCircuitThatIsOpenIsDownToo() {
        save(daily(SecondChoice.Mode.SWITCH));
        flow.desk.shut(parcel.connection(), "circuit-open");
        OrderId order = flow.order("o1", PROCESSABLE, "BOOK");
        node.label(order);
        assertThat(considered(order))
                .extracting(CarrierReason.Considered::product, CarrierReason.Considered::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("EXPRESS", "taken"),
                        org.assertj.core.groups.Tuple.tuple("V01PAK", "circuit-open"));
    }

    @Test
    void withoutASecondChoiceTheLabelWaitsWhileTheCircuitIsOpen() {
        save(List.of(rule("Daily", new Action.Fixed(parcel))));
        flow.desk.shut(parcel.connection(), "circuit-open");
        OrderId order = flow.order("o2", PROCESSABLE, "BOOK");
        assertThat(node.book(order).labels()).singleElement().isInstanceOf(LabelOutcome.NotAvailable.class);
        assertThat(flow.carrier.charges()).isEmpty();
        assertThat(flow.row(order).problem()).isNull();

        flow.desk.open(parcel.connection());
        flow.clock.turn(Duration.ofMinutes(2));
        node.ownWork();
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void anUnclearAnswerIsNotDown() {
        save(daily(SecondChoice.Mode.SWITCH));
        OrderId order = flow.order("z1", PROCESSABLE, "BOOK");
        flow.carrier.next(FakeCarrier.Mood.LOSES_ANSWER);
        assertThat(node.book(order).labels()).singleElement().isInstanceOf(LabelOutcome.Unclear.class);

        flow.desk.shut(parcel.connection(), "circuit-open");
        assertThat(node.book(order).labels()).singleElement().isInstanceOf(LabelOutcome.Unclear.class);
        flow.clock.turn(Duration.ofMinutes(2));
        node.ownWork();
        assertThat(flow.carrier.charges()).as("bought once, and nowhere else").hasSize(1);
        assertThat(FlowFixture.there(flow.shipments(order).getFirst().pick()).product())
                .isEqualTo("V01PAK");

        flow.desk.open(parcel.connection());
        flow.clock.turn(Duration.ofMinutes(2));
        node.ownWork();
        assertThat(node.label(order).trackingNumber()).isNotBlank();
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void everySaveIsAVersionAndAnOlderOneComesBack() {
        save(draft());
        save(List.of());
        assertThatThrownBy(() -> in(() -> rules.save(flow.imports.seller, 1, draft())))
                .isInstanceOfSatisfying(
                        RuleException.class, e -> assertThat(e.code()).isEqualTo("rules-changed"));
        RuleSet back = in(() -> rules.restore(flow.imports.seller, 2, 1));
        assertThat(back.number()).isEqualTo(3);
        assertThat(back.restoredFrom()).isEqualTo(1);
        assertThat(back.rules()).isEqualTo(draft());
        assertThat(in(() -> rules.versions(flow.imports.seller)))
                .extracting(RuleSet::number)
                .containsExactly(3, 2, 1);
    }

    @Test
    void keepsOldPriceTables() {
        prices(small, "countries;max_weight_g;price\nDE;1000;3,10");
        prices(small, "countries;max_weight_g;price");
        assertThat(in(() -> rules.priceTables(flow.imports.seller)))
                .extracting(row -> row.offer().product())
                .containsExactly("V01PAK", "EXPRESS");
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select count(*) from price_table where product = 'SMALL' and seller_id = :seller")
                        .param("seller", flow.imports.seller.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void triesOneOrder() {
        OrderId order = flow.order("t1", PROCESSABLE, "BOOK");
        RuleTrial.OneOrder one =
                in(() -> trial.one(flow.imports.seller, " T1 ", draft())).orElseThrow();
        assertThat(one.order()).isEqualTo(order);
        assertThat(one.speaking()).containsExactly("Save");
        assertThat(one.advice()).isInstanceOf(CarrierAdvice.Advice.Take.class);
        assertThat(in(() -> trial.one(flow.imports.seller, "nothing", draft()))).isEmpty();
    }
}
