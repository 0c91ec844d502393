package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes book the same parcels at the same time, at a carrier that loses four answers of ten one way or another and kills its callers;
 * whoever failed tries again until every parcel has its label. The same storm for the ledger and for "call, then save".
 */
@DatabaseTest
class PurchaseUnderFireTest {
    private static final Instant START = Instant.parse("2126-11-23T08:00:00Z");
    private static final int PARCELS = 40;
    private static final int THREADS = 6;
    private static final int ROUNDS = 60;

    @Autowired
    LedgerHarness harness;

    @Autowired
    JdbcClient jdbc;

    private final TurnableClock clock = new TurnableClock(START);
    private final FakeCarrier carrier = new FakeCarrier();
    private final FakeDesk desk = new FakeDesk(carrier);

    @Test
    void theLedgerPaysForEveryParcelExactlyOnce() throws Exception {
        SellerId seller = harness.seller("Under fire");
        List<ParcelId> parcels = harness.parcels(seller, START, PARCELS);
        carrier.misbehaves(7);
        var lives = new ConcurrentHashMap<Integer, LedgerHarness.Life>();

        storm(
                seller,
                parcels,
                (node, parcel) -> life(lives, node).ledger.buy(parcel),
                lives::remove,
                node -> life(lives, node).round(),
                parcel -> life(lives, 0).ledger.buy(parcel) instanceof LabelOutcome.Bought);

        assertThat(duplicates()).isZero();
        assertThat(carrier.charges()).hasSize(PARCELS);
        Set<String> kept = new HashSet<>(
                jdbc.sql("select tracking_number from label_purchase where seller_id = :seller and state = 'CONFIRMED'")
                        .param("seller", seller.value())
                        .query(String.class)
                        .list());
        assertThat(carrier.charges()).extracting(FakeCarrier.Charge::number).allMatch(kept::contains);
    }

    @Test
    void callThenSavePaysTwice() throws Exception {
        SellerId seller = harness.seller("Naive");
        List<ParcelId> parcels = harness.parcels(seller, START, PARCELS);
        carrier.misbehaves(7);
        var naive = new NaivePurchase(desk, jdbc);

        storm(seller, parcels, (node, parcel) -> naive.buy(parcel), node -> {}, node -> {}, naive::isBought);

        System.out.println("call, then save: " + carrier.charges().size() + " charges for " + PARCELS + " parcels");
        assertThat(duplicates()).as("the harness can fail").isPositive();
    }

    private int duplicates() {
        Set<String> orders = new HashSet<>();
        return (int) carrier.charges().stream()
                .filter(charge -> !orders.add(charge.orderNumber()))
                .count();
    }

    private LedgerHarness.Life life(ConcurrentHashMap<Integer, LedgerHarness.Life> lives, int node) {
        return lives.computeIfAbsent(node, n -> {
            clock.turn(Duration.ofMillis(1));
            return harness.new Life(new Node("fire-" + n, clock.instant()), desk, new LedgerHarness.NoNews(), clock);
        });
    }

    private interface Buying {
        void buy(int node, ParcelId parcel);
    }

    private interface OfNode {
        void accept(int node);
    }

    private void storm(
            SellerId seller,
            List<ParcelId> parcels,
            Buying buying,
            OfNode died,
            OfNode ownWork,
            Predicate<ParcelId> isBought)
            throws Exception {
        try (var pool = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Future<?>> callers = new ArrayList<>();
                for (int caller = 0; caller < THREADS; caller++) {
                    int node = caller % 2;
                    List<ParcelId> mine = new ArrayList<>(parcels);
                    Collections.shuffle(mine, new Random(31L * round + caller / 2));
                    callers.add(pool.submit(() -> inScope(seller, () -> {
                        for (ParcelId parcel : mine) {
                            buying.buy(node, parcel);
                        }
                        return true;
                    })));
                }
                for (int caller = 0; caller < THREADS; caller++) {
                    try {
                        callers.get(caller).get();
                    } catch (ExecutionException e) {
                        assertThat(e.getCause()).isInstanceOf(FakeCarrier.ProcessDied.class);
                        died.accept(caller % 2);
                    }
                }
                clock.turn(Duration.ofSeconds(30));
                workWhileItLives(seller, ownWork, died);
                if (inScope(seller, () -> allBought(parcels, isBought, died))) {
                    return;
                }
            }
        }
        throw new AssertionError("not every parcel has a label after " + ROUNDS + " rounds");
    }

    private static boolean allBought(List<ParcelId> parcels, Predicate<ParcelId> isBought, OfNode died) {
        try {
            return parcels.stream().allMatch(isBought);
        } catch (FakeCarrier.ProcessDied e) {
            died.accept(0);
            return false;
        }
    }

    private static void workWhileItLives(SellerId seller, OfNode ownWork, OfNode died) throws Exception {
        for (int node = 0; node < 2; node++) {
            int self = node;
            try {
                inScope(seller, () -> {
                    ownWork.accept(self);
                    return true;
                });
            } catch (FakeCarrier.ProcessDied e) {
                died.accept(node);
            }
        }
    }

    private static <T> T inScope(SellerId seller, Callable<T> work) throws Exception {
        return SellerScope.call(Set.of(seller), work);
    }
}
