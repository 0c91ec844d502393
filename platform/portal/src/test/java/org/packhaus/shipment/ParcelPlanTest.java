package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.ANNOUNCED;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.returnnumber.SourceWish;
import org.packhaus.sdk.ChannelRules;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.shipment.FakeCarrier.Mood;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A person deals the pieces of an order over parcels; booking, cancelling and reporting keep to it. */
@DatabaseTest
class ParcelPlanTest {
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

    private ParcelDraft draft(OrderId order) {
        return flow.imports.in(() -> node.planner.draft(order));
    }

    private static ParcelPlan.Box box(int shipment, ItemId... items) {
        return new ParcelPlan.Box(null, shipment, List.of(items), null, null);
    }

    private void save(ParcelPlan plan) {
        save(node, plan);
    }

    private void save(FlowFixture.Life life, ParcelPlan plan) {
        flow.imports.in(() -> {
            life.planner.save(plan);
            return true;
        });
    }

    private void plan(OrderId order, List<ItemId> later, ParcelPlan.Box... boxes) {
        save(new ParcelPlan(order, draft(order).plan().number(), List.of(boxes), later));
    }

    private String refusal(ParcelPlan plan) {
        try {
            save(plan);
        } catch (ShipmentException e) {
            return e.code();
        }
        return "taken";
    }

    @Test
    void buysOneLabelForEachPlannedParcelWithItsOwnWeightAndSize() {
        OrderId order = flow.order("p1", PROCESSABLE, "LAMP", "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        plan(
                order,
                List.of(),
                new ParcelPlan.Box(null, 1, pieces.subList(0, 2), Weight.grams(2300), new Dimensions(400, 300, 200)),
                new ParcelPlan.Box(null, 2, pieces.subList(2, 3), null, null));
        assertThat(flow.row(order).stage()).as("nothing is booked by it").isEqualTo(Stage.TO_SHIP);
        assertThat(flow.carrier.charges()).isEmpty();

        OrderBooking booking = node.book(order);
        assertThat(booking.problems()).isEmpty();
        assertThat(booking.labels()).hasSize(2).allMatch(LabelOutcome.Bought.class::isInstance);
        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(flow.live(order))
                .extracting(
                        parcel -> parcel.items().size(),
                        parcel -> FlowFixture.there(parcel.weight()).grams(),
                        ParcelRow::dimensions)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2, 2300, new Dimensions(400, 300, 200)),
                        org.assertj.core.groups.Tuple.tuple(1, 1000, null));
        assertThat(flow.shipments(order)).as("each by its own carrier").hasSize(2);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.LABEL_PRINTED);

        assertThat(node.book(order).labels()).hasSize(2);
        assertThat(flow.carrier.charges()).as("asked again").hasSize(2);
    }

    @Test
    void reportsEachParcelWithExactlyItsPieces() {
        OrderId order = flow.order("r1", PROCESSABLE, "LAMP", "RUG", "STOOL");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(), box(1, pieces.get(0)), box(1, pieces.get(1), pieces.get(2)));
        node.book(order);
        assertThat(flow.shipments(order)).as("both by one carrier").hasSize(1);
        node.report(order);
        node.report(order);

        assertThat(flow.channel.taken()).hasSize(2);
        List<String> reported = flow.channel.taken().stream()
                .flatMap(report -> report.items().stream())
                .map(Confirmation.Item::channelItemId)
                .toList();
        assertThat(reported)
                .as("a piece is never reported twice")
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(flow.channel.taken())
                .extracting(report -> report.items().size())
                .containsExactlyInAnyOrder(1, 2);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
        assertThat(flow.row(order).confirmed()).isEqualTo(2);
    }

    @Test
    void shipsSomePiecesNowAndTheRestOnceAnotherPlanSaysSo() {
        OrderId order = flow.order("l1", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(pieces.get(1)), box(1, pieces.get(0)));
        node.book(order);
        node.report(order);
        assertThat(flow.channel.taken()).hasSize(1);
        assertThat(flow.row(order).stage()).as("the rest waits").isEqualTo(Stage.TO_SHIP);

        node.book(order);
        assertThat(flow.carrier.charges()).as("kept back").hasSize(1);

        ParcelDraft draft = draft(order);
        assertThat(draft.plan().later()).containsExactly(pieces.get(1));
        assertThat(draft.labelled()).hasSize(1);
        plan(order, List.of(), box(1, pieces.get(1)));
        node.book(order);
        node.report(order);
        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(flow.channel.taken()).hasSize(2);
        assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void saysThatEverythingLeftIsKeptForLater() {
        OrderId order = flow.order("k1", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(pieces.get(1)), box(1, pieces.get(0)));
        flow.cancel("k1", 0);
        assertThat(flow.live(order)).as("its only piece was cancelled").isEmpty();
        assertThat(node.book(order).problems()).extracting(Problem::code).containsExactly("kept-for-later");
        assertThat(flow.row(order).problem()).as("nothing to be mended").isNull();
    }

    @Test
    void refusesPlansThatCannotBe() {
        OrderId order = flow.order("x1", PROCESSABLE, "LAMP", "RUG");
        OrderId other = flow.order("x2", PROCESSABLE, "LAMP");
        OrderId early = flow.order("x3", ANNOUNCED, "LAMP");
        ItemId lamp = pieces(order).get(0);
        ItemId rug = pieces(order).get(1);
        ItemId foreign = pieces(other).getFirst();

        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1)), List.of())))
                .isEqualTo("parcel-empty");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, foreign)), List.of())))
                .isEqualTo("piece-unknown");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, lamp, lamp)), List.of())))
                .isEqualTo("piece-twice");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, lamp)), List.of(lamp))))
                .isEqualTo("piece-twice");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(), List.of(lamp, rug))))
                .isEqualTo("plan-empty");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, lamp, rug), box(1, lamp)), List.of())))
                .isEqualTo("box-shared");
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, lamp), box(2, lamp)), List.of())))
                .isEqualTo("boxes-apart");
        assertThat(refusal(new ParcelPlan(
                        order,
                        0,
                        List.of(new ParcelPlan.Box(new ParcelId(4711), 1, List.of(lamp), null, null)),
                        List.of())))
                .isEqualTo("parcel-unknown");
        assertThat(refusal(new ParcelPlan(early, 0, List.of(box(1, pieces(early).getFirst())), List.of())))
                .isEqualTo("piece-not-to-ship");
        assertThat(refusal(new ParcelPlan(order, 3, List.of(box(1, lamp)), List.of())))
                .isEqualTo("plan-stale");
        assertThat(flow.live(order)).as("nothing came of any of them").isEmpty();

        node.book(order);
        assertThat(refusal(new ParcelPlan(order, 0, List.of(box(1, lamp)), List.of())))
                .isEqualTo("piece-labelled");
        ParcelId bought = flow.live(order).getFirst().id();
        assertThat(refusal(new ParcelPlan(
                        order, 0, List.of(new ParcelPlan.Box(bought, 1, List.of(rug), null, null)), List.of())))
                .isEqualTo("parcel-labelled");
    }

    @Test
    void ofTwoWhoDealAtTheSameMomentOneIsTold() throws Exception {
        OrderId order = flow.order("two", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        List<ParcelPlan> plans = List.of(
                new ParcelPlan(order, 0, List.of(box(1, pieces.get(0)), box(2, pieces.get(1))), List.of()),
                new ParcelPlan(order, 0, List.of(box(1, pieces.get(0))), List.of(pieces.get(1))));
        List<@Nullable String> ends = atOnce(plans.stream()
                .map(plan -> (Runnable) () -> save(flow.life("p" + plan.later().size()), plan))
                .toList());
        assertThat(ends).containsExactlyInAnyOrder(null, "plan-stale");
        node.book(order);
        Set<ItemId> inside =
                flow.live(order).stream().flatMap(p -> p.items().stream()).collect(Collectors.toSet());
        assertThat(flow.live(order).stream().mapToInt(p -> p.items().size()).sum())
                .isEqualTo(inside.size());
        assertThat(flow.carrier.charges()).hasSize(flow.live(order).size());
    }

    /** @return the codes of those that were refused, null for each that went through */
    private List<@Nullable String> atOnce(List<Runnable> deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.size());
        List<@Nullable String> ends = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(deeds.size())) {
            List<Future<?>> all = new ArrayList<>();
            for (Runnable deed : deeds) {
                all.add(pool.submit(() -> {
                    start.await();
                    deed.run();
                    return true;
                }));
            }
            for (Future<?> one : all) {
                try {
                    one.get();
                    ends.add(null);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof ShipmentException refused) {
                        ends.add(refused.code());
                    } else {
                        throw e;
                    }
                }
            }
        }
        return ends;
    }

    @Test
    void neverBuysALabelForAParcelThatWasDealtAwayMeanwhile() throws Exception {
        for (int round = 0; round < 8; round++) {
            OrderId order = flow.order("race" + round, PROCESSABLE, "LAMP", "RUG");
            List<ItemId> pieces = pieces(order);
            plan(order, List.of(), box(1, pieces.get(0)), box(2, pieces.get(1)));
            int number = draft(order).plan().number();
            int before = flow.carrier.charges().size();
            FlowFixture.Life other = flow.life("b");
            atOnce(List.of(
                    () -> node.book(order),
                    () -> other.book(order),
                    () -> save(
                            flow.life("c"),
                            new ParcelPlan(order, number, List.of(box(1, pieces.get(0), pieces.get(1))), List.of()))));
            node.book(order);
            long bought =
                    flow.live(order).stream().filter(p -> p.label().isPresent()).count();
            assertThat(flow.live(order)).allSatisfy(p -> assertThat(p.items()).isNotEmpty());
            assertThat(flow.carrier.charges().size() - before)
                    .as("every label that was paid belongs to a parcel with something in it")
                    .isEqualTo((int) bought)
                    .isEqualTo(flow.live(order).size());
            assertThat(flow.live(order).stream()
                            .flatMap(p -> p.items().stream())
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(pieces);
        }
    }

    @Test
    void buysEachParcelOnceHoweverManyBookAtTheSameMoment() throws Exception {
        OrderId order = flow.order("many", PROCESSABLE, "A", "B", "C");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(), box(1, pieces.get(0)), box(2, pieces.get(1)), box(2, pieces.get(2)));
        FlowFixture.Life other = flow.life("b");
        atOnce(IntStream.range(0, 6)
                .mapToObj(i -> (Runnable) () -> (i % 2 == 0 ? node : other).book(order))
                .toList());
        assertThat(flow.carrier.charges()).hasSize(3);
        assertThat(flow.live(order)).hasSize(3);
    }

    @Test
    void aCancelledPieceLeavesItsParcelAndAnEmptiedParcelIsGivenUp() {
        OrderId order = flow.order("c1", PROCESSABLE, "LAMP", "RUG", "STOOL");
        List<ItemId> pieces = pieces(order);
        plan(
                order,
                List.of(),
                new ParcelPlan.Box(
                        null, 1, List.of(pieces.get(0), pieces.get(1)), Weight.grams(5000), new Dimensions(3, 2, 1)),
                box(2, pieces.get(2)));
        flow.carrier.next(Mood.REFUSES);
        node.book(order);
        assertThat(flow.carrier.charges()).hasSize(1);

        boolean lastWasRejected = flow.live(order).stream()
                .filter(p -> p.label().isEmpty())
                .anyMatch(p -> p.items().contains(pieces.get(0)));
        assertThat(lastWasRejected).as("the first parcel was refused").isTrue();
        flow.cancel("c1", 0);
        ParcelRow left = flow.live(order).stream()
                .filter(p -> p.label().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(left.items()).containsExactly(pieces.get(1));
        node.book(order);
        assertThat(flow.carrier.charges()).hasSize(2);
        ParcelRow now = flow.live(order).stream()
                .filter(p -> p.id().equals(left.id()))
                .findFirst()
                .orElseThrow();
        assertThat(FlowFixture.there(now.weight()).grams())
                .as("weighed before a piece left it")
                .isEqualTo(1000);
    }

    @Test
    void keepsToThePlanAfterARefusal() {
        OrderId order = flow.order("again", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(), box(1, pieces.get(0)), box(2, pieces.get(1)));
        flow.carrier.next(Mood.REFUSES, Mood.REFUSES);
        assertThat(node.book(order).labels()).allMatch(LabelOutcome.Rejected.class::isInstance);
        assertThat(node.book(order).labels()).hasSize(2).allMatch(LabelOutcome.Bought.class::isInstance);
        assertThat(flow.live(order))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.items()).hasSize(1));
    }

    @Test
    void takesTheOneParcelBackAndGivesItUpAgain() {
        OrderId order = flow.order("back", PROCESSABLE, "LAMP", "RUG");
        List<ItemId> pieces = pieces(order);
        assertThat(draft(order).byPerson()).isFalse();
        assertThat(draft(order).plan().parcels()).hasSize(1);
        plan(order, List.of(), box(1, pieces.get(0)), box(2, pieces.get(1)));
        assertThat(draft(order).byPerson()).isTrue();
        flow.imports.in(() -> {
            node.planner.byItself(order, 1);
            return true;
        });
        node.book(order);
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.live(order)).hasSize(1);
        assertThat(flow.imports.in(() -> orders.details(order)).timeline())
                .extracting(entry -> entry.code())
                .contains("parcels-dealt", "parcels-by-itself");
    }

    @Test
    void givesEachParcelAReturnNumberOfItsOwnOrBuysNone() {
        ReturnNumbers numbers = context.getBean(ReturnNumbers.class);
        flow.channel.demands(new ChannelRules(Set.of("DHL"), true, Set.of("HERMES"), Optional.of("HERMES")));
        flow.imports.in(() -> {
            numbers.set(flow.imports.seller, "HERMES", new SourceWish(SourceKind.POOL, true, null, 0));
            return numbers.addRange(flow.imports.seller, "HERMES", "00000000010009", "00000000010016");
        });
        OrderId order = flow.order("pool", PROCESSABLE, "A", "B", "C");
        List<ItemId> pieces = pieces(order);
        plan(order, List.of(), box(1, pieces.get(0)), box(2, pieces.get(1)), box(3, pieces.get(2)));
        assertThat(node.book(order).problems()).extracting(Problem::code).containsExactly("return-pool-empty");
        assertThat(flow.carrier.charges()).as("two numbers for three parcels").isEmpty();

        flow.imports.in(() -> numbers.addRange(flow.imports.seller, "HERMES", "00000000010023", "00000000010023"));
        assertThat(node.book(order).problems()).isEmpty();
        assertThat(flow.carrier.charges()).hasSize(3);
        assertThat(flow.live(order).stream()
                        .map(p -> p.label().orElseThrow().returnNumber())
                        .toList())
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void anotherSellersOrderDoesNotExist() {
        OrderId order = flow.order("mine", PROCESSABLE, "LAMP");
        FlowFixture neighbour = new FlowFixture(context);
        assertThatThrownBy(() -> neighbour.imports.in(() -> {
                    node.planner.save(new ParcelPlan(order, 0, List.of(), List.of()));
                    return true;
                }))
                .hasMessageContaining("no order");
        assertThat(Map.of("parcels", flow.live(order).size())).containsEntry("parcels", 0);
    }
}
