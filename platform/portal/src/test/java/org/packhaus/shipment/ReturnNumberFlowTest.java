package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.packhaus.returnnumber.PoolImport;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.ReturnNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** No parcel without the number of its way back, wherever that comes from. */
@DatabaseTest
class ReturnNumberFlowTest {
    private static final String FIRST = "09133131530724";
    private static final String SECOND = "89195131100303";

    @Autowired
    ApplicationContext context;

    @Autowired
    ReturnNumbers numbers;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void returnsComeBackByHermes() {
        flow = new FlowFixture(context);
        node = flow.life("a");
        flow.channel.demands(
                new ChannelRules(Set.of("DHL", "HERMES"), true, Set.of("DHL", "HERMES"), Optional.of("HERMES")));
    }

    private void source(SourceKind kind) {
        flow.imports.in(() -> {
            numbers.set(
                    flow.imports.seller,
                    "HERMES",
                    new SourceWish(kind, false, kind == SourceKind.API ? flow.imports.connection : null, 10));
            return true;
        });
    }

    private PoolImport add(String list) {
        return flow.imports.in(() -> numbers.add(flow.imports.seller, "HERMES", list));
    }

    private SourceRow pool() {
        return flow.imports.in(() -> numbers.sources().getFirst());
    }

    private Optional<ReturnNumber> wayBack(OrderId order) {
        return flow.shipments(order).getFirst().parcels().getFirst().label().map(LabelRow::returnNumber);
    }

    @Test
    void buysNothingWhenTheLabelWouldBringANumberOfAnotherCarrier() {
        OrderId order = flow.order("r1", PROCESSABLE, "LAMP");
        OrderBooking booking = node.book(order);
        assertThat(booking.problems()).extracting(Problem::code).containsExactly("return-carrier-differs");
        assertThat(booking.problems().getFirst().text()).contains("HERMES", "Return numbers");
        assertThat(flow.carrier.charges()).isEmpty();
    }

    @Test
    void aParcelTakesANumberOfThePoolAndTheChannelIsToldIt() {
        source(SourceKind.POOL);
        add(FIRST);
        OrderId order = flow.order("r2", PROCESSABLE, "LAMP");
        node.label(order);
        assertThat(wayBack(order)).hasValue(new ReturnNumber("HERMES", FIRST));
        assertThat(pool().free()).isZero();
        assertThat(pool().used()).isOne();
        flow.imports.in(() -> node.goOn(node.schedule(order)));
        assertThat(flow.channel.taken().getFirst().returnNumber()).hasValue(new ReturnNumber("HERMES", FIRST));
    }

    @Test
    void anEmptyPoolRefusesBeforeAnyMoneyAndGoesOnOnceItIsFilled() {
        source(SourceKind.POOL);
        add(FIRST);
        OrderId one = flow.order("r3", PROCESSABLE, "LAMP");
        OrderId two = flow.order("r4", PROCESSABLE, "LAMP");
        node.label(one);
        OrderBooking refused = node.book(two);
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("return-pool-empty");
        assertThat(flow.carrier.charges()).hasSize(1);
        add(SECOND);
        node.label(two);
        assertThat(wayBack(two)).hasValue(new ReturnNumber("HERMES", SECOND));
    }

    @Test
    void bookingAgainTakesNoSecondNumber() {
        source(SourceKind.POOL);
        add(FIRST + "\n" + SECOND);
        OrderId order = flow.order("r5", PROCESSABLE, "LAMP");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        node.book(order);
        node.label(order);
        assertThat(wayBack(order)).hasValue(new ReturnNumber("HERMES", FIRST));
        assertThat(pool().free()).isOne();
    }

    @Test
    void manyWhoBookAtOnceGetANumberEach() throws Exception {
        source(SourceKind.POOL);
        flow.imports.in(() -> numbers.addRange(flow.imports.seller, "HERMES", "00000000010009", "00000000010184"));
        assertThat(pool().free()).isEqualTo(19);
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            orders.add(flow.order("m" + i, PROCESSABLE, "LAMP"));
        }
        List<Future<OrderBooking>> bookings = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            orders.forEach(order -> bookings.add(threads.submit(() -> node.book(order))));
        }
        long refused = 0;
        for (Future<OrderBooking> booking : bookings) {
            refused += booking.get().problems().isEmpty() ? 0 : 1;
        }
        assertThat(refused).isEqualTo(5);
        assertThat(flow.carrier.charges()).hasSize(19);
        assertThat(orders.stream()
                        .flatMap(o -> flow.shipments(o).stream())
                        .flatMap(s -> s.parcels().getFirst().label().stream())
                        .map(label -> String.valueOf(label.returnNumber())))
                .hasSize(19)
                .doesNotHaveDuplicates();
    }

    @Test
    void buysTheReturnLabelFirstAndTellsTheChannelItsNumber() {
        source(SourceKind.API);
        OrderId order = flow.order("r6", PROCESSABLE, "LAMP");
        BoughtLabel label = node.label(order);
        assertThat(flow.carrier.returns()).singleElement().satisfies(request -> {
            assertThat(request.to().name()).isEqualTo("Kessel & Söhne");
            assertThat(request.from().name()).isNotEqualTo("Kessel & Söhne");
        });
        assertThat(flow.carrier.charges()).hasSize(2);
        ParcelRow parcel = flow.shipments(order).getFirst().parcels().getFirst();
        assertThat(parcel.returnSource()).isEqualTo(SourceKind.API);
        assertThat(label.returnNumber().orElseThrow().number())
                .isEqualTo("R" + parcel.returnLabels().getFirst().trackingNumber());
        assertThat(parcel.documents())
                .filteredOn(d ->
                        d.purchase().equals(parcel.returnLabels().getFirst().purchase()))
                .extracting(DocumentRow::kind)
                .containsOnly(CarrierDocument.Kind.RETURN_LABEL);
    }

    @Test
    void aReturnLabelWhoseAnswerWasLostIsNotBoughtAgainAndNeitherIsTheLabelBefore() {
        source(SourceKind.API);
        OrderId order = flow.order("r7", PROCESSABLE, "LAMP");
        flow.carrier.next(FakeCarrier.Mood.LOSES_ANSWER);
        node.book(order);
        assertThat(flow.carrier.charges()).hasSize(1);
        for (int i = 0; i < 6; i++) {
            flow.clock.turn(Duration.ofMinutes(2));
            node.ownWork();
        }
        assertThat(flow.carrier.charges()).as("a person has to look").hasSize(1);
        LabelRow asks = flow.shipments(order)
                .getFirst()
                .parcels()
                .getFirst()
                .returnLabels()
                .getFirst();
        assertThat(asks.state()).isEqualTo(LabelState.NEEDS_PERSON);

        var found = flow.carrier.sold(asks.reference());
        flow.imports.in(() -> node.ledger.settleBought(asks.purchase(), found, "Anna"));
        flow.clock.turn(Duration.ofMinutes(2));
        node.ownWork();
        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(wayBack(order)).hasValue(found.returnNumber().orElseThrow());
    }

    @Test
    void aRefusedReturnLabelKeepsTheLabelFromBeingBought() {
        source(SourceKind.API);
        OrderId order = flow.order("r8", PROCESSABLE, "LAMP");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        OrderBooking booking = node.book(order);
        assertThat(booking.labels().getFirst()).isInstanceOf(LabelOutcome.Rejected.class);
        assertThat(flow.carrier.charges()).isEmpty();
        node.label(order);
        assertThat(flow.carrier.charges()).hasSize(2);
    }

    @Test
    void aMistypedListChangesNothing() {
        source(SourceKind.POOL);
        PoolImport refused = add(FIRST + "\n09133131530725");
        assertThat(refused.isRefused()).isTrue();
        assertThat(pool().free()).isZero();
        assertThat(pool().isLow()).isTrue();
        assertThat(add(FIRST).added()).isOne();
        assertThat(add(FIRST).known()).isOne();
    }
}
