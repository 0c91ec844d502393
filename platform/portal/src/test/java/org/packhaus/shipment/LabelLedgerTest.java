package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.FakeCarrier.Mood;
import org.packhaus.shipment.LedgerHarness.NoNews;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of money, on a real database, with carriers that misbehave. */
@DatabaseTest
class LabelLedgerTest {
    /** Far ahead of the portal's own clock, so that its own ledger job finds nothing due among these rows. */
    private static final Instant START = Instant.parse("2126-11-23T08:00:00Z");

    private static int sellers;

    @Autowired
    LedgerHarness harness;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    JdbcClient jdbc;

    private final TurnableClock clock = new TurnableClock(START);
    private final FakeCarrier carrier = new FakeCarrier();
    private final FakeDesk desk = new FakeDesk(carrier);
    private SellerId seller;
    private ParcelId parcel;
    private LedgerHarness.Life node;

    @BeforeEach
    void aParcel() {
        seller = harness.seller("Ledger " + ++sellers);
        parcel = harness.parcel(seller, START);
        node = life("node-a", START);
    }

    private LedgerHarness.Life life(String name, Instant started) {
        return harness.new Life(new Node(name, started), desk, new NoNews(), clock);
    }

    private <T> T asSeller(Callable<T> work) {
        try {
            return SellerScope.call(Set.of(seller), work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private LabelOutcome buy() {
        return asSeller(() -> node.ledger.buy(parcel));
    }

    private void round(LedgerHarness.Life life) {
        asSeller(() -> {
            life.round();
            return true;
        });
    }

    private BoughtLabel bought(LabelOutcome outcome) {
        assertThat(outcome).isInstanceOf(LabelOutcome.Bought.class);
        return ((LabelOutcome.Bought) outcome).label();
    }

    @Test
    void keepsNumbersPriceWarningsAndDocumentsOfABoughtLabel() {
        BoughtLabel label = bought(buy());

        assertThat(label.trackingNumber())
                .isEqualTo(carrier.charges().getFirst().number());
        assertThat(label.returnNumber())
                .hasValueSatisfying(r -> assertThat(r.number()).startsWith("R"));
        assertThat(label.price().orElseThrow()).hasToString("4.19 EUR");
        assertThat(label.warnings()).containsExactly("street was corrected");
        assertThat(label.boughtAt()).isEqualTo(START);
        assertThat(jdbc.sql("select content from label_document where parcel_id = :p and number = 1")
                        .param("p", parcel.value())
                        .query(byte[].class)
                        .single())
                .asString()
                .isEqualTo("label " + label.trackingNumber());
        assertThat(asSeller(() -> node.ledger.history(label.purchase())))
                .extracting(LedgerEntry::state)
                .containsExactly(LabelState.SENDING, LabelState.CONFIRMED);
    }

    @Test
    void filesEveryPurchaseUnderAReferenceThatEveryCarrierTakes() {
        buy();
        String reference = carrier.charges().getFirst().reference();
        assertThat(reference).matches("PH[0-9A-HJKMNP-TV-Z]{14}");
        assertThat(References.isReference(reference)).isTrue();
        assertThat(References.isReference(reference.replace('P', 'Q'))).isFalse();
    }

    @Test
    void buysOneLabelOnADoubleClick() throws Exception {
        List<LabelOutcome> outcomes = together(12, i -> node.ledger.buy(parcel));

        assertThat(carrier.charges()).hasSize(1);
        assertThat(outcomes).anyMatch(LabelOutcome.Bought.class::isInstance);
        assertThat(outcomes).allMatch(o -> o instanceof LabelOutcome.Bought || o instanceof LabelOutcome.Pending);
        assertThat(bought(buy()).trackingNumber())
                .isEqualTo(carrier.charges().getFirst().number());
    }

    @Test
    void buysOneLabelPerParcelWhenTwoNodesBookTheSameBatch() throws Exception {
        List<ParcelId> batch = harness.parcels(seller, START, 20);
        LedgerHarness.Life other = life("node-b", START);
        together(8, i -> {
            LedgerHarness.Life mine = i % 2 == 0 ? node : other;
            List<ParcelId> order = new ArrayList<>(batch);
            java.util.Collections.shuffle(order, new java.util.Random(i / 4));
            order.forEach(mine.ledger::buy);
            return true;
        });

        assertThat(carrier.charges()).hasSize(batch.size());
        for (ParcelId one : batch) {
            bought(asSeller(() -> other.ledger.buy(one)));
        }
        assertThat(carrier.charges()).hasSize(batch.size());
    }

    @Test
    void buysOneLabelWhenTheAnswerIsLost() {
        carrier.next(Mood.LOSES_ANSWER);
        assertThat(buy()).isInstanceOf(LabelOutcome.Unclear.class);
        assertThat(buy()).as("a second click does not send again").isInstanceOf(LabelOutcome.Unclear.class);

        clock.turn(Duration.ofSeconds(6));
        round(node);

        assertThat(bought(buy()).trackingNumber())
                .isEqualTo(carrier.charges().getFirst().number());
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void buysAgainOnlyWhenTheCarrierIsCertainThatItSoldNone() {
        carrier.next(Mood.BREAKS_BEFORE);
        assertThat(buy()).isInstanceOf(LabelOutcome.Unclear.class);

        clock.turn(Duration.ofSeconds(6));
        round(node);
        assertThat(buy()).as("it may still be working on it").isInstanceOf(LabelOutcome.Unclear.class);
        assertThat(carrier.charges()).isEmpty();

        clock.turn(Duration.ofSeconds(20));
        round(node);
        assertThat(bought(buy()).trackingNumber())
                .isEqualTo(carrier.charges().getFirst().number());
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void asksAPersonAtOnceWhenTheCarrierCannotBeAsked() {
        desk.abilities(false, true, true);
        carrier.next(Mood.LOSES_ANSWER);
        LabelOutcome unclear = buy();
        clock.turn(Duration.ofSeconds(6));
        round(node);

        LabelOutcome outcome = buy();
        assertThat(outcome).isInstanceOf(LabelOutcome.NeedsPerson.class);
        assertThat(((LabelOutcome.NeedsPerson) outcome).text())
                .contains(carrier.charges().getFirst().reference());

        String number = carrier.charges().getFirst().number();
        assertThat(asSeller(() -> node.ledger.settleBought(unclear.purchase(), "0815", Optional.empty(), "Ida")))
                .isInstanceOf(LabelOutcome.NeedsPerson.class);
        bought(asSeller(
                () -> node.ledger.settleBought(unclear.purchase(), " " + number + " ", Optional.empty(), "Ida")));
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void asksForTheNumberOfTheWayBackThatTheCarrierDoesNotRepeat() {
        desk.abilities(false, true, true);
        carrier.forgetsReturnNumbers();
        carrier.next(Mood.LOSES_ANSWER);
        PurchaseId purchase = buy().purchase();
        clock.turn(Duration.ofSeconds(6));
        round(node);
        String number = carrier.charges().getFirst().number();

        LabelOutcome lacks = asSeller(() -> node.ledger.settleBought(purchase, number, Optional.of("  "), "Ida"));
        assertThat(lacks).isInstanceOfSatisfying(LabelOutcome.NeedsPerson.class, asks -> {
            assertThat(asks.code()).isEqualTo("return-number-wanted");
            assertThat(asks.text()).contains(number);
        });
        assertThat(asSeller(() -> node.ledger.outcome(purchase))).isInstanceOf(LabelOutcome.NeedsPerson.class);

        BoughtLabel label =
                bought(asSeller(() -> node.ledger.settleBought(purchase, number, Optional.of(" R0815 "), "Ida")));
        assertThat(label.returnNumber()).hasValue(new ReturnNumber("DHL", "R0815"));
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void aFileThatIsNoLabelSettlesNothing() {
        assertThatThrownBy(() -> new FoundLabel("4711", "", Optional.of(new byte[] {'P', 'K'})).booking("DHL"))
                .isInstanceOfSatisfying(
                        ShipmentException.class, e -> assertThat(e.code()).isEqualTo("label-file-unreadable"));
        assertThatThrownBy(() -> new FoundLabel("  ", "", Optional.empty()))
                .isInstanceOfSatisfying(
                        ShipmentException.class, e -> assertThat(e.code()).isEqualTo("number-missing"));
        byte[] zpl = "${I8,A,003}$~JA^XA^FDx^FS^XZ".getBytes(StandardCharsets.UTF_8);
        assertThat(new FoundLabel(" 4711 ", "R1", Optional.of(zpl)).booking("DHL"))
                .satisfies(booking -> {
                    assertThat(booking.trackingNumber()).isEqualTo("4711");
                    assertThat(booking.returnNumber()).hasValue(new ReturnNumber("DHL", "R1"));
                    assertThat(booking.documents())
                            .extracting(CarrierDocument::type)
                            .containsExactly(DocumentType.ZPL);
                });
    }

    @Test
    void buysANewOneAfterAPersonMadeSureThereIsNone() {
        desk.abilities(false, false, false);
        carrier.next(Mood.BREAKS_BEFORE);
        PurchaseId purchase = buy().purchase();
        clock.turn(Duration.ofSeconds(6));
        round(node);

        asSeller(() -> node.ledger.settleNotBought(purchase, "Ida"));
        bought(buy());
        assertThat(carrier.charges()).hasSize(1);
        assertThat(asSeller(() -> node.ledger.history(purchase)))
                .extracting(LedgerEntry::state)
                .containsExactly(
                        LabelState.SENDING,
                        LabelState.UNCLEAR,
                        LabelState.NEEDS_PERSON,
                        LabelState.PLANNED,
                        LabelState.SENDING,
                        LabelState.CONFIRMED);
    }

    @Test
    void asksAPersonWhenTheCarrierNeverTells() {
        carrier.next(Mood.LOSES_ANSWER);
        carrier.answersNoLookUp();
        buy();
        for (int i = 0; i < 5; i++) {
            clock.turn(Duration.ofMinutes(11));
            round(node);
        }
        assertThat(buy()).isInstanceOf(LabelOutcome.NeedsPerson.class);
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void findsTheLabelAgainWhenTheProcessDiedBeforeItHeard() {
        carrier.next(Mood.CALLER_DIES_AFTER);
        assertThatThrownBy(this::buy).isInstanceOf(FakeCarrier.ProcessDied.class);

        LedgerHarness.Life other = life("node-b", START.plusSeconds(5));
        clock.turn(Duration.ofSeconds(45));
        round(other);
        assertThat(asSeller(() -> other.ledger.buy(parcel)))
                .as("its caller might still be calling")
                .isInstanceOf(LabelOutcome.Pending.class);

        clock.turn(Duration.ofSeconds(6));
        round(other);
        bought(asSeller(() -> other.ledger.buy(parcel)));
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void knowsAtOnceThatItsOwnEarlierLifeIsDead() {
        carrier.next(Mood.CALLER_DIES_AFTER);
        assertThatThrownBy(this::buy).isInstanceOf(FakeCarrier.ProcessDied.class);

        LedgerHarness.Life again = life("node-a", START.plusSeconds(2));
        round(again);
        bought(asSeller(() -> again.ledger.buy(parcel)));
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void buysAfterADeathBeforeTheFirstByte() {
        carrier.next(Mood.CALLER_DIES_BEFORE);
        assertThatThrownBy(this::buy).isInstanceOf(FakeCarrier.ProcessDied.class);

        LedgerHarness.Life again = life("node-a", START.plusSeconds(2));
        round(again);
        clock.turn(Duration.ofSeconds(25));
        round(again);
        bought(asSeller(() -> again.ledger.buy(parcel)));
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void keepsTheLabelWhenItsTransactionRollsBack() {
        AtomicBoolean broken = new AtomicBoolean(true);
        node = harness
        .new Life(
                new Node("node-a", START),
                desk,
                new NoNews() {
                    @Override
                    public void bought(BoughtLabel label, LabelPurchase purchase) {
                        if (broken.get()) {
                            throw new IllegalStateException("the order room is broken");
                        }
                    }
                },
                clock);
        LabelOutcome outcome = buy();
        assertThat(outcome).isInstanceOf(LabelOutcome.Unclear.class);
        assertThat(((LabelOutcome.Unclear) outcome).text())
                .contains(carrier.charges().getFirst().number());

        broken.set(false);
        clock.turn(Duration.ofSeconds(6));
        round(node);
        bought(buy());
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void waitsWhileTheCarrierIsBusyAndThenBuysByItself() {
        carrier.next(Mood.BUSY, Mood.BUSY);
        assertThat(buy()).isInstanceOf(LabelOutcome.NotAvailable.class);
        assertThat(buy()).as("asking early does not knock again").isInstanceOf(LabelOutcome.NotAvailable.class);
        round(node);
        assertThat(carrier.charges()).isEmpty();

        clock.turn(Duration.ofSeconds(6));
        round(node);
        assertThat(((LabelOutcome.NotAvailable) buy()).retryAfter())
                .as("longer each time, but for the jitter")
                .isBetween(Duration.ofMillis(8750), Duration.ofSeconds(10));
        clock.turn(Duration.ofSeconds(10));
        round(node);
        bought(buy());
    }

    @Test
    void pausesWithABrokenConnectionAndGoesOnAfterRepair() {
        desk.shut("connection-broken");
        LabelOutcome outcome = buy();
        assertThat(outcome).isInstanceOf(LabelOutcome.NotAvailable.class);
        assertThat(((LabelOutcome.NotAvailable) outcome).code()).isEqualTo("connection-broken");

        desk.abilities(true, true, true);
        clock.turn(Duration.ofMinutes(1));
        round(node);
        bought(buy());
    }

    @Test
    void sendsARefusedOneAgainUnderANewReference() {
        carrier.next(Mood.REFUSES);
        LabelOutcome refused = buy();
        assertThat(refused).isInstanceOf(LabelOutcome.Rejected.class);
        assertThat(((LabelOutcome.Rejected) refused).faults())
                .containsExactly(Rejected.Fault.of("to.street", "unknown street"));

        round(node);
        assertThat(carrier.charges()).as("nobody mended it yet").isEmpty();
        bought(buy());
        assertThat(jdbc.sql("select count(distinct reference) from label_attempt where purchase_id = :p")
                        .param("p", refused.purchase().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesALateAnswerThoughTheLeaseIsOver() throws Exception {
        carrier.next(Mood.HANGS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<LabelOutcome> late = threads.submit(this::buy);
            carrier.awaitHanging();
            clock.turn(Duration.ofMinutes(2));
            asSeller(() -> node.settler.recover());
            assertThat(buy()).isInstanceOf(LabelOutcome.Unclear.class);
            carrier.letGo();
            bought(late.get());
        }
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void looksForEarlierUnclearAttemptsBeforeItPaysForTheNext() {
        desk.abilities(false, false, true);
        carrier.next(Mood.LOSES_ANSWER);
        PurchaseId purchase = buy().purchase();
        clock.turn(Duration.ofSeconds(6));
        round(node);
        asSeller(() -> node.ledger.settleNotBought(purchase, "Ida who looked into the wrong account"));

        desk.abilities(true, true, true);
        assertThat(bought(buy()).trackingNumber())
                .isEqualTo(carrier.charges().getFirst().number());
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void givesALabelBackOnce() {
        PurchaseId purchase = bought(buy()).purchase();
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida")))
                .isInstanceOfSatisfying(
                        VoidOutcome.Voided.class, v -> assertThat(v.refunded()).isTrue());
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida"))).isInstanceOf(VoidOutcome.Voided.class);
        assertThat(carrier.cancellations()).isEqualTo(1);
        assertThat(buy()).as("a new label is a person's wish").isInstanceOf(LabelOutcome.NeedsPerson.class);

        asSeller(() -> node.ledger.newGeneration(parcel, "damaged box", "Ida"));
        bought(buy());
        assertThat(carrier.charges()).hasSize(2);
    }

    @Test
    void keepsALabelThatIsTooLateToGiveBack() {
        PurchaseId purchase = bought(buy()).purchase();
        carrier.cancelFails(new Rejected("too-late", "The parcel was handed over."));
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida")))
                .isInstanceOfSatisfying(
                        VoidOutcome.Refused.class, r -> assertThat(r.code()).isEqualTo("too-late"));
        bought(buy());
    }

    @Test
    void asksAgainWhenTheAnswerToGivingBackIsLost() {
        PurchaseId purchase = bought(buy()).purchase();
        carrier.cancelFails(new Unclear("answer-lost", "no answer", null));
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida"))).isInstanceOf(VoidOutcome.Pending.class);

        carrier.cancelWorks();
        clock.turn(Duration.ofSeconds(30));
        round(node);
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida"))).isInstanceOf(VoidOutcome.Voided.class);
        assertThat(carrier.givenBack())
                .containsExactly(carrier.charges().getFirst().number());
    }

    @Test
    void marksALabelUnusedWhereTheCarrierTakesNoneBack() {
        PurchaseId purchase = bought(buy()).purchase();
        desk.abilities(true, true, false);
        assertThat(asSeller(() -> node.ledger.voidLabel(purchase, "Ida")))
                .isInstanceOfSatisfying(VoidOutcome.Voided.class, v -> {
                    assertThat(v.refunded()).isFalse();
                    assertThat(v.text()).contains("charged only if it is scanned");
                });
        assertThat(carrier.cancellations()).isZero();
    }

    @Test
    void makesNoNewGenerationWhileTheLabelIsUnclear() {
        carrier.next(Mood.LOSES_ANSWER);
        buy();
        assertThatThrownBy(() -> asSeller(() -> node.ledger.newGeneration(parcel, "hurry", "Ida")))
                .hasMessageContaining("Settle that one first");
    }

    @Test
    void looksUpWhatWasOpenWhenTheBackupWasMade() {
        LabelOutcome first = buy();
        String number = bought(first).trackingNumber();
        // The backup was made after planning, before sending.
        for (String table : List.of("label_event", "label_document", "label_attempt")) {
            jdbc.sql("delete from " + table + " where purchase_id = :p")
                    .param("p", first.purchase().value())
                    .update();
        }
        jdbc.sql("update label_purchase set state = 'PLANNED', tracking_number = null, bought_at = null where id = :p")
                .param("p", first.purchase().value())
                .update();

        assertThat(asSeller(() -> node.ledger.afterRestore("Ida"))).isPositive();
        assertThat(buy()).isInstanceOf(LabelOutcome.Unclear.class);
        round(node);
        assertThat(bought(buy()).trackingNumber()).isEqualTo(number);
        assertThat(carrier.charges()).hasSize(1);
    }

    @Test
    void refusesToSpendMoneyInsideATransaction() {
        assertThatThrownBy(() -> asSeller(() -> transactions.call(() -> node.ledger.buy(parcel))))
                .hasStackTraceContaining("money spent does not roll back");
        assertThat(carrier.charges()).isEmpty();
    }

    @Test
    void doesNotSeeAnotherSellersParcel() {
        SellerId other = harness.seller("Other " + sellers);
        assertThatThrownBy(() -> SellerScope.call(Set.of(other), () -> node.ledger.buy(parcel)))
                .isInstanceOf(ShipmentException.class);
        assertThat(carrier.charges()).isEmpty();
    }

    /** Runs the same thing at the same moment, each time in the seller's scope. */
    private <T> List<T> together(int threads, java.util.function.IntFunction<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                all.add(pool.submit(() -> {
                    start.await();
                    return asSeller(() -> work.apply(number));
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}
