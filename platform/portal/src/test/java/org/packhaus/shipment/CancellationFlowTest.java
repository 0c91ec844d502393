package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.ANNOUNCED;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.shipment.FakeChannelDesk.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the seller cannot ship is cancelled once, and never shipped while nobody knows how that ends. */
@DatabaseTest
class CancellationFlowTest {
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

    private List<ItemId> pieces(OrderId order) {
        return flow.imports.in(() ->
                orders.shippable(order).allItems().stream().map(OrderItem::id).toList());
    }

    private String cancel(OrderId order, ItemId... items) {
        return flow.imports.in(() -> {
            try {
                node.cancellations.cancel(order, List.of(items));
                return "taken";
            } catch (ShipmentException refused) {
                return refused.code();
            }
        });
    }

    private Optional<Duration> goOn(OrderId order) {
        return flow.imports.in(() -> node.canceller.goOn(order));
    }

    private Map<ItemId, CancellationRow> rows(OrderId order) {
        return flow.imports.in(() -> node.cancellations.ofOrder(order));
    }

    private @Nullable CancellationState state(OrderId order, ItemId item) {
        CancellationRow row = rows(order).get(item);
        return row == null ? null : row.state();
    }

    private @Nullable String problem(OrderId order) {
        Problem problem = flow.row(order).problem();
        return problem == null ? null : problem.code();
    }

    @Test
    void aPieceLeavesItsParcelAtOnceAndTheRestIsShipped() {
        OrderId order = flow.order("c1", PROCESSABLE, "LAMP", "RUG");
        ItemId rug = pieces(order).get(1);
        flow.carrier.next(FakeCarrier.Mood.BUSY);
        node.book(order);
        assertThat(flow.live(order).getFirst().items()).hasSize(2);

        assertThat(cancel(order, rug)).isEqualTo("taken");
        assertThat(flow.live(order).getFirst().items()).hasSize(1);
        goOn(order);
        assertThat(flow.channel.cancelled()).containsExactly(List.of("c1-1"));
        assertThat(state(order, rug)).isEqualTo(CancellationState.ASKED);

        flow.clock.turn(Duration.ofMinutes(10));
        node.book(order);
        node.report(order);
        assertThat(flow.channel.taken().getFirst().items())
                .as("only the lamp")
                .extracting(item -> item.channelItemId())
                .containsExactly("c1-0");

        flow.cancel("c1", 1);
        assertThat(state(order, rug)).isEqualTo(CancellationState.DONE);
        assertThat(goOn(order)).as("nothing is left to do").isEmpty();
    }

    @Test
    void ofAWholeOrderNothingIsBookedMeanwhile() {
        OrderId order = flow.order("w1", PROCESSABLE, "LAMP");
        assertThat(cancel(order, pieces(order).getFirst())).isEqualTo("taken");
        assertThat(node.book(order).problems()).extracting(Problem::code).containsExactly("cancellation-underway");
        assertThat(flow.carrier.charges()).isEmpty();

        goOn(order);
        flow.cancel("w1", 0);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void aPieceWithALabelIsRefusedUntilTheLabelIsGivenBack() {
        OrderId order = flow.order("l1", PROCESSABLE, "LAMP");
        node.book(order);
        assertThat(cancel(order, pieces(order).getFirst())).isEqualTo("piece-labelled");
        assertThat(rows(order)).isEmpty();
        assertThat(flow.imports.in(() -> node.cancellations.cancellable(order))).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        OrderId order = flow.order("x1", PROCESSABLE, "LAMP", "RUG");
        OrderId announced = flow.order("x2", ANNOUNCED, "LAMP");
        List<ItemId> both = pieces(order);
        assertThat(cancel(order)).isEqualTo("cancel-nothing");
        assertThat(cancel(order, pieces(announced).getFirst())).isEqualTo("piece-unknown");
        assertThat(cancel(announced, pieces(announced).getFirst())).isEqualTo("piece-not-cancellable");
        assertThat(cancel(order, both.getFirst())).isEqualTo("taken");
        assertThat(cancel(order, both.getFirst(), both.getLast())).isEqualTo("piece-cancelling");
        assertThat(state(order, both.getLast())).as("all or none").isNull();
        assertThat(flow.imports.in(() -> node.cancellations.cancellable(order))).containsExactly(both.getLast());
        flow.channel.cancelsNothing();
        assertThat(cancel(order, both.getLast())).isEqualTo("cancel-unsupported");
        assertThat(flow.imports.in(() -> node.cancellations.cancellable(order))).isEmpty();
    }

    @Test
    void aPieceThatIsBeingCancelledCannotBeDealtIntoAParcel() {
        OrderId order = flow.order("d1", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> both = pieces(order);
        cancel(order, both.getLast());
        ParcelDraft draft = flow.imports.in(() -> node.planner.draft(order));
        assertThat(draft.pieces()).hasSize(1);
        var plan = new ParcelPlan(
                order, draft.plan().number(), List.of(new ParcelPlan.Box(null, 1, both, null, null)), List.of());
        assertThat(flow.imports.<String>in(() -> {
                    try {
                        node.planner.save(plan);
                        return "taken";
                    } catch (ShipmentException refused) {
                        return refused.code();
                    }
                }))
                .isEqualTo("piece-cancelling");
    }

    @Test
    void anUnclearAnswerIsAskedAgainAndARefusalGivesThePieceBack() {
        OrderId order = flow.order("u1", PROCESSABLE, "LAMP");
        ItemId lamp = pieces(order).getFirst();
        cancel(order, lamp);
        flow.channel.next(Mood.LOSES_ANSWER, Mood.BUSY, Mood.REFUSES);
        Duration first = goOn(order).orElseThrow();
        assertThat(rows(order).get(lamp))
                .extracting(CancellationRow::state, CancellationRow::problemCode)
                .containsExactly(CancellationState.WANTED, "answer-lost");
        assertThat(goOn(order)).as("not before it is due").isPresent();
        assertThat(flow.channel.cancelled()).hasSize(1);
        flow.clock.turn(first);
        Duration second = goOn(order).orElseThrow();
        assertThat(second)
                .as("as long as the channel asked for, at least")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        flow.clock.turn(second);
        assertThat(goOn(order)).isEmpty();
        assertThat(state(order, lamp)).isEqualTo(CancellationState.REFUSED);
        assertThat(problem(order)).isEqualTo("cancellation-refused");

        assertThat(node.book(order).problems()).isEmpty();
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void whatTheChannelDoesNotCarryOutWithinADayIsSaid() {
        OrderId order = flow.order("s1", PROCESSABLE, "LAMP");
        cancel(order, pieces(order).getFirst());
        goOn(order);
        assertThat(problem(order)).isNull();
        flow.clock.turn(Duration.ofHours(25));
        assertThat(goOn(order)).isPresent();
        assertThat(problem(order)).isEqualTo("cancellation-unanswered");
        assertThat(node.book(order).labels()).as("still not shipped").isEmpty();
    }

    /** Whoever comes first wins; never both. */
    @RepeatedTest(5)
    void bookingAndCancellingAtOnceNeverDoBoth() throws Exception {
        OrderId order = flow.order("r1", PROCESSABLE, "LAMP");
        ItemId lamp = pieces(order).getFirst();
        var start = new CyclicBarrier(2);
        try (var both = Executors.newFixedThreadPool(2)) {
            Future<OrderBooking> booking = both.submit(() -> {
                start.await();
                return node.book(order);
            });
            Future<String> cancelling = both.submit(() -> {
                start.await();
                return cancel(order, lamp);
            });
            booking.get();
            boolean cancelled = cancelling.get().equals("taken");
            assertThat(flow.carrier.charges()).hasSize(cancelled ? 0 : 1);
        }
    }

    @Test
    void whatIsCancelledLaterWaitsForNoSleepingJob() {
        OrderId order = flow.order("c9", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        assertThat(cancel(order, pieces.getFirst())).isEqualTo("taken");
        assertThat(goOn(order)).as("asked, and asleep").isPresent();
        assertThat(cancel(order, pieces.getLast())).isEqualTo("taken");
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select count(*) from scheduled_tasks where task_instance like ?")
                        .param(CancellationJob.TYPE.name() + ":" + order + "-%")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        goOn(order);
        assertThat(flow.channel.cancelled()).containsExactly(List.of("c9-0"), List.of("c9-1"));
    }
}
