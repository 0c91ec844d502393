package org.packhaus.aftersales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.packhaus.sdk.ChannelItem.State.SENT;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.persistence.EntityManagerFactory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.aftersales.FakeReturnDesk.Mood;
import org.packhaus.audit.Audit;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.Jobs;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.TimelineEntry;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PriceReductions;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Returns;
import org.packhaus.shipment.TurnableClock;
import org.packhaus.stock.StockReason;
import org.packhaus.stock.StockService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Returns from the announcement to the shelf on the real database; the channel does as the test says. */
@DatabaseTest
class ReturnFlowTest {
    private static final Instant MONDAY = Instant.parse("2126-11-25T09:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    ReturnBook book;

    @Autowired
    OrderService orders;

    @Autowired
    StockService stock;

    @Autowired
    Scheduler scheduler;

    @Autowired
    JdbcTemplate jdbc;

    private final FakeReturnDesk desk = new FakeReturnDesk();
    private final TurnableClock clock = new TurnableClock(MONDAY);
    private ImportFixture shop;
    private ReturnImport imports;
    private Decider decider;
    private ReturnDecisions decisions;
    private ReturnService returns;
    private ReceivingBench bench;
    private PriceCutter cutter;
    private PartialRefunds refunds;

    @BeforeEach
    void aShop() {
        // The portal's own jobs know nothing of this test's channel and clock.
        scheduler.pause();
        shop = new ImportFixture(context);
        desk.now = MONDAY;
        var pieces = context.getBean(ChannelPieces.class);
        var audit = context.getBean(Audit.class);
        var jobs = context.getBean(Jobs.class);
        var moves = new ReturnMoves(book, pieces, orders, transactions);
        imports = new ReturnImport(moves, desk, clock);
        decider = decider();
        decisions = new ReturnDecisions(book, desk, pieces, jobs, transactions, audit, clock);
        returns = new ReturnService(book, moves, transactions, clock);
        bench = new ReceivingBench(book, stock, orders, transactions, audit, clock);
        cutter = new PriceCutter(book, desk, orders, transactions, clock);
        refunds = new PartialRefunds(book, desk, pieces, jobs, transactions, audit, clock);
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    private Decider decider() {
        return new Decider(new DecisionMoves(book, orders, desk, transactions, clock), desk);
    }

    private void sent(String order, String... skus) {
        shop.channel.put(ChannelOrders.order(order, SENT, skus));
        shop.run();
    }

    private int look() {
        return shop.in(() -> imports.turn(shop.seller, shop.connection));
    }

    private int lookLater() {
        clock.turn(Duration.ofMinutes(30));
        return look();
    }

    private ReturnRow row(String order, int piece) {
        OrderId id = shop.row(order).id();
        return shop.in(() -> returns.ofOrder(id)).stream()
                .filter(row -> row.channelItemId().equals(order + "-" + piece))
                .findFirst()
                .orElseThrow();
    }

    private ReturnRow row(String order) {
        return row(order, 0);
    }

    private List<String> timeline(String order) {
        return shop.details(order).timeline().stream().map(TimelineEntry::code).toList();
    }

    private List<ReturnDecisions.Wished> wish(Verdict verdict, String reason, ReturnRow... rows) {
        return shop.in(() ->
                decisions.decide(List.of(rows).stream().map(ReturnRow::id).toList(), verdict, ItemCondition.B, reason));
    }

    private void accept(String order) {
        assertThat(wish(Verdict.ACCEPT, "RETURN_RECEIVED", row(order))).allMatch(ReturnDecisions.Wished::takenUp);
    }

    private void send() {
        shop.in(() -> decider.turn(shop.connection));
    }

    private void sendLater() {
        clock.turn(Duration.ofMinutes(3));
        send();
    }

    private static ReturnParcel.Step step(ReturnParcel.State state, Instant at) {
        return new ReturnParcel.Step(state, at, "Im PaketShop abgegeben");
    }

    /** An order whose piece is announced. */
    private void announced(String order) {
        sent(order, "LAMP");
        desk.announce(order, 0, MONDAY.minusSeconds(60), "R-" + order);
        lookLater();
    }

    @Test
    void aReturnIsFollowedFromTheAnnouncementToTheDoor() {
        sent("1", "LAMP");
        desk.announce("1", 0, MONDAY, "R1");
        desk.parcel("R1", "1", 0, step(ReturnParcel.State.ANNOUNCED, MONDAY));
        assertThat(look()).isPositive();
        assertThat(row("1").stage()).isEqualTo(ReturnStage.ANNOUNCED);
        assertThat(row("1").sku()).isEqualTo("LAMP");

        Instant moved = MONDAY.plus(Duration.ofMinutes(10));
        desk.parcel(
                "R1", "1", 0, step(ReturnParcel.State.ANNOUNCED, MONDAY), step(ReturnParcel.State.ON_THE_WAY, moved));
        lookLater();
        assertThat(row("1").stage()).isEqualTo(ReturnStage.ON_THE_WAY);

        Instant arrived = MONDAY.plus(Duration.ofMinutes(40));
        desk.parcel(
                "R1",
                "1",
                0,
                step(ReturnParcel.State.ANNOUNCED, MONDAY),
                step(ReturnParcel.State.ON_THE_WAY, moved),
                step(ReturnParcel.State.DELIVERED, arrived));
        lookLater();

        assertThat(row("1").stage()).isEqualTo(ReturnStage.ARRIVED);
        assertThat(row("1").overdueAt())
                .as("the clock until the channel decides itself")
                .isEqualTo(arrived.plus(FakeReturnDesk.DECIDES_AFTER));
        assertThat(shop.in(() -> returns.details(row("1").id())).steps()).hasSize(3);
        assertThat(timeline("1")).contains("return-announced", "return-on-the-way", "return-arrived");
        assertThat(shop.in(returns::toDecide)).isEqualTo(1);
    }

    @Test
    void whatIsKnownIsNotReadAgainNorWritten() {
        sent("1", "LAMP", "LAMP", "LAMP", "LAMP", "LAMP");
        IntStream.range(0, 5)
                .forEach(piece -> desk.announce("1", piece, MONDAY.minus(Duration.ofDays(piece)), "R" + piece));
        desk.pageSize = 2;
        look();
        assertThat(desk.queries).hasSize(3);
        desk.queries.clear();
        Statistics statistics = context.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        assertThat(lookLater()).isZero();

        assertThat(desk.queries)
                .as("stops at the first page that goes beyond what is known")
                .hasSize(1);
        assertThat(statistics.getEntityInsertCount()).isZero();
        assertThat(statistics.getEntityUpdateCount()).as("the lane alone").isEqualTo(1);
        assertThat(look()).as("and not before it is time").isZero();
        assertThat(desk.queries).hasSize(1);
    }

    @Test
    void aReturnThatIsKnownBeforeItsOrderFindsItLater() {
        desk.announce("1", 0, MONDAY, "R1");
        look();
        assertThat(shop.in(() -> bench.scan("R1")).getFirst().order()).isNull();

        sent("1", "LAMP");
        desk.announce("1", 0, MONDAY.plusSeconds(5), "R1");
        lookLater();

        assertThat(row("1").orderNumber()).isEqualTo("1");
    }

    @Test
    void takenBackOnceAndForGood() {
        announced("1");
        accept("1");
        assertThat(row("1").wish()).isEqualTo(Verdict.ACCEPT);
        assertThat(wish(Verdict.ACCEPT, "RETURN_RECEIVED", row("1")).getFirst().code())
                .isEqualTo("return-deciding");

        send();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(row("1").stage()).isEqualTo(ReturnStage.DECIDED);
        assertThat(timeline("1")).contains("return-accepted");
        assertThat(wish(Verdict.REJECT, "WRONG_ITEM", row("1")).getFirst().code())
                .isEqualTo("return-accepted");
        assertThat(desk.calls).isEqualTo(1);
        Integer audited = jdbc.queryForObject(
                "select count(*) from audit_entry where action = 'return.accept' and seller_id = ?",
                Integer.class,
                shop.seller.value());
        assertThat(audited).isEqualTo(1);
    }

    @Test
    void whatWasRefusedMayStillBeTakenBack() {
        announced("1");
        wish(Verdict.REJECT, "WRONG_ITEM", row("1"));
        send();
        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.REJECTED);
        assertThat(wish(Verdict.REJECT, "WRONG_ITEM", row("1")).getFirst().code())
                .isEqualTo("return-rejected");

        accept("1");
        send();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
    }

    @Test
    void manyGoTogetherAndOneThatIsRefusedKeepsNoOtherBack() {
        String[] skus = new String[5];
        Arrays.fill(skus, "LAMP");
        sent("1", skus);
        IntStream.range(0, 5).forEach(piece -> desk.announce("1", piece, MONDAY, "R" + piece));
        look();
        desk.perCall = 2;
        desk.refuses.put("1-3", new Returns.Error(Returns.NOT_SENT, "Product Not Sent By The Partner"));
        List<ReturnRow> all =
                IntStream.range(0, 5).mapToObj(piece -> row("1", piece)).toList();
        wish(Verdict.ACCEPT, "RETURN_RECEIVED", all.toArray(ReturnRow[]::new));

        send();

        assertThat(desk.calls).isEqualTo(3);
        assertThat(desk.taken).allMatch(call -> call.size() <= 2);
        assertThat(row("1", 3).problemCode()).isEqualTo(Returns.NOT_SENT);
        assertThat(row("1", 3).mayBeAccepted()).isTrue();
        assertThat(IntStream.of(0, 1, 2, 4).mapToObj(piece -> row("1", piece)))
                .allMatch(row -> row.state() == ReturnedItem.State.ACCEPTED);
    }

    @Test
    void aLostAnswerIsLookedUpAndNothingIsSentTwice() {
        announced("1");
        accept("1");
        desk.moods.add(Mood.LOSES_ANSWER);
        send();
        assertThat(row("1").wish()).isEqualTo(Verdict.ACCEPT);
        assertThat(row("1").problemCode()).isEqualTo("answer-lost");

        sendLater();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(desk.calls).as("looked up, not sent again").isEqualTo(1);
    }

    @Test
    void whatSurelyDidNotArriveIsSentAgainAfterAQuietTime() {
        announced("1");
        accept("1");
        desk.moods.add(Mood.BREAKS_BEFORE);
        send();
        clock.turn(Duration.ofSeconds(10));
        send();
        assertThat(desk.calls).as("not believed so soon").isEqualTo(1);

        sendLater();
        sendLater();

        assertThat(desk.calls).isEqualTo(2);
        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
    }

    @Test
    void aNodeThatDiesBetweenCallAndNoteLeavesNothingBehind() {
        announced("1");
        accept("1");
        desk.moods.add(Mood.CALLER_DIES_AFTER);
        assertThat(catchThrowable(this::send)).isInstanceOf(FakeReturnDesk.ProcessDied.class);
        decider = decider();
        send();
        assertThat(row("1").wish()).as("its lease has not ended").isEqualTo(Verdict.ACCEPT);

        sendLater();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(desk.calls).isEqualTo(1);
    }

    @Test
    void aBusyChannelIsAskedAgain() {
        announced("1");
        accept("1");
        desk.moods.add(Mood.BUSY);
        send();
        assertThat(row("1").problemCode()).isEqualTo("too-many-requests");

        sendLater();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(row("1").problemCode()).isEmpty();
    }

    @Test
    void twoNodesSendEachDecisionOnce() throws Exception {
        String[] skus = new String[20];
        Arrays.fill(skus, "LAMP");
        sent("1", skus);
        IntStream.range(0, 20).forEach(piece -> desk.announce("1", piece, MONDAY, "R" + piece));
        look();
        desk.perCall = 3;
        ReturnRow[] all =
                IntStream.range(0, 20).mapToObj(piece -> row("1", piece)).toArray(ReturnRow[]::new);
        wish(Verdict.ACCEPT, "RETURN_RECEIVED", all);
        CountDownLatch both = new CountDownLatch(2);
        Callable<Boolean> node = () -> {
            both.countDown();
            both.await();
            shop.in(() -> decider().turn(shop.connection));
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        }
        send();

        List<String> taken = new ArrayList<>();
        desk.taken.forEach(call -> call.forEach(decision -> taken.add(decision.channelItemId())));
        assertThat(taken).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void whatTheChannelTookBackItselfIsNotSent() {
        announced("1");
        wish(Verdict.REJECT, "WRONG_ITEM", row("1"));
        desk.put("1", 0, ReturnedItem.State.ACCEPTED, MONDAY.plusSeconds(90));
        lookLater();

        send();

        assertThat(desk.calls).isZero();
        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(row("1").reason()).isEqualTo("OVERDUE_CREDIT");
        assertThat(row("1").decidedBy()).as("the channel itself").isEmpty();
        assertThat(row("1").problemCode()).isEqualTo(Returns.ALREADY_TAKEN_BACK);
    }

    @Test
    void whatWasLostIsTakenBackThoughNobodyAnnouncedIt() {
        sent("1", "LAMP", "VASE");
        OrderId order = shop.row("1").id();
        var item = shop.details("1").items().getFirst().id();
        assertThatThrownBy(() -> shop.in(() -> decisions.acceptUnseen(order, List.of(item), "RETURN_RECEIVED")))
                .isInstanceOf(AfterSalesException.class);

        shop.in(() -> decisions.acceptUnseen(order, List.of(item), "SHIPMENT_LOST"));
        send();

        assertThat(row("1").state()).isEqualTo(ReturnedItem.State.ACCEPTED);
        assertThat(row("1").announced()).isFalse();
        assertThat(desk.taken.getFirst().getFirst().condition()).isEqualTo(ItemCondition.E);
    }

    @Test
    void goodsGoBackOnTheShelfOnce() {
        announced("1");
        shop.in(() -> {
            stock.adjust(shop.seller, "LAMP", 4, StockReason.COUNTED, "");
            return true;
        });
        ReturnId id = row("1").id();
        shop.in(() -> bench.received(id, ItemCondition.A, "wie neu"));

        shop.in(() -> bench.settleGoods(id, Fate.RESTOCKED));
        shop.in(() -> bench.settleGoods(id, Fate.RESTOCKED));

        var moved = shop.in(() -> stock.history(shop.seller, "LAMP", 10));
        assertThat(moved).hasSize(2);
        assertThat(moved.getFirst().reason()).isEqualTo(StockReason.RETURNED);
        assertThat(moved.getFirst().onHandAfter()).isEqualTo(5);
        assertThatThrownBy(() -> shop.in(() -> bench.settleGoods(id, Fate.WRITTEN_OFF)))
                .isInstanceOf(AfterSalesException.class);
        assertThat(timeline("1")).contains("return-received", "return-restocked");
    }

    @Test
    void whatCannotBeSoldIsCountedAndWrittenOff() {
        announced("1");
        shop.in(() -> {
            stock.adjust(shop.seller, "LAMP", 4, StockReason.COUNTED, "");
            return true;
        });

        shop.in(() -> bench.settleGoods(row("1").id(), Fate.WRITTEN_OFF));

        var moved = shop.in(() -> stock.history(shop.seller, "LAMP", 10));
        assertThat(moved.getFirst().reason()).isEqualTo(StockReason.WRITTEN_OFF);
        assertThat(moved.getFirst().onHandAfter()).isEqualTo(4);
    }

    @Test
    void aScanFindsPiecesByEveryCodeOnTheTable() {
        announced("1");
        for (String code : List.of("R-1", "1", "1-0", "4006381333931", "LAMP")) {
            assertThat(shop.in(() -> bench.scan(code)))
                    .as(code)
                    .extracting(ReturnRow::orderNumber)
                    .containsExactly("1");
        }
        assertThat(shop.in(() -> bench.scan("nothing"))).isEmpty();
    }

    @Test
    void aParcelNobodyAnnouncedIsKeptAndMatchedByHand() throws IOException {
        UnknownId unknown = shop.in(() -> bench.keep(shop.seller, "X-99", "eine Lampe ohne Zettel"));
        PhotoId photo = shop.in(() -> bench.photo(unknown, png()));
        assertThat(shop.in(bench::unknown)).extracting(UnknownRow::code).containsExactly("X-99");
        announced("1");

        shop.in(() -> {
            bench.match(unknown, row("1").id());
            return true;
        });

        assertThat(shop.in(bench::unknown)).isEmpty();
        assertThat(row("1").stage()).isEqualTo(ReturnStage.ARRIVED);
        assertThat(shop.in(() -> returns.details(row("1").id())).photos()).containsExactly(photo);
    }

    private static byte[] png() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void photosAreDrawnAnewAndGoWithTheBuyer() {
        announced("1");
        ReturnId id = row("1").id();
        PhotoId photo = shop.in(() -> bench.photo(id, png()));
        shop.in(() -> bench.received(id, ItemCondition.C, "Katzenhaare von Frau Yıldızhan"));
        byte[] kept = shop.in(() -> bench.photo(photo)).orElseThrow();
        assertThat(kept).as("a JPEG, whatever came in").startsWith(0xFF, 0xD8);
        assertThatThrownBy(() -> shop.in(() -> bench.photo(id, "<svg/>".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(AfterSalesException.class);

        OrderId order = shop.row("1").id();
        shop.in(() -> transactions.call(() -> {
            context.publishEvent(new BuyersErased(shop.seller, List.of(order)));
            return true;
        }));

        assertThat(shop.in(() -> bench.photo(photo))).isEmpty();
        assertThat(row("1").note()).isEmpty();
    }

    private CutId reduce(String order, String amount) {
        OrderId id = shop.row(order).id();
        var item = shop.details(order).items().getFirst().id();
        return shop.in(() -> refunds.reduce(id, item, new BigDecimal(amount)));
    }

    private CutRow refund(String order) {
        OrderId id = shop.row(order).id();
        return shop.in(() -> refunds.ofOrder(id)).getLast();
    }

    private void cut() {
        shop.in(() -> {
            cutter.turn(shop.connection);
            return true;
        });
    }

    @Test
    void partOfAPriceIsGivenBackWithinItsLimit() {
        sent("1", "LAMP");
        for (String wrong : List.of("0", "-1", "12.50", "3.999")) {
            assertThatThrownBy(() -> reduce("1", wrong)).as(wrong).isInstanceOf(AfterSalesException.class);
        }
        reduce("1", "5");
        assertThatThrownBy(() -> reduce("1", "1")).as("one at a time").isInstanceOf(AfterSalesException.class);
        cut();
        assertThat(refund("1").state()).isEqualTo(CutRow.State.INITIATED);
        assertThatThrownBy(() -> reduce("1", "7.50")).as("what is left").isInstanceOf(AfterSalesException.class);

        desk.reductions.put("1-0", List.of(new Reduction(Money.euro("5.00"), PriceReductions.State.PROCESSED, MONDAY)));
        clock.turn(Duration.ofMinutes(5));
        cut();

        assertThat(refund("1").state()).isEqualTo(CutRow.State.PROCESSED);
        assertThat(timeline("1")).contains("price-cut", "price-cut-done");
    }

    @Test
    void aRefundWhoseAnswerWasLostIsCountedAndNotGivenTwice() {
        sent("1", "LAMP");
        desk.reductions.put(
                "1-0",
                new ArrayList<>(List.of(new Reduction(Money.euro("2.00"), PriceReductions.State.PROCESSED, MONDAY))));
        reduce("1", "2");
        desk.moods.add(Mood.LOSES_ANSWER);
        cut();
        assertThat(refund("1").state()).isEqualTo(CutRow.State.UNCLEAR);

        clock.turn(Duration.ofMinutes(3));
        cut();

        assertThat(refund("1").state()).isEqualTo(CutRow.State.INITIATED);
        assertThat(desk.calls).isEqualTo(1);
        assertThat(desk.reductions.get("1-0"))
                .as("an older one of the same amount is another")
                .hasSize(2);
    }

    @Test
    void aRefundThatSurelyDidNotArriveIsSentAgain() {
        sent("1", "LAMP");
        reduce("1", "2");
        desk.moods.add(Mood.BREAKS_BEFORE);
        cut();
        clock.turn(Duration.ofMinutes(3));
        cut();

        assertThat(refund("1").state()).isEqualTo(CutRow.State.INITIATED);
        assertThat(desk.calls).isEqualTo(2);
    }

    @Test
    void ratesCountWhatComesBackOfWhatWasSent() {
        sent("1", "LAMP", "LAMP", "VASE");
        desk.announce("1", 0, MONDAY, "R1");
        look();

        assertThat(shop.in(() -> returns.rates(MONDAY.minus(Duration.ofDays(36_600)), 10)))
                .filteredOn(rate -> rate.sku().equals("LAMP"))
                .singleElement()
                .satisfies(rate -> {
                    assertThat(rate.pieces()).isEqualTo(1);
                    assertThat(rate.sent()).isEqualTo(2);
                });
    }

    @Test
    void theListTurnsItsPagesByKey() {
        String[] skus = new String[5];
        Arrays.fill(skus, "LAMP");
        sent("1", skus);
        IntStream.range(0, 5).forEach(piece -> desk.announce("1", piece, MONDAY, "R" + piece));
        look();
        List<ReturnId> seen = new ArrayList<>();
        ReturnService.Cursor cursor = null;
        do {
            ReturnService.Cursor after = cursor;
            var page = shop.in(() -> returns.page(ReturnFilter.of(ReturnTab.ANNOUNCED), after, 2));
            page.rows().forEach(row -> seen.add(row.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        assertThat(shop.in(() -> returns.counts(ReturnFilter.of(ReturnTab.ALL))).get(ReturnTab.ANNOUNCED))
                .isEqualTo(5);
    }
}
