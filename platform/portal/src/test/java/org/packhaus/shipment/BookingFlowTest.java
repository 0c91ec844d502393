package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.ANNOUNCED;
import static org.packhaus.sdk.ChannelItem.State.CANCELLED;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.shipment.FakeCarrier.Mood;
import org.packhaus.stock.StockService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From an imported order to its label, with the real order room. */
@DatabaseTest
class BookingFlowTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void aSeller() {
        flow = new FlowFixture(context);
        node = flow.life("a");
    }

    private List<String> refused(OrderId order) {
        OrderBooking booking = node.book(order);
        assertThat(booking.labels()).isEmpty();
        assertThat(flow.carrier.charges()).isEmpty();
        return booking.problems().stream().map(Problem::code).toList();
    }

    @Test
    void packsEveryPieceIntoOneParcelAndBuysItsLabel() {
        OrderId order = flow.order("p1", PROCESSABLE, "LAMP", "LAMP", "RUG");
        BoughtLabel label = node.label(order);

        OrderRow row = flow.row(order);
        assertThat(row.stage()).isEqualTo(Stage.LABEL_PRINTED);
        assertThat(row.labels()).isEqualTo(1);
        assertThat(row.carrier()).isNotNull().satisfies(choice -> {
            assertThat(choice.reason()).isEqualTo("seller-default");
            assertThat(choice.product()).isEqualTo("Fake Paket");
            assertThat(choice.price()).hasToString("4.19 EUR");
        });
        ParcelRow parcel = flow.shipments(order).getFirst().parcels().getFirst();
        assertThat(parcel.items()).hasSize(3);
        assertThat(FlowFixture.there(parcel.weight()).grams()).isEqualTo(1000);
        assertThat(parcel.label())
                .hasValueSatisfying(l -> assertThat(l.trackingNumber()).isEqualTo(label.trackingNumber()));
        assertThat(parcel.documents()).hasSize(2);
        List<LabelFile> files =
                flow.imports.in(() -> context.getBean(Parcels.class).labelDocuments(List.of(parcel.id())));
        assertThat(files).extracting(f -> new String(f.content())).contains("label " + label.trackingNumber());
    }

    @Test
    void packsAndBuysOnceWhenTwoPeopleBookAtTheSameMoment() throws Exception {
        OrderId order = flow.order("p2", PROCESSABLE, "LAMP");
        FlowFixture.Life other = flow.life("b");
        CyclicBarrier start = new CyclicBarrier(6);
        try (var pool = Executors.newFixedThreadPool(6)) {
            List<Future<OrderBooking>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                FlowFixture.Life mine = i % 2 == 0 ? node : other;
                all.add(pool.submit(() -> {
                    start.await();
                    return mine.book(order);
                }));
            }
            for (Future<OrderBooking> one : all) {
                assertThat(one.get().problems()).isEmpty();
            }
        }
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.shipments(order)).hasSize(1);
        assertThat(flow.shipments(order).getFirst().parcels()).hasSize(1);
    }

    @Test
    void buysNoLabelForGoodsThatAreNotThereAndBuysItOnceTheyAre() {
        StockService stock = context.getBean(StockService.class);
        flow.imports.in(() -> {
            stock.set(flow.imports.seller, Map.of("STOOL", 0), "counted");
            return true;
        });
        OrderId order = flow.order("s1", PROCESSABLE, "STOOL");
        assertThat(refused(order)).containsExactly("waits-for-stock");
        assertThat(flow.row(order).problem()).as("the light says it").isNull();

        flow.imports.in(() -> {
            stock.set(flow.imports.seller, Map.of("STOOL", 3), "delivered");
            return true;
        });
        assertThat(node.book(order).problems()).isEmpty();
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void saysWhyAnOrderIsNotToBeBooked() {
        assertThat(refused(flow.order("w1", ANNOUNCED, "LAMP"))).containsExactly("order-announced");
        assertThat(refused(flow.order("w2", CANCELLED, "LAMP"))).containsExactly("order-cancelled");
        OrderId held = flow.order("w3", PROCESSABLE, "LAMP");
        flow.imports.in(() -> {
            orders.hold(held, "ask the buyer");
            return true;
        });
        assertThat(refused(held)).containsExactly("on-hold");
        assertThat(flow.row(held).problem()).as("nothing to be mended about it").isNull();
    }

    @Test
    void buysNoLabelThatTheChannelWouldRefuse() {
        OrderId order = flow.order("c1", PROCESSABLE, "LAMP");
        flow.channel.demands(new ChannelRules(Set.of("GLS"), true, Set.of("DHL"), Optional.empty()));
        assertThat(refused(order)).containsExactly("carrier-unknown-to-channel");
        flow.channel.demands(new ChannelRules(Set.of("DHL"), true, Set.of("DHL", "GLS"), Optional.of("GLS")));
        assertThat(refused(order)).containsExactly("return-carrier-differs");
        flow.channel.demands(new ChannelRules(Set.of("DHL"), true, Set.of("GLS"), Optional.empty()));
        assertThat(refused(order)).containsExactly("no-return-number");
        assertThat(flow.row(order).problem()).isNotNull();

        flow.channel.demands(new ChannelRules(Set.of("DHL"), true, Set.of("DHL"), Optional.of("DHL")));
        node.label(order);
        assertThat(flow.row(order).problem()).as("gone with its reason").isNull();
    }

    @Test
    void buysNoLabelThatTheCarrierWouldRefuse() {
        OrderId abroad = flow.order(ChannelOrders.to(
                ChannelOrders.order("x1", PROCESSABLE, "LAMP"),
                Address.to("Eva Gruber")
                        .street("Mariahilfer Straße", "1")
                        .city("1060", "Wien")
                        .country(org.packhaus.sdk.CountryCode.find("AT").orElseThrow())
                        .build(),
                ChannelOrders.MONDAY_MORNING));
        assertThat(refused(abroad)).contains("product-not-for-country");

        OrderId locker = flow.order(ChannelOrders.to(
                ChannelOrders.order("x2", PROCESSABLE, "LAMP"),
                Address.to("Max Muster")
                        .street("Packstation", "127")
                        .city("87435", "Kempten")
                        .build(),
                ChannelOrders.MONDAY_MORNING));
        assertThat(refused(locker)).anyMatch(code -> code.contains("post-number-missing"));

        flow.seller(s -> FlowFixture.with(s, 40_000, s.carrierProduct()));
        assertThat(refused(flow.order("x3", PROCESSABLE, "LAMP"))).containsExactly("too-heavy");
        flow.seller(s -> FlowFixture.with(s, 0, s.carrierProduct()));
        assertThat(refused(flow.order("x4", PROCESSABLE, "LAMP"))).containsExactly("no-weight");
        flow.seller(s -> FlowFixture.with(s, 1000, "V99"));
        assertThat(refused(flow.order("x5", PROCESSABLE, "LAMP"))).containsExactly("product-unknown");
        flow.seller(s -> FlowFixture.with(s, 1000, null));
        assertThat(refused(flow.order("x6", PROCESSABLE, "LAMP"))).containsExactly("no-carrier");
    }

    @Test
    void wantsTheLabelWhileTheConnectionIsBrokenAndBuysItAfterRepair() {
        OrderId order = flow.order("b1", PROCESSABLE, "LAMP");
        flow.desk.shut("connection-broken");
        OrderBooking booking = node.book(order);
        assertThat(booking.problems()).isEmpty();
        assertThat(booking.labels()).singleElement().isInstanceOf(LabelOutcome.NotAvailable.class);
        assertThat(RowOutcomes.of(booking)).isInstanceOf(RowOutcome.Pending.class);

        flow.clock.turn(Duration.ofMinutes(1));
        node.ownWork();
        assertThat(flow.carrier.charges()).isEmpty();
        flow.desk.abilities(true, true, true);
        flow.clock.turn(Duration.ofMinutes(2));
        node.ownWork();
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.LABEL_PRINTED);
    }

    @Test
    void neverBuysByItselfForAnOrderThatWasCancelledMeanwhile() {
        OrderId order = flow.order("b2", PROCESSABLE, "LAMP");
        flow.carrier.next(Mood.BUSY);
        node.book(order);
        flow.cancel("b2", 0);

        flow.clock.turn(Duration.ofMinutes(1));
        node.ownWork();
        assertThat(flow.carrier.charges()).isEmpty();
        assertThat(flow.row(order).parcels()).isZero();
    }

    @Test
    void packsWhatIsLeftWhenAPieceWasCancelledBeforeTheLabel() {
        OrderId order = flow.order("b3", PROCESSABLE, "LAMP", "RUG");
        flow.carrier.next(Mood.REFUSES);
        node.book(order);
        assertThat(flow.row(order).problem())
                .isNotNull()
                .satisfies(p -> assertThat(p.code()).isEqualTo("address-not-codeable"));
        flow.cancel("b3", 1);

        node.label(order);
        assertThat(flow.shipments(order).getFirst().parcels().getFirst().items())
                .hasSize(1);
        assertThat(flow.row(order).problem()).isNull();
    }

    @Test
    void offersTheLabelForVoidingWhenTheOrderIsCancelledAfterIt() {
        OrderId order = flow.order("b4", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        flow.cancel("b4", 0);
        assertThat(flow.row(order).problem()).isNotNull().satisfies(p -> {
            assertThat(p.code()).isEqualTo(CancelledOrders.LABEL_LEFT);
            assertThat(p.text()).contains(label.trackingNumber());
        });

        flow.imports.in(() -> node.ledger.voidLabel(label.purchase(), "Ida"));
        assertThat(flow.carrier.givenBack()).containsExactly(label.trackingNumber());
        assertThat(flow.row(order).problem()).isNull();
        assertThat(flow.row(order).parcels()).isZero();
    }

    @Test
    void forgetsTheBuyerButNotTheNumbers() {
        OrderId order = flow.order("e1", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        flow.imports.in(() -> {
            context.getBean(TransactionRetry.class)
                    .run(() -> context.publishEvent(new BuyersErased(flow.imports.seller, List.of(order))));
            return true;
        });

        JdbcClient jdbc = context.getBean(JdbcClient.class);
        assertThat(jdbc.sql("select max(length(content)) from label_document where parcel_id = :parcel")
                        .param("parcel", label.parcel().value())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select request from label_attempt where purchase_id = :purchase")
                        .param("purchase", label.purchase().value())
                        .query(String.class)
                        .single())
                .isEmpty();
        assertThat(flow.shipments(order).getFirst().parcels().getFirst().label())
                .hasValueSatisfying(kept -> assertThat(kept.trackingNumber()).isEqualTo(label.trackingNumber()));
    }

    @Test
    void saysWhatBecameOfEachRowOfABatch() {
        OrderId good = flow.order("r1", PROCESSABLE, "LAMP");
        OrderId bad = flow.order("r2", PROCESSABLE, "LAMP");
        OrderId lost = flow.order("r3", PROCESSABLE, "LAMP");
        RowOutcome first = RowOutcomes.of(node.book(good));
        flow.carrier.next(Mood.REFUSES, Mood.LOSES_ANSWER);
        RowOutcome second = RowOutcomes.of(node.book(bad));
        RowOutcome third = RowOutcomes.of(node.book(lost));

        assertThat(first)
                .isInstanceOfSatisfying(
                        RowOutcome.Done.class, d -> assertThat(d.result()).startsWith("0"));
        assertThat(second)
                .isInstanceOfSatisfying(
                        RowOutcome.Failed.class, f -> assertThat(f.text()).contains("unknown street"));
        assertThat(third).isInstanceOf(RowOutcome.Pending.class);
        assertThat(RowOutcomes.of(node.book(bad))).as("retry failed").isInstanceOf(RowOutcome.Done.class);
        assertThat(RowOutcomes.of(node.book(good))).isInstanceOf(RowOutcome.Done.class);
        assertThat(flow.carrier.charges()).hasSize(3);
    }

    @Test
    void aRowThatWaitsForSomebodyElsesPurchaseHearsHowItEnds() throws Exception {
        OrderId order = flow.order("w1", PROCESSABLE, "LAMP");
        flow.carrier.next(Mood.HANGS);
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<OrderBooking> first = other.submit(() -> node.book(order));
            flow.carrier.awaitHanging();
            assertThat(RowOutcomes.of(flow.life("b").book(order))).isInstanceOf(RowOutcome.Pending.class);
            assertThat(booked(order)).get().isInstanceOf(RowOutcome.Pending.class);
            flow.carrier.letGo();
            RowOutcome sold = RowOutcomes.of(first.get());
            assertThat(sold).isInstanceOf(RowOutcome.Done.class);
            assertThat(booked(order)).contains(sold);
        }
    }

    @Test
    void aRowThatWaitsHearsOfADoubtAndOfARefusal() {
        OrderId order = flow.order("w2", PROCESSABLE, "LAMP");
        flow.carrier.next(Mood.BUSY, Mood.BREAKS_BEFORE, Mood.REFUSES);
        assertThat(RowOutcomes.of(node.book(order))).isInstanceOf(RowOutcome.Pending.class);
        long row = pendingRow(order);

        flow.clock.turn(Duration.ofMinutes(10));
        node.ownWork();
        assertThat(said(row)).startsWith("PENDING ").isNotEqualTo("PENDING before");
        for (int round = 0; round < 4; round++) {
            flow.clock.turn(Duration.ofMinutes(10));
            node.ownWork();
        }
        assertThat(said(row)).startsWith("FAILED ");
        assertThat(flow.carrier.charges()).isEmpty();
    }

    @Test
    void aRowWhoseOrderWasCancelledMeanwhileWaitsNoLonger() {
        OrderId order = flow.order("w3", PROCESSABLE, "LAMP");
        flow.carrier.next(Mood.BUSY);
        assertThat(RowOutcomes.of(node.book(order))).isInstanceOf(RowOutcome.Pending.class);
        flow.cancel("w3", 0);
        assertThat(booked(order))
                .get()
                .isInstanceOfSatisfying(
                        RowOutcome.Failed.class,
                        failed -> assertThat(failed.code()).isEqualTo("order-cancelled"));
    }

    private Optional<RowOutcome> booked(OrderId order) {
        return flow.imports.in(() -> context.getBean(TransactionRetry.class).call(() -> node.batches.booked(order)));
    }

    /** Of a batch that has run: nobody comes to ask any more. */
    private long pendingRow(OrderId order) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        long id = -order.value();
        jdbc.sql("insert into batch (id, version, kind, title, parameters, actor_kind, actor_name, state, round,"
                        + " started_at, finished_at)"
                        + " values (:id, 0, 'book-labels', 'Labels', '{}', 'USER', 'I. Hollerbach', 'FINISHED', 1,"
                        + " now(6), now(6))")
                .param("id", id)
                .update();
        jdbc.sql("insert into batch_row (id, version, seller_id, batch_id, position, subject_id, label, lane, state,"
                        + " round, attempt, code, text)"
                        + " values (:id, 0, :seller, :id, 0, :order, 'w2', 'x', 'PENDING', 1, 1, 'before', 'Wait.')")
                .param("id", id)
                .param("seller", flow.imports.seller.value())
                .param("order", order.value())
                .update();
        return id;
    }

    private String said(long row) {
        return context.getBean(JdbcClient.class)
                .sql("select concat(state, ' ', code) from batch_row where id = :id")
                .param("id", row)
                .query(String.class)
                .single();
    }
}
