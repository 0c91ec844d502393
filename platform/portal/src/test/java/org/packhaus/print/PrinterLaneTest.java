package org.packhaus.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.document.PrintFixture;
import org.packhaus.document.PrintRequest;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobResult;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A printer's files come out as they were queued: whoever's they are, and whichever node sends them. */
@DatabaseTest
class PrinterLaneTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final FakeIppPrinter PAPER = new FakeIppPrinter();
    private static final long ANOTHER_NODES_FILE = 8_800_001;

    @Autowired
    PrintService prints;

    @Autowired
    PrintStations stations;

    @Autowired
    SendTask sending;

    @Autowired
    Scheduler scheduler;

    @Autowired
    SellerService sellers;

    @Autowired
    JdbcTemplate jdbc;

    private SellerId north = new SellerId(1);
    private SellerId south = new SellerId(1);
    private StationId station = new StationId(1);
    private PrinterId printer = new PrinterId(1);

    @DynamicPropertySource
    static void allowed(DynamicPropertyRegistry properties) {
        properties.add("packhaus.print.hosts", PAPER::host);
    }

    @AfterAll
    static void close() {
        PAPER.close();
    }

    @BeforeEach
    void setUp() {
        int number = NAMES.incrementAndGet();
        north = sellers.create(new NewSeller("Nord " + number, new Mark("N", 1), SenderAddress.EMPTY));
        south = sellers.create(new NewSeller("Sued " + number, new Mark("S", 2), SenderAddress.EMPTY));
        station = stations.addStation("Packtisch " + number);
        printer = stations.addPrinter(
                new NewPrinter("Buero " + number, null, Route.IPP, PAPER.address(), DocumentType.PDF, null, ""));
        stations.usePrinters(station, printer, null);
        PAPER.forget();
    }

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    private TaskId queue(SellerId seller, String order) {
        PrintFixture shop = new PrintFixture(jdbc);
        OrderId id = shop.order(seller, order, TUESDAY, "A");
        shop.label(seller, id, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        return SellerScope.get(
                        Set.of(seller),
                        () -> prints.print(
                                station, List.of(id), PrintService.Papers.LABELS, 1, PrintRequest.Which.STILL_HERE))
                .tasks()
                .getFirst();
    }

    private TaskRow task(TaskId id) {
        return SellerScope.get(Set.of(north, south), () -> prints.newest(Long.MAX_VALUE, 100)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void awaitOver(List<TaskId> tasks) {
        Awaitility.await()
                .until(() -> tasks.stream()
                        .map(id -> task(id).state())
                        .allMatch(state -> state == TaskState.PRINTED || state == TaskState.FAILED));
    }

    private JobResult run(SellerId seller, TaskId id) {
        return run(seller, id, () -> false);
    }

    private JobResult run(SellerId seller, TaskId id, BooleanSupplier stops) {
        JobContext context = new JobContext() {
            @Override
            public boolean isStopping() {
                return stops.getAsBoolean();
            }

            @Override
            public int failures() {
                return 0;
            }
        };
        return SellerScope.get(Set.of(seller), () -> sending.run(new SendTask.Task(id.value()), context));
    }

    private void laneOf(long task, String until) {
        jdbc.update("update printer set lane_task = ?, lane_until = " + until + " where id = ?", task, printer.value());
    }

    @Test
    void filesOfSeveralSellersComeOutInTheOrderInWhichTheyWereQueued() {
        PAPER.runOut();
        List<String> queued = new ArrayList<>();
        List<TaskId> tasks = new ArrayList<>();
        for (int i = 10; i < 34; i++) {
            tasks.add(queue(i % 3 == 0 ? south : north, "o" + i));
            queued.add("Packhaus o" + i);
        }
        PAPER.refill();
        awaitOver(tasks);

        assertThat(tasks).allMatch(id -> task(id).state() == TaskState.PRINTED);
        assertThat(PAPER.titles()).isEqualTo(queued);
        assertThat(PAPER.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void aFileThatIsRefusedStepsAsideForTheOthersAndComesAgainWhenAPersonSaysSo() {
        PAPER.refuse("Packhaus two", true);
        PAPER.runOut();
        List<TaskId> tasks = List.of(queue(north, "one"), queue(south, "two"), queue(north, "three"));
        PAPER.refill();
        awaitOver(tasks);
        assertThat(tasks)
                .extracting(id -> task(id).state())
                .containsExactly(TaskState.PRINTED, TaskState.FAILED, TaskState.PRINTED);
        assertThat(task(tasks.get(1)).problemCode()).isEqualTo("printer-refused");

        PAPER.refuse("Packhaus two", false);
        SellerScope.run(south, () -> prints.again(tasks.get(1)));
        awaitOver(tasks);
        assertThat(PAPER.titles()).containsExactly("Packhaus one", "Packhaus two", "Packhaus three", "Packhaus two");
    }

    @Test
    void whileAnotherNodeEmptiesTheQueueNobodyElseSendsFromIt() {
        scheduler.pause();
        laneOf(ANOTHER_NODES_FILE, "utc_timestamp(6) + interval 10 minute");
        TaskId first = queue(north, "one");
        TaskId second = queue(south, "two");
        assertThat(run(south, second)).isInstanceOf(JobResult.Again.class);
        assertThat(PAPER.titles()).isEmpty();

        laneOf(ANOTHER_NODES_FILE, "utc_timestamp(6) - interval 1 second");
        assertThat(run(south, second)).as("that node is dead").isEqualTo(JobResult.DONE);
        assertThat(PAPER.titles()).containsExactly("Packhaus one", "Packhaus two");
        assertThat(task(first).state()).isEqualTo(TaskState.PRINTED);
        assertThat(run(north, first)).as("its own job finds it done").isEqualTo(JobResult.DONE);
        assertThat(PAPER.titles()).hasSize(2);
    }

    @Test
    void afterItsNodeDiedAFileIsSaidToBeUnclearAndTheQueueGoesOn() {
        scheduler.pause();
        laneOf(ANOTHER_NODES_FILE, "utc_timestamp(6) + interval 10 minute");
        TaskId sent = queue(north, "one");
        TaskId waiting = queue(south, "two");
        laneOf(sent.value(), "utc_timestamp(6) + interval 10 minute");
        jdbc.update("update print_task set state = 'SENT' where id = ?", sent.value());

        assertThat(run(north, sent)).as("the job, run again").isEqualTo(JobResult.DONE);
        assertThat(task(sent).problemCode()).isEqualTo("print-unclear");
        assertThat(PAPER.titles()).containsExactly("Packhaus two");
        assertThat(task(waiting).state()).isEqualTo(TaskState.PRINTED);
    }

    @Test
    void aPortalThatStopsLeavesThePrinterToWhoeverComesNext() {
        scheduler.pause();
        TaskId first = queue(north, "one");
        TaskId second = queue(south, "two");
        run(north, first, () -> !PAPER.titles().isEmpty());
        assertThat(PAPER.titles()).containsExactly("Packhaus one");

        assertThat(run(south, second)).as("after the start").isEqualTo(JobResult.DONE);
        assertThat(PAPER.titles()).containsExactly("Packhaus one", "Packhaus two");
    }
}
