package org.packhaus.dayend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.Jobs;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.print.NewPrinter;
import org.packhaus.print.PrintException;
import org.packhaus.print.PrintService;
import org.packhaus.print.PrintStations;
import org.packhaus.print.StationId;
import org.packhaus.print.TaskState;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.HandOvers;
import org.packhaus.shipment.LabelRows;
import org.packhaus.shipment.TurnableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A carrier's day from the first label to the driver's paper, on the real database; the carrier does as the test says. */
@DatabaseTest
class DayEndFlowTest {
    /** A Tuesday; the cut-off is at 14:00 in Berlin, the hour 15 minutes later. */
    private static final Instant MORNING = Instant.parse("2126-11-26T08:00:00Z");

    private static final Duration TO_THE_HOUR = Duration.ofMinutes(330);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ConnectionService connections;

    @Autowired
    DayEndBook book;

    @Autowired
    HandOvers handOvers;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    SellerService sellers;

    @Autowired
    Scheduler scheduler;

    private final FakeCloseDesk desk = new FakeCloseDesk();
    private final TurnableClock clock = new TurnableClock(MORNING);
    private LabelRows labels;
    private ImportFixture flow;
    private ConnectionRow carrier;
    private Closer closer;
    private DayEndJob job;
    private DayEndService days;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @BeforeEach
    void aSellerWithACarrier() {
        // The portal's own jobs know nothing of this test's carrier and clock.
        scheduler.pause();
        flow = new ImportFixture(context);
        labels = new LabelRows(jdbc);
        ConnectionId id = in(() -> connections.create(
                new NewConnection(flow.seller, "fake", "fake", ConnectionRole.CARRIER, "GLS Hamburg", List.of())));
        carrier = in(() -> connections.connection(id));
        var orders = context.getBean(OrderService.class);
        var audit = context.getBean(Audit.class);
        var moves = new CloseMoves(book, handOvers, new OwnLists(orders, sellers), transactions, audit, clock);
        closer = new Closer(moves, desk, clock);
        job = new DayEndJob(connections, sellers, handOvers, desk, closer, book, transactions, clock);
        days = new DayEndService(
                book,
                moves,
                desk,
                handOvers,
                connections,
                sellers,
                context.getBean(Jobs.class),
                context.getBean(PrintService.class),
                transactions,
                audit,
                clock);
    }

    private <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(flow.seller), work);
    }

    private void as(String person, Runnable work) {
        Callable<Boolean> call = () -> {
            SellerScope.run(flow.seller, work);
            return true;
        };
        try {
            Audit.as(Actor.user(1, person), call);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** An order whose label was bought now. @return its tracking number */
    private String label(String order) {
        flow.channel.put(ChannelOrders.order(order, PROCESSABLE, "LAMP"));
        flow.run();
        return labels.bought(flow.seller, flow.row(order).id(), 1, carrier.id(), "GLS", clock.instant());
    }

    private void close() {
        as("Ada", () -> closer.close(carrier, "Ada"));
    }

    private void jobRuns() {
        in(() -> {
            job.run(flow.seller);
            return true;
        });
    }

    private DayEndRow day() {
        return in(days::days).stream()
                .filter(day -> day.connection().equals(carrier.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<ClosingRow> past() {
        return in(() -> days.past(Long.MAX_VALUE, 10));
    }

    private static CarrierDocument manifest() {
        return new CarrierDocument(
                CarrierDocument.Kind.MANIFEST, DocumentType.ZPL, "^XA^XZ".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void closesWhatIsOpenAndLeavesOutWhatIsClosedAlready() {
        String first = label("d1");
        String second = label("d2");
        assertThat(day().open()).isEqualTo(2);
        close();
        assertThat(desk.asked).containsExactly(List.of(first, second));
        assertThat(day().open()).isZero();
        assertThat(day().last()).isNotNull();
        assertThat(past()).singleElement().satisfies(closing -> {
            assertThat(closing.parcels()).isEqualTo(2);
            assertThat(closing.grams()).isEqualTo(2_500);
            assertThat(closing.by()).isEqualTo("Ada");
        });

        String third = label("d3");
        close();
        assertThat(desk.asked.getLast()).containsExactly(third);
        close();
        assertThat(desk.asked).as("nothing is open").hasSize(2);
        assertThat(past()).hasSize(2);
    }

    @Test
    void keepsTheCarriersPaperAndDrawsOneWhereThereIsNone() throws Exception {
        label("p1");
        desk.papers = List.of(manifest());
        close();
        ClosingRow.Paper theirs = past().getFirst().papers().getFirst();
        assertThat(theirs.own()).isFalse();
        assertThat(paper(theirs.id()).content()).isEqualTo(manifest().content());

        label("p2");
        desk.papers = List.of();
        close();
        ClosingRow.Paper ours = past().getFirst().papers().getFirst();
        assertThat(ours.own()).isTrue();
        assertThat(paper(ours.id()).content()).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aPaperComesOutOfAStationsPrinterForSlips() throws Exception {
        label("p1");
        label("p2");
        desk.papers = List.of();
        close();
        long paper = past().getFirst().papers().getFirst().id();
        PrintStations stations = context.getBean(PrintStations.class);
        PrintService prints = context.getBean(PrintService.class);
        String name = "Rampe " + flow.seller;
        StationId station = stations.addStation(name);
        assertThatThrownBy(() -> in(() -> print(paper, station)))
                .isInstanceOfSatisfying(
                        PrintException.class, e -> assertThat(e.code()).isEqualTo("no-printer"));

        stations.usePrinters(
                station,
                null,
                stations.addPrinter(new NewPrinter(
                        name, station, org.packhaus.print.Route.AGENT, "Office", DocumentType.PDF, null, "")));
        in(() -> print(paper, station));
        assertThat(in(() -> prints.newest(Long.MAX_VALUE, 5))).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("day-end");
            assertThat(task.orders()).as("parcels").isEqualTo(2);
            assertThat(task.state()).isEqualTo(TaskState.QUEUED);
        });
        assertThat(jdbc.queryForObject(
                        "select content from print_task where seller_id = ?", byte[].class, flow.seller.value()))
                .isEqualTo(paper(paper).content());
        assertThatThrownBy(() -> SellerScope.get(Set.of(), () -> print(paper, station)))
                .as("another seller's")
                .isInstanceOfSatisfying(
                        DayEndException.class, e -> assertThat(e.code()).isEqualTo("paper-gone"));
    }

    private boolean print(long paper, StationId station) {
        try {
            days.print(paper, station);
            return true;
        } catch (org.packhaus.document.Unprintable e) {
            throw new IllegalStateException(e);
        }
    }

    private DayEndService.PaperFile paper(long id) throws Exception {
        return SellerScope.call(Set.of(flow.seller), () -> days.paper(id).orElseThrow());
    }

    @Test
    void aLostAnswerIsAskedAgainAndAllIsInOneClosing() {
        String first = label("l1");
        desk.fails = new Unclear("answer-lost", "The answer was lost.", null);
        close();
        assertThat(day().unfinished()).isNotNull().satisfies(closing -> {
            assertThat(closing.state()).isEqualTo(CloseState.FAILED);
            assertThat(closing.dueAt()).isNotNull();
        });
        jobRuns();
        assertThat(desk.asked).as("not before it is due").hasSize(1);

        desk.fails = null;
        String second = label("l2");
        clock.turn(Duration.ofMinutes(2));
        jobRuns();
        assertThat(desk.asked).containsExactly(List.of(first), List.of(first, second));
        assertThat(past())
                .singleElement()
                .satisfies(closing -> assertThat(closing.parcels()).isEqualTo(2));
        assertThat(in(() -> days.history(past().getFirst().id())))
                .extracting(DayEndService.HistoryLine::state)
                .containsExactly(CloseState.ASKING, CloseState.FAILED, CloseState.ASKING, CloseState.CLOSED);
    }

    @Test
    void aNodeThatDiedWhileItAskedIsSucceededAfterItsLease() {
        label("n1");
        desk.meanwhile = () -> {
            throw new Error("the node died");
        };
        assertThatThrownBy(this::close).hasMessage("the node died");
        desk.meanwhile = () -> {};
        clock.turn(Duration.ofMinutes(1));
        jobRuns();
        assertThat(desk.asked).as("its caller may still be waiting").hasSize(1);
        assertThat(day().isUnderWay()).isTrue();
        clock.turn(Duration.ofMinutes(2));
        jobRuns();
        assertThat(desk.asked).hasSize(2);
        assertThat(past()).hasSize(1);
    }

    @Test
    void theAnswerOfAnAttemptThatWasTakenOverIsNotNeeded() {
        label("o1");
        desk.meanwhile = () -> {
            desk.meanwhile = () -> {};
            clock.turn(Duration.ofMinutes(5));
            jobRuns();
        };
        close();
        assertThat(desk.asked).hasSize(2);
        assertThat(past())
                .singleElement()
                .satisfies(closing -> assertThat(closing.papers()).hasSize(1));
    }

    @Test
    void aLabelGivenBackMeanwhileIsLeftOut() {
        String stays = label("v1");
        String goes = label("v2");
        String wentBefore = label("v3");
        labels.givenBack(wentBefore);
        desk.meanwhile = () -> labels.givenBack(goes);
        close();
        assertThat(desk.asked).containsExactly(List.of(stays, goes));
        assertThat(past().getFirst().parcels()).isEqualTo(1);
        assertThat(in(() -> days.history(past().getFirst().id())).getLast().code())
                .isEqualTo("labels-given-back");
    }

    @Test
    void twoWhoCloseInTheSameMomentAskOnce() throws Exception {
        label("t1");
        var together = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var all = threads.invokeAll(List.of(together(together), together(together)));
            for (var one : all) {
                one.get();
            }
        }
        assertThat(desk.asked).hasSize(1);
        assertThat(past()).hasSize(1);
    }

    private Callable<Boolean> together(CyclicBarrier barrier) {
        return () -> {
            barrier.await();
            close();
            return true;
        };
    }

    @Test
    void whatTheCarrierRefusesWaitsForAPersonOrForTheNextDay() {
        label("r1");
        clock.turn(TO_THE_HOUR);
        desk.fails = new Rejected("profile-unknown", "GLS does not know the contact ID.");
        jobRuns();
        assertThat(day().unfinished()).isNotNull().satisfies(closing -> {
            assertThat(closing.problemCode()).isEqualTo("profile-unknown");
            assertThat(closing.dueAt()).isNull();
        });
        clock.turn(Duration.ofHours(2));
        jobRuns();
        assertThat(desk.asked).hasSize(1);
        assertThat(in(days::alarms)).isEqualTo(1);

        desk.fails = null;
        clock.turn(Duration.ofHours(23));
        jobRuns();
        assertThat(past()).hasSize(1);
        assertThat(in(days::alarms)).isZero();
    }

    @Test
    void asksAgainWhenTheCarrierSays() {
        label("u1");
        desk.fails = new Unavailable("busy", "GLS is being serviced.", Duration.ofMinutes(40), null);
        close();
        assertThat(day().unfinished())
                .isNotNull()
                .satisfies(closing -> assertThat(closing.dueAt()).isEqualTo(MORNING.plus(Duration.ofMinutes(40))));
    }

    @Test
    void closesByItselfAtTheHourWhereTheCarrierWantsIt() {
        label("a1");
        jobRuns();
        assertThat(desk.asked).as("the driver is hours away").isEmpty();
        clock.turn(TO_THE_HOUR);
        jobRuns();
        assertThat(desk.asked).hasSize(1);
        assertThat(past().getFirst().by()).isEqualTo("day-end");

        label("a2");
        jobRuns();
        assertThat(desk.asked).as("tomorrow's parcel").hasSize(1);
        clock.turn(Duration.ofDays(1));
        jobRuns();
        assertThat(desk.asked).hasSize(2);
    }

    @Test
    void closesByItselfOnlyIfSomebodyWantsItWhereTheCarrierDoesNot() {
        desk.duty = Duty.OPTIONAL;
        label("s1");
        clock.turn(TO_THE_HOUR);
        jobRuns();
        assertThat(desk.asked).isEmpty();
        assertThat(day().automatic()).isFalse();

        as("Ada", () -> days.plan(carrier.id(), true, LocalTime.of(18, 0)));
        assertThat(day().at()).isEqualTo(LocalTime.of(18, 0));
        jobRuns();
        assertThat(desk.asked).isEmpty();
        clock.turn(Duration.ofHours(4));
        jobRuns();
        assertThat(desk.asked).hasSize(1);
    }

    @Test
    void raisesTheAlarmWhenParcelsStayBehind() {
        as("Ada", () -> days.plan(carrier.id(), false, LocalTime.of(15, 15)));
        label("e1");
        clock.turn(Duration.ofMinutes(380));
        jobRuns();
        assertThat(day().overdueSince()).as("within the grace").isNull();
        clock.turn(Duration.ofHours(1));
        jobRuns();
        assertThat(day().overdueSince()).isEqualTo(Instant.parse("2126-11-26T14:15:00Z"));
        assertThat(in(days::alarms)).isEqualTo(1);
        close();
        jobRuns();
        assertThat(day().overdueSince()).isNull();
        assertThat(in(days::alarms)).isZero();
    }

    @Test
    void saysSoWhenThereIsNothingToClose() {
        assertThatThrownBy(() -> as("Ada", () -> days.close(carrier.id())))
                .isInstanceOfSatisfying(
                        DayEndException.class, e -> assertThat(e.code()).isEqualTo("nothing-to-close"));
    }

    @Test
    void aPersonsWishIsWrittenDownWithItsJob() {
        label("w1");
        as("Ada", () -> days.close(carrier.id()));
        assertThat(day().isUnderWay()).isTrue();
        as("Bob", () -> days.close(carrier.id()));
        as("Ada", () -> closer.close(carrier, "Ada"));
        assertThat(past())
                .singleElement()
                .satisfies(closing -> assertThat(closing.by()).isEqualTo("Ada"));
    }

    @Test
    void papersGoWithTheFirstOfTheirBuyersAndTheBooksStay() {
        String number = label("f1");
        label("f2");
        close();
        OrderId order = flow.row("f1").id();
        in(() -> transactions.call(() -> {
            context.publishEvent(new BuyersErased(flow.seller, List.of(order)));
            return true;
        }));
        assertThat(past().getFirst().papers()).isEmpty();
        assertThat(past().getFirst().parcels()).isEqualTo(2);
        assertThat(jdbc.queryForObject(
                        "select count(*) from hand_over h join label_purchase p on p.id = h.purchase_id where p.tracking_number = ?",
                        Long.class,
                        number))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject(
                        "select sum(length(content)) from day_close_paper where seller_id = ?",
                        Long.class,
                        flow.seller.value()))
                .isZero();
    }
}
