package org.packhaus.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.order.ChannelOrders.MONDAY_MORNING;
import static org.packhaus.order.ChannelOrders.order;
import static org.packhaus.order.ChannelOrders.turned;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.FakeChannel;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.order.StockLight;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.sdk.StockTarget.Level;
import org.packhaus.sdk.Unavailable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@DatabaseTest
class StockTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    StockService stock;

    @Autowired
    OrderService orders;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    Clock clock;

    @Autowired
    jakarta.persistence.EntityManager entities;

    ImportFixture shop;

    @BeforeEach
    void open() {
        shop = new ImportFixture(context);
    }

    private void received(String sku, int pieces) {
        shop.in(() -> {
            stock.adjust(shop.seller, sku, pieces, StockReason.RECEIVED, "");
            return sku;
        });
    }

    private StockRow level(String sku) {
        return shop.in(() -> stock.rows(sku, StockShow.ALL, null, 1)).rows().getFirst();
    }

    @Test
    void anOrderGetsItsPiecesWhenItComesIn() {
        received("A", 3);
        received("B", 0);
        shop.channel.put(order("1", State.PROCESSABLE, "A", "A"));
        shop.channel.put(order("2", State.PROCESSABLE, "A", "B"));
        shop.channel.put(order("3", State.PROCESSABLE, "B"));
        shop.channel.put(order("4", State.PROCESSABLE, "UNKNOWN"));
        shop.run();

        assertThat(shop.row("1").stockLight()).isEqualTo(StockLight.GREEN);
        assertThat(shop.row("2").stockLight()).isEqualTo(StockLight.PARTLY);
        assertThat(shop.row("3").stockLight()).isEqualTo(StockLight.RED);
        assertThat(shop.row("4").stockLight()).isEqualTo(StockLight.NONE);
        assertThat(level("A")).satisfies(row -> {
            assertThat(row.reserved()).isEqualTo(3);
            assertThat(row.available()).isZero();
        });
        assertThat(level("B").waiting()).isEqualTo(2);
    }

    @Test
    void theMostUrgentIsServedFirstAndTheNextWhenGoodsCome() {
        received("A", 0);
        shop.channel.terms.put("A", new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.NOON, 2, 1));
        shop.channel.terms.put("FAST", new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.NOON, 1, 1));
        shop.channel.put(order("later", State.PROCESSABLE, "A"));
        shop.channel.put(order("sooner", State.PROCESSABLE, "A", "FAST"));
        shop.channel.put(order("announced", State.ANNOUNCED, "A"));
        shop.run();

        received("A", 1);
        assertThat(shop.row("sooner").stockLight()).isEqualTo(StockLight.GREEN);
        assertThat(shop.row("later").stockLight()).isEqualTo(StockLight.RED);
        received("A", 1);
        assertThat(shop.row("later").stockLight()).isEqualTo(StockLight.GREEN);
        assertThat(shop.row("announced").stockLight()).isEqualTo(StockLight.RED);
        received("A", -2);
        assertThat(shop.row("sooner").stockLight())
                .as("they were not there after all")
                .isEqualTo(StockLight.RED);
    }

    @Test
    void aCancelledPieceGoesToWhoWaits() {
        received("A", 1);
        shop.channel.put(order("first", State.PROCESSABLE, "A"));
        shop.run();
        shop.channel.put(order("second", MONDAY_MORNING.plusSeconds(1), State.PROCESSABLE, "A"));
        shop.run();
        assertThat(shop.row("second").stockLight()).isEqualTo(StockLight.RED);

        shop.channel.put(turned(shop.channel.held("id-first"), MONDAY_MORNING.plusSeconds(60), 0, State.CANCELLED));
        shop.run();

        assertThat(shop.row("second").stockLight()).isEqualTo(StockLight.GREEN);
        assertThat(shop.row("first").stockLight()).isEqualTo(StockLight.NONE);
    }

    @Test
    void aSentPieceIsGoneOnceAndTheBookSaysSo() {
        received("A", 5);
        shop.channel.put(order("1", State.PROCESSABLE, "A"));
        shop.run();
        shop.channel.put(order("1", MONDAY_MORNING.plusSeconds(60), State.SENT, "A"));
        shop.run();
        shop.channel.put(order("1", MONDAY_MORNING.plusSeconds(90), State.RETURNED, "A"));
        shop.run();

        assertThat(level("A").onHand()).isEqualTo(4);
        assertThat(level("A").reserved()).isZero();
        assertThat(shop.in(() -> stock.history(shop.seller, "A", 10)))
                .extracting(StockMovement::reason, StockMovement::change, StockMovement::onHandAfter)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(StockReason.SENT, -1, 4),
                        org.assertj.core.groups.Tuple.tuple(StockReason.RECEIVED, 5, 5));
    }

    @Test
    void aPieceThatTheChannelTakesBackIsInTheWarehouseAgain() {
        received("A", 5);
        shop.channel.put(order("1", State.SENT, "A"));
        shop.channel.put(order("2", State.PROCESSABLE, "A"));
        shop.run();
        shop.channel.put(order("2", MONDAY_MORNING.plusSeconds(60), State.SENT, "A"));
        shop.run();
        assertThat(level("A").onHand()).isEqualTo(4);

        shop.channel.put(order("2", MONDAY_MORNING.plusSeconds(90), State.PROCESSABLE, "A"));
        shop.channel.put(order("1", MONDAY_MORNING.plusSeconds(90), State.PROCESSABLE, "A"));
        shop.run();

        assertThat(level("A").onHand()).isEqualTo(5);
        assertThat(level("A").reserved()).isEqualTo(2);
    }

    @Test
    void whatWasOrderedBeforeCountingBeganIsCountedToo() {
        shop.channel.put(order("1", State.PROCESSABLE, "A"));
        shop.run();
        assertThat(shop.row("1").stockLight()).isEqualTo(StockLight.NONE);

        shop.in(() -> {
            stock.set(shop.seller, Map.of("A", 4, "B", 2), "list of Monday");
            return "";
        });
        assertThat(shop.row("1").stockLight()).isEqualTo(StockLight.GREEN);
        assertThat(level("A").available()).isEqualTo(3);
        assertThat(level("A").title()).isEqualTo("Title of A");

        shop.in(() -> {
            stock.track(shop.seller, "A", false);
            return "";
        });
        assertThat(shop.row("1").stockLight()).isEqualTo(StockLight.NONE);
    }

    @Test
    void importsAtTheSameMomentNeverDealAPieceTwice() throws Exception {
        received("A", 10);
        received("B", 10);
        received("C", 10);
        int sources = 6;
        List<ImportFixture> shops = List.of(shop);
        CountDownLatch start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(sources)) {
            List<Future<?>> running = IntStream.range(0, sources)
                    .<Callable<?>>mapToObj(n -> () -> {
                        ImportFixture mine = shops.getFirst().another(context);
                        for (int i = 0; i < 5; i++) {
                            // Each names the SKUs in another order; the locks must not.
                            String[] skus = n % 2 == 0 ? new String[] {"A", "B", "C"} : new String[] {"C", "B", "A"};
                            mine.channel.put(order("c" + n + "-" + i, State.PROCESSABLE, skus));
                        }
                        start.await();
                        return mine.run();
                    })
                    .<Future<?>>map(threads::submit)
                    .toList();
            start.countDown();
            for (Future<?> one : running) {
                one.get();
            }
        }

        for (String sku : List.of("A", "B", "C")) {
            assertThat(level(sku).reserved()).isEqualTo(10);
            assertThat(level(sku).waiting()).isEqualTo(20);
            assertThat(shop.in(() -> transactions.call(() -> entities.createQuery(
                                    "select count(*) from StockClaim c where c.sku = :sku and c.reserved = true",
                                    Long.class)
                            .setParameter("sku", sku)
                            .getSingleResult())))
                    .isEqualTo(10);
        }
        assertThat(shop.list(OrderTab.TO_SHIP))
                .hasSize(30)
                .allSatisfy(row -> assertThat(row.stockLight()).isEqualTo(shop.in(() -> stock.light(row.id()))));
    }

    @Test
    void tellsTheChannelOnlyWhatChanged() {
        FakeChannel channel = shop.channel;
        for (String sku : List.of("A", "B", "C", "D", "E")) {
            received(sku, 7);
        }
        channel.refusedSkus.put("C", "SKU is unknown");
        StockPush push = new StockPush(shop.host, entities, transactions, clock);

        assertThat(shop.in(() -> push.run(shop.seller, shop.connection)))
                .isEqualTo(new StockPush.Outcome(4, 1, java.util.Optional.empty()));
        assertThat(channel.pushes).extracting(List::size).containsExactly(3, 2);
        assertThat(level("C").pushError()).isEqualTo("SKU is unknown");
        assertThat(shop.in(() -> push.run(shop.seller, shop.connection)).taken())
                .isZero();

        received("A", 1);
        received("A", 1);
        channel.put(order("1", State.PROCESSABLE, "B"));
        shop.run();
        channel.pushes.clear();
        channel.failNext(new Unavailable("busy", "Too many requests."));
        assertThat(shop.in(() -> push.run(shop.seller, shop.connection)).stopped())
                .isPresent();
        shop.in(() -> push.run(shop.seller, shop.connection));
        assertThat(channel.pushes).containsExactly(List.of(new Level("A", 9), new Level("B", 6)));
    }
}
