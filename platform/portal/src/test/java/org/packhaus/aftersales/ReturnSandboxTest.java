package org.packhaus.aftersales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Receipts.Kind;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Returns;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.packhaus.shipment.ShipmentService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Returns through the real plugin over real HTTP; what the marketplace holds afterwards is the measure. */
@SandboxTest
class ReturnSandboxTest {
    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final AtomicInteger SHOPS = new AtomicInteger();

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("otto", "dhl");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    ShipmentService shipments;

    @Autowired
    Parcels parcels;

    @Autowired
    ChannelPieces pieces;

    @Autowired
    ReturnImport imports;

    @Autowired
    ReturnMoves moves;

    @Autowired
    ReturnService returns;

    @Autowired
    ReturnDecisions decisions;

    @Autowired
    ReceivingBench bench;

    @Autowired
    PartialRefunds refunds;

    @Autowired
    PriceCutter cutter;

    @Autowired
    OrderReceipts receipts;

    @Autowired
    JsonMapper json;

    @SuppressWarnings("NullAway.Init")
    private SandboxShop shop;

    private String key = "";
    private List<OrderRow> sent = List.of();

    /** A seller of its own whose parcels have left. */
    @BeforeEach
    void parcelsLeft() {
        // Some tests let time pass there, and carriers sell nothing for yesterday.
        SANDBOX.post("/sandbox/reset");
        SANDBOX.post("/sandbox/returns/deadline?days=14");
        int place = SANDBOX.accounts().size();
        String name = "Kerzenlager Öttinger " + SHOPS.incrementAndGet();
        SANDBOX.post("/sandbox/sellers", json.writeValueAsString(Map.of("name", name, "returnCarrier", "DHL")));
        SandboxAccount account = SANDBOX.account(place);
        key = account.key();
        SANDBOX.post("/sandbox/orders?seller=" + key + "&count=10&seed=5");
        shop = new SandboxShop(context, account, "dhl", "V01PAK");
        shop.importOrders();
        List<OrderId> waiting = shop.toShip().stream()
                .filter(row -> row.problem() == null && !row.freight() && row.pickupPoint() == null)
                .map(OrderRow::id)
                .toList();
        shop.finished(shop.in(() -> shipments.bookLabels(waiting)));
        List<OrderId> leaving = shop.in(() -> orders.rows(waiting)).stream()
                .filter(row -> row.labels() == row.parcels())
                .map(OrderRow::id)
                .toList();
        assertThat(leaving).hasSizeGreaterThan(2);
        shop.finished(shop.in(() -> shipments.confirm(leaving)));
        Awaitility.await()
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(shop.in(() -> orders.rows(leaving)))
                        .allSatisfy(row -> assertThat(row.confirmed())
                                .as("%s %s", row.orderNumber(), row.problem())
                                .isEqualTo(row.parcels())));
        shop.importOrders();
        sent = shop.in(() -> orders.rows(leaving));
    }

    private void sendBack(OrderRow order, String how) {
        SANDBOX.post("/sandbox/returns?order=" + order.orderNumber() + how);
    }

    private void look() {
        shop.in(() -> {
            returns.lookNow();
            return imports.turn(shop.seller, shop.channel);
        });
    }

    private List<ReturnRow> rows(OrderRow order) {
        return shop.in(() -> returns.ofOrder(order.id()));
    }

    private ReturnRow row(OrderRow order) {
        return rows(order).getFirst();
    }

    private List<ChannelPiece> pieces(OrderRow order) {
        return shop.in(() -> pieces.of(order.id())).stream()
                .filter(piece -> piece.state() == ChannelItem.State.SENT)
                .toList();
    }

    private List<ReturnDecisions.Wished> decide(Verdict verdict, String reason, List<ReturnRow> wanted) {
        return shop.in(
                () -> decisions.decide(wanted.stream().map(ReturnRow::id).toList(), verdict, ItemCondition.B, reason));
    }

    private void awaitAnswered(OrderRow... about) {
        await(() ->
                List.of(about).stream().flatMap(order -> rows(order).stream()).allMatch(row -> row.wish() == null));
    }

    private static void await(Supplier<Boolean> done) {
        Awaitility.await().atMost(A_WHILE).until(done::get);
    }

    /** What the marketplace holds of an order's pieces. */
    private List<JsonNode> truth(OrderRow order) {
        List<JsonNode> of = new ArrayList<>();
        SANDBOX.get("/sandbox/returns?seller=" + key).forEach(piece -> {
            if (piece.path("orderNumber").asString().equals(order.orderNumber())) {
                of.add(piece);
            }
        });
        return of;
    }

    private List<String> decisionsOf(OrderRow order) {
        return truth(order).stream()
                .flatMap(piece -> piece.path("decisions").valueStream())
                .map(decision -> decision.path("verdict").asString() + " "
                        + decision.path("condition").asString() + " "
                        + decision.path("reason").asString())
                .toList();
    }

    @Test
    void aReturnIsMatchedAndFollowedToTheBench() {
        OrderRow order = sent.getFirst();
        sendBack(order, "&state=ANNOUNCED");
        look();
        assertThat(rows(order)).hasSameSizeAs(pieces(order)).allSatisfy(row -> {
            assertThat(row.stage()).isEqualTo(ReturnStage.ANNOUNCED);
            assertThat(row.orderNumber()).isEqualTo(order.orderNumber());
            assertThat(row.carrierCode()).isEqualTo("DHL");
            assertThat(row.price()).isNotNull();
        });
        assertThat(rows(order))
                .extracting(ReturnRow::item)
                .containsExactlyInAnyOrderElementsOf(
                        pieces(order).stream().map(ChannelPiece::item).toList());

        sendBack(order, "&state=ON_THE_WAY");
        look();
        assertThat(rows(order)).allMatch(row -> row.stage() == ReturnStage.ON_THE_WAY);

        sendBack(order, "&state=DELIVERED");
        look();
        assertThat(rows(order)).allSatisfy(row -> {
            assertThat(row.stage()).isEqualTo(ReturnStage.ARRIVED);
            assertThat(row.overdueAt())
                    .as("until OTTO decides itself")
                    .isEqualTo(Objects.requireNonNull(row.arrivedAt()).plus(Duration.ofDays(14)));
        });
        ReturnDetails details = shop.in(() -> returns.details(row(order).id()));
        assertThat(details.steps())
                .extracting(ReturnDetails.Step::stage)
                .containsExactly(ReturnStage.ANNOUNCED, ReturnStage.ON_THE_WAY, ReturnStage.ARRIVED);
        String number = shop.in(() -> parcels.live(List.of(order.id()))).stream()
                .flatMap((ParcelRow parcel) -> parcel.label().stream())
                .map(label -> Objects.requireNonNull(label.returnNumber()).number())
                .findFirst()
                .orElseThrow();
        assertThat(details.numbers()).extracting(ReturnDetails.Number::number).containsExactly(number);
        assertThat(shop.in(() -> bench.scan(number)))
                .as("what was sold with the parcel is what is scanned when it comes back")
                .extracting(ReturnRow::orderNumber)
                .containsOnly(order.orderNumber());
    }

    @Test
    void manyAreTakenBackInOneCallAndTheOneThatIsRefusedKeepsNoOtherBack() {
        OrderRow one = sent.get(0);
        OrderRow two = sent.get(1);
        sendBack(one, "");
        sendBack(two, "");
        look();
        // What another seller sold: OTTO refuses it.
        shop.in(() -> moves.take(
                shop.seller,
                shop.channel,
                List.of(new ReturnedItem(
                        pieces(one).getFirst().channelOrderId(),
                        "not-a-piece-of-this-order",
                        ReturnedItem.State.ANNOUNCED,
                        Instant.now(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())),
                Optional.empty()));
        ReturnRow foreign =
                shop.in(() -> bench.scan("not-a-piece-of-this-order")).getFirst();
        List<ReturnRow> all = new ArrayList<>(rows(one));
        all.addAll(rows(two));
        all.add(foreign);

        assertThat(decide(Verdict.ACCEPT, "RETURN_RECEIVED", all)).allMatch(ReturnDecisions.Wished::takenUp);

        await(() -> shop.in(() -> returns.rows(all.stream().map(ReturnRow::id).toList())).stream()
                .allMatch(row -> row.wish() == null));
        assertThat(List.of(one, two)).allSatisfy(order -> {
            assertThat(rows(order)).allMatch(row -> row.state() == ReturnedItem.State.ACCEPTED);
            assertThat(decisionsOf(order)).hasSameSizeAs(pieces(order)).containsOnly("ACCEPT B RETURN_RECEIVED");
        });
        assertThat(shop.in(() -> returns.rows(List.of(foreign.id()))).getFirst())
                .satisfies(row -> assertThat(row.problemCode()).isEqualTo("item-not-yours"))
                .satisfies(row -> assertThat(row.state()).isEqualTo(ReturnedItem.State.ANNOUNCED));
        look();
        assertThat(rows(one)).as("as the list says it too").allSatisfy(row -> {
            assertThat(row.condition()).isEqualTo(ItemCondition.B);
            assertThat(row.decidedBy()).isNotEmpty();
        });
    }

    @Test
    void whatIsRefusedStaysWithTheBuyerAndCanStillBeTakenBack() {
        OrderRow order = sent.getFirst();
        sendBack(order, "&contents=DAMAGED");
        look();
        decide(Verdict.REJECT, "ITEM_DAMAGED", rows(order));
        awaitAnswered(order);
        assertThat(truth(order))
                .allMatch(piece -> piece.path("status").asString().equals("REJECTED"));

        decide(Verdict.ACCEPT, "COMPLAINT", rows(order));
        awaitAnswered(order);

        assertThat(truth(order))
                .allMatch(piece -> piece.path("status").asString().equals("ACCEPTED"));
        assertThat(rows(order)).allMatch(row -> row.reason().equals("COMPLAINT"));
    }

    @Test
    void whatNobodyAnnouncedIsTakenBackWithoutThePieceInHand() {
        OrderRow order = sent.getFirst();
        List<ChannelPiece> bought = pieces(order);

        shop.in(() -> decisions.acceptUnseen(
                order.id(), bought.stream().map(ChannelPiece::item).toList(), "UNDELIVERABLE"));
        awaitAnswered(order);
        look();

        assertThat(decisionsOf(order)).hasSameSizeAs(bought).containsOnly("ACCEPT E UNDELIVERABLE");
        assertThat(rows(order)).allMatch(row -> row.state() == ReturnedItem.State.ACCEPTED);
        shop.importOrders();
        assertThat(pieces(order)).as("they are not with the buyer any more").isEmpty();
    }

    @Test
    void anAnswerThatWasLostIsLookedUpAndNothingIsDecidedTwice() {
        OrderRow order = sent.getFirst();
        sendBack(order, "");
        look();
        SANDBOX.post("/sandbox/faults", """
                [{"operation":"otto.returns.accept","kind":"answerLost","rate":1.0,"seed":1}]
                """);

        decide(Verdict.ACCEPT, "RETURN_RECEIVED", rows(order));

        await(() -> rows(order).stream().noneMatch(row -> row.problemCode().isEmpty()));
        assertThat(truth(order))
                .as("the effect was there, the answer was not")
                .allMatch(piece -> piece.path("status").asString().equals("ACCEPTED"));
        awaitAnswered(order);
        assertThat(decisionsOf(order)).as("looked up, not sent again").hasSameSizeAs(rows(order));
        assertThat(rows(order)).allMatch(row -> row.state() == ReturnedItem.State.ACCEPTED);
    }

    @Test
    void whatOttoDecidedInTheSameMomentCountsAsItsDecision() {
        OrderRow order = sent.getFirst();
        sendBack(order, "");
        look();
        SANDBOX.post("/sandbox/returns/deadline?days=1");
        SANDBOX.post("/sandbox/advance?hours=25");

        decide(Verdict.ACCEPT, "RETURN_RECEIVED", rows(order));
        awaitAnswered(order);
        look();

        assertThat(rows(order)).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo(ReturnedItem.State.ACCEPTED);
            assertThat(row.reason()).isEqualTo("OVERDUE_CREDIT");
            assertThat(row.decidedBy()).as("by nobody here").isEmpty();
        });
    }

    @Test
    void whatOttoHasTakenBackCannotBeRefused() {
        OrderRow late = sent.get(0);
        OrderRow soon = sent.get(1);
        sendBack(late, "");
        look();
        SANDBOX.post("/sandbox/returns/deadline?days=1");
        SANDBOX.post("/sandbox/advance?hours=25");
        sendBack(soon, "&contents=EMPTY");
        look();
        List<ReturnRow> all = new ArrayList<>(rows(soon));
        // Known here as not decided: somebody looked at the page before the channel decided.
        assertThat(rows(late)).allMatch(row -> row.stage() == ReturnStage.DECIDED);

        assertThat(decide(Verdict.REJECT, "ITEM_NOT_IN_THE_PARCEL", rows(late)))
                .allMatch(wish -> wish.code().equals("return-accepted"));
        decide(Verdict.REJECT, "ITEM_NOT_IN_THE_PARCEL", all);
        awaitAnswered(soon);

        assertThat(truth(soon))
                .allMatch(piece -> piece.path("status").asString().equals("REJECTED"));
        assertThat(decisionsOf(late)).isEmpty();
    }

    @Test
    void aParcelInAHouseOfOttosIsNotSoughtAtTheBench() {
        OrderRow order = sent.getFirst();
        sendBack(order, "&way=MISDIRECTED");
        look();

        assertThat(rows(order)).allSatisfy(row -> {
            assertThat(row.stage()).isEqualTo(ReturnStage.MISDIRECTED);
            assertThat(row.misdirectedTo()).startsWith("HAL-");
            assertThat(row.overdueAt()).as("OTTO decides of it too").isNotNull();
        });
        assertThat(shop.in(returns::toDecide)).isZero();
    }

    private CutRow refund(OrderRow order) {
        shop.in(() -> {
            cutter.turn(shop.channel);
            return true;
        });
        return shop.in(() -> refunds.ofOrder(order.id())).getLast();
    }

    @Test
    void partOfAPriceIsGivenBackOnceAndBilled() {
        OrderRow order = sent.getFirst();
        ChannelPiece piece = pieces(order).getFirst();
        assertThatThrownBy(() -> shop.in(() ->
                        refunds.reduce(order.id(), piece.item(), piece.price().amount())))
                .as("the whole price is a return")
                .isInstanceOf(AfterSalesException.class);
        SANDBOX.post("/sandbox/faults", """
                [{"operation":"otto.priceReductions.create","kind":"answerLost","rate":1.0,"seed":1}]
                """);

        shop.in(() -> refunds.reduce(order.id(), piece.item(), new BigDecimal("2.50")));

        await(() -> refund(order).state() == CutRow.State.UNCLEAR);
        SANDBOX.post("/sandbox/faults/none");
        await(() -> refund(order).state() != CutRow.State.UNCLEAR);
        SANDBOX.post("/sandbox/advance?minutes=2");
        List<Receipt> billed = shop.in(() -> receipts.ofOrder(order.id()));
        assertThat(billed)
                .filteredOn(receipt -> receipt.kind() == Kind.PARTIAL_REFUND)
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.total().amount()).isEqualByComparingTo("2.50");
                    assertThat(r.channelItemIds()).containsExactly(piece.channelItemId());
                });
        assertThatThrownBy(() -> shop.in(() -> refunds.reduce(
                        order.id(), piece.item(), piece.price().amount().subtract(new BigDecimal("2.50")))))
                .as("what is left")
                .isInstanceOf(AfterSalesException.class);
    }

    @Test
    void ofWhatCameBackNoPartIsGivenBack() {
        OrderRow order = sent.getFirst();
        ChannelPiece piece = pieces(order).getFirst();
        // OTTO takes it back at once; the order was not read again yet, so here it looks as if the buyer still had it.
        sendBack(order, "&daysAgo=15");

        shop.in(() -> refunds.reduce(order.id(), piece.item(), new BigDecimal("1.00")));
        await(() -> refund(order).state() == CutRow.State.REFUSED);

        assertThat(refund(order).problemCode()).isEqualTo(Returns.NOT_SENT);
    }

    @Test
    void receiptsAreThereForWhatWasSoldAndWhatWasTakenBack() {
        OrderRow order = sent.getFirst();
        sendBack(order, "");
        look();
        decide(Verdict.ACCEPT, "RETURN_RECEIVED", rows(order));
        awaitAnswered(order);

        assertThat(shop.in(() -> receipts.kept(order.id()))).isTrue();
        List<Receipt> billed = shop.in(() -> receipts.ofOrder(order.id()));
        Map<Kind, Long> kinds = billed.stream().collect(Collectors.groupingBy(Receipt::kind, Collectors.counting()));
        assertThat(kinds).containsEntry(Kind.PURCHASE, 1L).containsEntry(Kind.REFUND, (long)
                rows(order).size());
        for (Receipt receipt : billed) {
            assertThat(shop.in(() -> receipts.pdf(order.id(), receipt.number())))
                    .as(receipt.number())
                    .startsWith('%', 'P', 'D', 'F');
        }
        String others =
                shop.in(() -> receipts.ofOrder(sent.get(1).id())).getFirst().number();
        assertThatThrownBy(() -> shop.in(() -> receipts.pdf(order.id(), others)))
                .as("a receipt of another order")
                .isInstanceOf(AfterSalesException.class);
    }
}
