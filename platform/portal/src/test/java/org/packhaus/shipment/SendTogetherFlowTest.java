package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.ANNOUNCED;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.Mate;
import org.packhaus.order.OrderException;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.order.TimelineEntry;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Orders of one buyer to one door leave in one parcel: one label, one charge, one report. */
@DatabaseTest
class SendTogetherFlowTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    JointOrders joint;

    private FlowFixture flow;
    private FlowFixture.Life node;

    @BeforeEach
    void aSeller() {
        flow = new FlowFixture(context);
        node = flow.life("a");
    }

    private OrderId join(OrderId... some) {
        return flow.imports.in(() -> node.together.join(List.of(some)));
    }

    private String refusal(OrderId... some) {
        try {
            join(some);
            return "joined";
        } catch (ShipmentException e) {
            return e.code();
        }
    }

    private void apart(OrderId order) {
        flow.imports.in(() -> {
            node.together.apart(order);
            return true;
        });
    }

    private Set<ItemId> pieces(OrderId... some) {
        return flow.imports.in(() -> joint.pieces(List.of(some))).values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    private @Nullable OrderId with(OrderId order) {
        return flow.imports.in(() -> orders.shippable(order).sentWith());
    }

    private void moves(String number, Address to) {
        var order = flow.imports.channel.held("id-" + number);
        flow.imports.channel.put(ChannelOrders.to(order, to, order.changedAt().plusSeconds(600)));
        flow.imports.run();
    }

    private List<String> timeline(OrderId order) {
        return flow.imports.in(() -> orders.details(order)).timeline().stream()
                .map(TimelineEntry::code)
                .toList();
    }

    private static Set<String> codes(OrderBooking booking) {
        return booking.problems().stream().map(Problem::code).collect(Collectors.toSet());
    }

    @Test
    void buysOneLabelForBothAndReportsEachOrdersPiecesUnderItsNumber() {
        OrderId first = flow.order("t1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("t2", PROCESSABLE, "RUG", "RUG");
        OrderId lead = join(second, first);
        assertThat(lead).as("as urgent, and older").isEqualTo(first);

        OrderBooking bySecond = node.book(second);
        assertThat(bySecond.problems()).isEmpty();
        assertThat(node.book(first).labels()).hasSize(1);
        assertThat(flow.carrier.charges())
                .as("one charge, whichever of them is booked")
                .hasSize(1);
        assertThat(flow.carrier.charges().getFirst().orderNumber()).isEqualTo("t1");

        assertThat(flow.live(first)).hasSize(1);
        assertThat(flow.live(second))
                .extracting(ParcelRow::id)
                .isEqualTo(List.of(flow.live(first).getFirst().id()));
        assertThat(Set.copyOf(flow.live(first).getFirst().items())).isEqualTo(pieces(first, second));
        for (OrderId order : List.of(first, second)) {
            assertThat(flow.row(order).stage()).isEqualTo(Stage.LABEL_PRINTED);
            assertThat(flow.row(order).labels()).isEqualTo(1);
            assertThat(timeline(order)).contains("sent-together", "label-bought");
        }
        assertThat(FlowFixture.there(flow.row(first).carrier()).price()).isNotNull();
        assertThat(FlowFixture.there(flow.row(second).carrier()).price())
                .as("it is paid once")
                .isNull();

        node.report(second);
        node.report(first);
        assertThat(flow.channel.posts()).isEqualTo(1);
        Confirmation report = flow.channel.taken().getFirst();
        assertThat(report.items())
                .containsExactlyInAnyOrder(
                        new Confirmation.Item("id-t1", "t1-0"),
                        new Confirmation.Item("id-t2", "t2-0"),
                        new Confirmation.Item("id-t2", "t2-1"));
        for (OrderId order : List.of(first, second)) {
            assertThat(flow.row(order).stage()).isEqualTo(Stage.SENT);
            assertThat(flow.row(order).confirmed()).isEqualTo(1);
            assertThat(timeline(order)).contains("confirmed", "read-back");
        }
    }

    @Test
    void isFoundByItsNumberThroughEitherOrder() {
        OrderId first = flow.order("n1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("n2", PROCESSABLE, "RUG");
        join(first, second);
        String number = node.label(first).trackingNumber();
        assertThat(flow.imports.in(
                        () -> orders.page(OrderFilter.of(OrderTab.ALL).withSearch(number), null, 10)
                                .rows()))
                .extracting(OrderRow::id)
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void asksTheChannelBeforeItReportsThemAgain() {
        OrderId first = flow.order("l1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("l2", PROCESSABLE, "RUG");
        join(first, second);
        node.book(first);
        flow.channel.next(FakeChannelDesk.Mood.LOSES_ANSWER);
        node.report(second);
        flow.clock.turn(Duration.ofMinutes(5));
        node.report(first);
        assertThat(flow.channel.posts()).isEqualTo(1);
        assertThat(flow.row(first).stage()).isEqualTo(Stage.SENT);
        assertThat(flow.row(second).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void doingItTwiceIsNoError() {
        OrderId first = flow.order("d1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("d2", PROCESSABLE, "RUG");
        OrderId third = flow.order("d3", PROCESSABLE, "LAMP");
        OrderId lead = join(first, second);
        assertThat(join(second, first)).isEqualTo(lead);
        assertThat(join(third, second)).as("the third comes to both").isEqualTo(lead);
        node.book(third);
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(Set.copyOf(flow.live(first).getFirst().items())).isEqualTo(pieces(first, second, third));
    }

    @Test
    void theMostUrgentOfThemLeads() {
        flow.imports.channel.terms.put("LAMP", shippedWithin(3));
        flow.imports.channel.terms.put("RUG", shippedWithin(1));
        OrderId late = flow.order("u1", PROCESSABLE, "LAMP");
        OrderId soon = flow.order("u2", PROCESSABLE, "RUG");
        assertThat(FlowFixture.there(flow.row(soon).shipBy()))
                .isBefore(flow.row(late).shipBy());
        assertThat(join(late, soon)).as("though it is the younger one").isEqualTo(soon);
        assertThat(flow.imports.in(() -> orders.shippable(soon).shipBy()))
                .isEqualTo(flow.row(soon).shipBy());
    }

    private static Term shippedWithin(int days) {
        return new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.of(12, 0), days, 2);
    }

    @Test
    void repacksWhatWasPackedButNotPaid() {
        OrderId first = flow.order("r1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("r2", PROCESSABLE, "RUG");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        node.book(second);
        join(first, second);
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.live(second)).hasSize(1);
        assertThat(Set.copyOf(flow.live(second).getFirst().items())).isEqualTo(pieces(first, second));
    }

    @Test
    void takesALabelBackFirstAndThenSendsThemTogether() {
        OrderId first = flow.order("v1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("v2", PROCESSABLE, "RUG");
        BoughtLabel label = node.label(second);
        assertThat(refusal(first, second)).isEqualTo("label-bought");
        flow.imports.in(() -> node.ledger.voidLabel(
                flow.live(second).getFirst().label().orElseThrow().purchase(), "test"));
        assertThat(flow.carrier.givenBack()).contains(label.trackingNumber());
        assertThat(refusal(first, second)).isEqualTo("joined");
        node.book(first);
        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(flow.live(first)).hasSize(1);
    }

    @Test
    void whatWasCancelledLeavesThePlanAndTheRestGoesOn() {
        OrderId first = flow.order("c1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("c2", PROCESSABLE, "RUG", "RUG");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        join(first, second);
        node.book(first);
        flow.cancel("c2", 0);
        assertThat(flow.live(first).getFirst().items()).hasSize(2);
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(1);
        node.report(first);
        assertThat(flow.channel.taken().getFirst().items())
                .containsExactlyInAnyOrder(
                        new Confirmation.Item("id-c1", "c1-0"), new Confirmation.Item("id-c2", "c2-1"));
    }

    @Test
    void anOrderCancelledWholeLeavesTheOthersAlone() {
        OrderId first = flow.order("w1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("w2", PROCESSABLE, "RUG");
        OrderId third = flow.order("w3", PROCESSABLE, "RUG");
        OrderId lead = join(first, second, third);
        assertThat(lead).isEqualTo(first);
        flow.cancel("w1", 0);
        assertThat(with(second)).as("the next one leads").isNull();
        assertThat(with(third)).isEqualTo(second);
        assertThat(flow.row(first).stage()).isEqualTo(Stage.CANCELLED);
        node.book(third);
        assertThat(flow.carrier.charges()).hasSize(1);
        assertThat(flow.carrier.charges().getFirst().orderNumber()).isEqualTo("w2");
        assertThat(Set.copyOf(flow.live(second).getFirst().items())).isEqualTo(pieces(second, third));
        flow.cancel("w3", 0);
        node.report(second);
        assertThat(flow.channel.posts())
                .as("the parcel does not leave with what was cancelled")
                .isZero();
        for (OrderId order : List.of(second, third)) {
            assertThat(FlowFixture.there(flow.row(order).problem()).code()).isEqualTo(CancelledOrders.LABEL_LEFT);
        }
        assertThat(flow.imports.in(() -> context.getBean(HandOvers.class)
                        .open(flow.imports.connection, flow.clock.instant().minus(Duration.ofDays(1)))))
                .as("nor is it handed over")
                .isEmpty();
    }

    @Test
    void theRestIsPackedAnewWhenTheLabelOfACancelledOrderIsGivenBack() {
        OrderId first = flow.order("e1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("e2", PROCESSABLE, "RUG");
        join(first, second);
        node.book(first);
        flow.cancel("e1", 0);
        flow.imports.in(() -> node.ledger.voidLabel(
                flow.live(first).getFirst().label().orElseThrow().purchase(), "test"));
        assertThat(with(second)).as("what is left leaves by itself").isNull();
        assertThat(flow.row(second).problem()).isNull();
        assertThat(flow.row(second).stage()).isEqualTo(Stage.TO_SHIP);
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(2);
        node.report(second);
        assertThat(flow.channel.taken().getFirst().items()).containsExactly(new Confirmation.Item("id-e2", "e2-0"));
        assertThat(flow.row(second).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void canBeTakenApartUntilTheLabelIsBought() {
        OrderId first = flow.order("a1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("a2", PROCESSABLE, "RUG");
        flow.carrier.next(FakeCarrier.Mood.REFUSES);
        join(first, second);
        node.book(first);
        apart(second);
        assertThat(with(second)).isNull();
        assertThat(timeline(second)).contains("sent-apart");
        node.book(first);
        assertThat(Set.copyOf(flow.live(first).getFirst().items())).isEqualTo(pieces(first));
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(2);

        OrderId third = flow.order("a3", PROCESSABLE, "LAMP");
        OrderId fourth = flow.order("a4", PROCESSABLE, "RUG");
        join(third, fourth);
        node.book(fourth);
        for (OrderId order : List.of(third, fourth)) {
            assertThatThrownBy(() -> apart(order))
                    .as("its label is paid")
                    .isInstanceOfSatisfying(
                            ShipmentException.class, e -> assertThat(e.code()).isEqualTo("label-bought"));
        }
        node.report(fourth);
        assertThat(flow.channel.taken()).hasSize(1);
    }

    @Test
    void theOthersStayTogetherWhenTheLeadingOneLeaves() {
        OrderId first = flow.order("g1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("g2", PROCESSABLE, "RUG");
        OrderId third = flow.order("g3", PROCESSABLE, "RUG");
        join(first, second, third);
        apart(first);
        assertThat(with(third)).isEqualTo(second);
        node.book(first);
        node.book(second);
        node.book(third);
        assertThat(flow.carrier.charges()).hasSize(2);
    }

    @Test
    void refusesWhatDoesNotFitIntoOneParcelAndSaysWhatToDo() {
        flow.weighs("SOFA", 20_000);
        OrderId first = flow.order("h1", PROCESSABLE, "SOFA");
        OrderId second = flow.order("h2", PROCESSABLE, "SOFA");
        assertThatThrownBy(() -> join(first, second))
                .as("40 kg in one parcel")
                .isInstanceOfSatisfying(ShipmentException.class, e -> {
                    assertThat(e.code()).isEqualTo("too-heavy");
                    assertThat(e.text()).contains("h1", "h2", "40", "Send fewer");
                });
        assertThat(with(second)).as("nothing of it stays").isNull();
        node.book(first);
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(2);
    }

    @Test
    void neverSendsTwoAddressesTogether() {
        OrderId first = flow.order("o1", PROCESSABLE, "LAMP");
        Address flat = Address.to("Özge Yıldızhan")
                .addition("3. OG")
                .street("Groner Straße", "12 b")
                .city("37073", "Göttingen")
                .build();
        OrderId other = flow.order(
                ChannelOrders.to(ChannelOrders.order("o2", PROCESSABLE, "RUG"), flat, ChannelOrders.MONDAY_MORNING));
        assertThat(refusal(first, other)).isEqualTo("other-address");
        Address same = Address.to("Özge YILDIZHAN")
                .street("Groner Str.", "12B")
                .city("37073", "GÖTTINGEN")
                .build();
        OrderId written = flow.order(
                ChannelOrders.to(ChannelOrders.order("o3", PROCESSABLE, "RUG"), same, ChannelOrders.MONDAY_MORNING));
        assertThat(flow.imports.in(() -> joint.mates(List.of(first))).getFirst())
                .extracting(Mate::order)
                .as("what is offered is what is taken")
                .containsExactlyInAnyOrder(first, written);
        assertThat(refusal(first, written)).isEqualTo("joined");

        moves("o3", flat);
        assertThat(codes(node.book(first))).containsExactly("joint-address-differs");
        assertThat(flow.carrier.charges()).isEmpty();
        apart(written);
        assertThat(node.book(first).problems()).isEmpty();
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void aLockerIsTheSameDoorOnlyWithTheSamePostNumber() {
        Address mine = Address.to("Jörg Müßig")
                .addition("12345678")
                .street("Packstation", "105")
                .city("37073", "Göttingen")
                .build();
        Address hers = Address.to("Jörg Müßig")
                .addition("87654321")
                .street("Packstation", "105")
                .city("37073", "Göttingen")
                .build();
        OrderId[] placed = new OrderId[3];
        List<Address> to = List.of(mine, mine, hers);
        for (int i = 0; i < 3; i++) {
            placed[i] = flow.order(ChannelOrders.to(
                    ChannelOrders.order("p" + i, PROCESSABLE, "LAMP"), to.get(i), ChannelOrders.MONDAY_MORNING));
        }
        assertThat(refusal(placed[0], placed[2])).isEqualTo("other-address");
        assertThat(refusal(placed[0], placed[1])).isEqualTo("joined");
    }

    @Test
    void neverSendsTwoSellersOrAccountsTogether() {
        OrderId mine = flow.order("s1", PROCESSABLE, "LAMP");
        ImportFixture account = flow.imports.another(context);
        account.channel.put(ChannelOrders.order("s2", PROCESSABLE, "LAMP"));
        account.run();
        OrderId otherAccount = flow.imports.row("s2").id();
        assertThat(refusal(mine, otherAccount)).isEqualTo("other-seller");

        FlowFixture stranger = new FlowFixture(context);
        OrderId theirs = stranger.order("s3", PROCESSABLE, "LAMP");
        assertThatThrownBy(() -> join(mine, theirs))
                .as("an order of somebody else")
                .isInstanceOfSatisfying(
                        OrderException.class, e -> assertThat(e.code()).isEqualTo("order-unknown"));
        assertThat(flow.imports.in(() -> joint.mates(List.of(mine, otherAccount, theirs))))
                .isEmpty();
        // An agency that sees both is refused as well.
        assertThatThrownBy(() -> SellerScope.get(
                        Set.of(flow.imports.seller, stranger.imports.seller),
                        () -> node.together.join(List.of(mine, theirs))))
                .as("two sellers in one parcel")
                .isInstanceOfSatisfying(
                        ShipmentException.class, e -> assertThat(e.code()).isEqualTo("other-seller"));
    }

    @Test
    void neverTakesAnAnnouncedOrder() {
        OrderId first = flow.order("x1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("x2", ANNOUNCED, "LAMP");
        assertThat(refusal(first, second)).isEqualTo("not-open");
    }

    @Test
    void refusesWhileALabelMayBePaid() {
        OrderId first = flow.order("q1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("q2", PROCESSABLE, "LAMP");
        flow.carrier.next(FakeCarrier.Mood.LOSES_ANSWER);
        node.book(second);
        assertThat(refusal(first, second)).isEqualTo("label-unclear");
        flow.clock.turn(Duration.ofMinutes(1));
        node.ownWork();
        assertThat(refusal(first, second)).isEqualTo("label-bought");
        assertThat(flow.carrier.charges()).hasSize(1);
    }

    @Test
    void aHoldOfOneKeepsTheParcelHere() {
        OrderId first = flow.order("k1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("k2", PROCESSABLE, "LAMP");
        join(first, second);
        flow.imports.in(() -> {
            orders.hold(second, "asks about the colour");
            return true;
        });
        OrderBooking booking = node.book(first);
        assertThat(codes(booking)).containsExactly("on-hold");
        assertThat(booking.problems().getFirst().text()).contains("k2");
        assertThat(flow.carrier.charges()).isEmpty();
        apart(second);
        assertThat(node.book(first).problems()).isEmpty();
    }

    @Test
    void aPersonDealsThePiecesOfBothOverParcels() {
        OrderId first = flow.order("m1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("m2", PROCESSABLE, "RUG", "RUG");
        join(first, second);
        ParcelDraft draft = flow.imports.in(() -> node.planner.draft(second));
        assertThat(draft.plan().order()).isEqualTo(first);
        assertThat(draft.pieces()).hasSize(3);
        List<ItemId> all = draft.pieces().stream().map(OrderItem::id).toList();
        flow.imports.in(() -> {
            node.planner.save(new ParcelPlan(
                    first,
                    draft.plan().number(),
                    List.of(
                            new ParcelPlan.Box(null, 1, all.subList(0, 2), null, null),
                            new ParcelPlan.Box(null, 1, all.subList(2, 3), null, null)),
                    List.of()));
            return true;
        });
        node.book(second);
        assertThat(flow.carrier.charges()).hasSize(2);
        assertThat(flow.row(first).parcels())
                .as("its piece lies in one of them")
                .isEqualTo(1);
        assertThat(flow.row(second).parcels()).isEqualTo(2);
        node.report(first);
        assertThat(flow.channel.taken()).hasSize(2);
        assertThat(flow.channel.taken().stream().flatMap(r -> r.items().stream()))
                .hasSize(3);
        assertThat(flow.row(second).stage()).isEqualTo(Stage.SENT);
    }

    @Test
    void whoDealtOneOfThemMeanwhileHasToLookAgain() {
        OrderId first = flow.order("y1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("y2", PROCESSABLE, "RUG");
        for (OrderId order : List.of(first, second)) {
            ParcelPlan before = flow.imports.in(() -> node.planner.draft(order)).plan();
            join(first, second);
            assertThatThrownBy(() -> flow.imports.in(() -> {
                        node.planner.save(before);
                        return true;
                    }))
                    .as("dealt by what is not so any more")
                    .isInstanceOfSatisfying(
                            ShipmentException.class, e -> assertThat(e.code()).isEqualTo("plan-stale"));
            apart(second);
        }
    }

    @Test
    void bundlesManyBySelectionAndSaysWhatItSaves() {
        Address elsewhere = Address.to("Änne Größe")
                .street("Öltorf", "7")
                .city("24937", "Flensburg")
                .build();
        OrderId[] five = new OrderId[5];
        for (int i = 0; i < 5; i++) {
            var order = ChannelOrders.order("b" + i, PROCESSABLE, "LAMP");
            five[i] = flow.order(i < 2 ? order : ChannelOrders.to(order, elsewhere, ChannelOrders.MONDAY_MORNING));
        }
        OrderId alone = flow.order(ChannelOrders.to(
                ChannelOrders.order("b9", PROCESSABLE, "LAMP"),
                Address.to("Wer Anders")
                        .street("Weg", "1")
                        .city("24937", "Flensburg")
                        .build(),
                ChannelOrders.MONDAY_MORNING));
        List<OrderId> chosen = List.of(five[0], five[1], five[2], five[3], five[4], alone);
        assertThat(flow.imports.in(() -> node.together.wouldSave(chosen))).isEqualTo(3);
        SendTogether.Bundled bundled = flow.imports.in(() -> node.together.bundle(chosen));
        assertThat(bundled.parcels()).isEqualTo(2);
        assertThat(bundled.saved()).isEqualTo(3);
        assertThat(bundled.refused()).isEmpty();
        assertThat(flow.imports.in(() -> node.together.wouldSave(chosen))).isZero();
        chosen.forEach(node::book);
        assertThat(flow.carrier.charges()).hasSize(3);
    }

    /** Whatever comes first: no piece is paid for twice, and none is forgotten. */
    @Test
    void neverBooksAnOrderAloneThatIsPutTogetherInThisMoment() throws Exception {
        for (int round = 0; round < 16; round++) {
            OrderId first = flow.order("race" + round + "a", PROCESSABLE, "LAMP");
            OrderId second = flow.order("race" + round + "b", PROCESSABLE, "RUG");
            int before = flow.carrier.charges().size();
            FlowFixture.Life other = flow.life("b");
            OrderId booked = round % 2 == 0 ? first : second;
            atOnce(() -> other.book(booked), () -> refusal(first, second));
            node.book(first);
            node.book(second);
            OrderId with = with(second);
            List<ParcelRow> parcels = Stream.of(flow.live(first), flow.live(second))
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(ParcelRow::id, row -> row, (a, b) -> a))
                    .values()
                    .stream()
                    .toList();
            assertThat(parcels).allSatisfy(parcel -> assertThat(parcel.label()).isPresent());
            List<ItemId> labelled =
                    parcels.stream().flatMap(p -> p.items().stream()).toList();
            assertThat(labelled).doesNotHaveDuplicates().hasSize(2);
            assertThat(Set.copyOf(labelled)).isEqualTo(pieces(first, second));
            assertThat(flow.carrier.charges().size() - before)
                    .as("one charge together, two apart")
                    .isEqualTo(with == null ? 2 : 1)
                    .isEqualTo(parcels.size());
        }
    }

    private static void atOnce(Runnable... deeds) throws Exception {
        CyclicBarrier start = new CyclicBarrier(deeds.length);
        try (var pool = Executors.newFixedThreadPool(deeds.length)) {
            var all = Arrays.stream(deeds)
                    .map(deed -> pool.submit(() -> {
                        start.await();
                        deed.run();
                        return true;
                    }))
                    .toList();
            for (var one : all) {
                one.get();
            }
        }
    }

    @Test
    void priceAndNumberStandInTheBatchOnce() {
        OrderId first = flow.order("z1", PROCESSABLE, "LAMP");
        OrderId second = flow.order("z2", PROCESSABLE, "RUG");
        join(first, second);
        Map<OrderId, RowOutcome> rows =
                Map.of(first, RowOutcomes.of(node.book(first)), second, RowOutcomes.of(node.book(second)));
        var paid = (RowOutcome.Done) FlowFixture.there(rows.get(first));
        var along = (RowOutcome.Done) FlowFixture.there(rows.get(second));
        assertThat(paid.price()).isNotNull();
        assertThat(along.price()).isNull();
        assertThat(along.result()).isEqualTo(paid.result());
    }
}
