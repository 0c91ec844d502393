package org.packhaus.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.Report.Trouble;
import org.packhaus.document.DocumentService;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerScope;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole flow without a browser: orders in, labels out, confirmations back, and at the end a comparison with what the
 * marketplace and the carrier hold themselves. Killed at any moment it goes on with the same data when it is started again.
 *
 * <p>It plays the people; all the work runs as the jobs it runs as in production.
 */
@Component
@Profile("headless")
class HeadlessRun {
    private static final Duration LONGEST = Duration.ofMinutes(20);
    /** When nothing has moved for so long, the rest is given up and named. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(4);

    private static final Duration BREATH = Duration.ofSeconds(3);

    private final DemoSettings settings;
    private final Opening opening;
    private final Warehouse warehouse;
    private final DemoDayEnd dayEnd;
    private final DemoJourneys journeys;
    private final DemoReturns returns;
    private final ImportService imports;
    private final DocumentService documents;
    private final JsonMapper json;
    private int settledByPerson;

    HeadlessRun(
            DemoSettings settings,
            Opening opening,
            Warehouse warehouse,
            DemoDayEnd dayEnd,
            DemoJourneys journeys,
            DemoReturns returns,
            ImportService imports,
            DocumentService documents,
            JsonMapper json) {
        this.settings = settings;
        this.opening = opening;
        this.warehouse = warehouse;
        this.dayEnd = dayEnd;
        this.journeys = journeys;
        this.returns = returns;
        this.imports = imports;
        this.documents = documents;
        this.json = json;
    }

    /** On a thread of its own, because it ends by closing the very context that told it to begin. */
    @EventListener
    void begin(ApplicationReadyEvent ready) {
        Thread.ofPlatform().name("headless").start(() -> {
            int exitCode;
            try {
                exitCode = run() ? 0 : 3;
            } catch (IOException | RuntimeException e) {
                LoggerFactory.getLogger(HeadlessRun.class).error("The headless run broke off", e);
                Console.say("The run broke off: %s", e);
                exitCode = 1;
            }
            int code = exitCode;
            System.exit(SpringApplication.exit(ready.getApplicationContext(), () -> code));
        });
    }

    private boolean run() throws IOException {
        opening.sandbox().faults(settings.faults());
        Console.say(
                "flow begins: %d orders of %d sellers, faults %s",
                settings.orders(), opening.sellers().size(), settings.faults());
        Report report = work(Instant.now());
        opening.sandbox().faults("none");
        report = dayEnd.close(report, opening.sellers(), opening.sandbox());
        if (settings.days() > 0) {
            report = report.withTracking(
                    journeys.follow(opening.sellers(), opening.sandbox(), settings.days(), settings.faults()));
            report = report.withReturns(returns.compare(opening.sellers(), opening.sandbox()));
        }
        write(report);
        tell(report);
        return report.isClean();
    }

    private Report work(Instant began) {
        Report report = verify(began);
        Instant moved = Instant.now();
        while (!report.isClean()
                && age(moved).compareTo(LONGEST_STANDSTILL) < 0
                && age(began).compareTo(LONGEST) < 0) {
            Report before = report;
            round();
            report = verify(began);
            Console.say(
                    "%4.0f s  %d of %d confirmed and read back, %d labels, %d open",
                    report.seconds(),
                    report.readBackEqual(),
                    report.shippable(),
                    report.labels(),
                    report.problems().size());
            if (report.readBackEqual() == before.readBackEqual() && report.labels() == before.labels()) {
                LockSupport.parkNanos(BREATH.toNanos());
            } else {
                moved = Instant.now();
            }
        }
        return report;
    }

    /** What happens between two looks at the clock: read orders, book, settle what is unclear, report. */
    private void round() {
        List<DemoSeller> sellers = opening.sellers();
        opening.inScope(() -> {
            Instant asked = Instant.now();
            sellers.forEach(seller -> imports.now(seller.id(), seller.channel()));
            Patience.await(() -> allTriedSince(asked), Duration.ofSeconds(30));
            imports.states().stream()
                    .filter(state -> state.errorCode() != null)
                    .forEach(state -> Console.say(
                            "       orders of seller %s: %s, %s",
                            state.seller(), state.errorCode(), state.errorText()));
            warehouse.bookWaiting().ifPresent(this::book);
            sellers.forEach(seller -> settledByPerson += warehouse.settle(seller, opening.sandbox()));
            warehouse.confirmLabelled().ifPresent(this::await);
        });
    }

    private boolean allTriedSince(Instant asked) {
        return imports.states().stream()
                .allMatch(state ->
                        state.finishedAt() != null && state.finishedAt().isAfter(asked));
    }

    private void book(BatchId batch) {
        await(batch);
        List<String> refused = warehouse.refused(batch, "return-pool-empty");
        if (!refused.isEmpty()) {
            Console.say(
                    "       %d refused before any label was bought, %d labels charged so far. Each says: %s",
                    refused.size(),
                    opening.sellers().stream()
                            .mapToInt(seller -> opening.sandbox()
                                    .charges(seller.account().key())
                                    .size())
                            .sum(),
                    refused.getFirst());
            opening.fillPools();
            Console.say("       numbers added, %d rows tried again", warehouse.retryFailed(batch));
            await(batch);
        }
    }

    private void await(BatchId batch) {
        warehouse.finish(batch, Duration.ofMinutes(10));
        BatchProgress end = warehouse.progress(batch);
        Console.say("       %s: %d done, %d failed, %d pending", end.kind(), end.done(), end.failed(), end.pending());
    }

    private Report verify(Instant began) {
        Verification verification = new Verification();
        for (DemoSeller seller : opening.sellers()) {
            String key = seller.account().key();
            verification.add(
                    seller.account().name(),
                    opening.sandbox().truth(key),
                    SellerScope.get(Set.of(seller.id()), warehouse::ours),
                    opening.sandbox().charges(key));
        }
        return verification.report(
                opening.sellers().size(), settledByPerson, age(began).toMillis() / 1000.0);
    }

    private void write(Report report) throws IOException {
        Path out = Objects.requireNonNull(settings.out(), "packhaus.demo.out");
        Files.createDirectories(out);
        JsonMapper pretty =
                json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(out.resolve("report.json"), pretty.writeValueAsString(report) + "\n");
        opening.inScope(() -> {
            List<OrderId> labelled = warehouse.labelled();
            if (!labelled.isEmpty()) {
                try {
                    Files.write(out.resolve("labels.pdf"), documents.labels(labelled));
                    Files.write(out.resolve("numbers.txt"), warehouse.trackingNumbers(labelled));
                    Files.write(out.resolve("packing-slips.pdf"), documents.packingSlips(labelled));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
    }

    private static void tell(Report report) {
        Console.say("");
        Console.say(
                "%d orders of %d sellers: %d shippable, %d confirmed, %d read back equal",
                report.orders(), report.sellers(), report.shippable(), report.confirmed(), report.readBackEqual());
        Console.say("labels by carrier %s; return numbers from %s", report.byCarrier(), report.returnNumbersFrom());
        Console.say(
                "%d labels held, %d charged, %d of them twice or unknown; %d looked up by a person; %.1f s",
                report.labels(),
                report.charges(),
                report.duplicateCharges(),
                report.settledByPerson(),
                report.seconds());
        if (!report.dayEnd().isEmpty()) {
            Console.say("days closed %s, %d parcels differ", report.dayEnd(), report.dayEndDiffers());
        }
        if (report.tracking() != null) {
            var ways = report.tracking();
            Console.say(
                    "%d parcels followed, %d of them where the carriers know them to be; %d of %d attempts and %d of %d promises equal",
                    ways.parcels(),
                    ways.statesEqual(),
                    ways.attemptsEqual(),
                    ways.attempts(),
                    ways.promisesEqual(),
                    ways.promises());
            Console.say("%d of %d lines of the scorecards equal", ways.scoresEqual(), ways.scores());
            Console.say("they are %s; promises %s", ways.byStep(), ways.byPromise());
            ways.differences().forEach(line -> Console.say("  %s", line));
        }
        if (report.returns() != null) {
            var back = report.returns();
            Console.say(
                    "%d pieces came back or were taken back unseen, %d of them as the marketplace holds them: %s",
                    back.pieces(), back.equal(), back.byState());
            Console.say(
                    "%d decided here, of %d the marketplace heard that and once; %d of them unseen; it decided %d itself",
                    back.decided(), back.asScripted(), back.unseen(), back.byMarketplace());
            Console.say(
                    "%d of %d partial refunds once; %d of %d receipts there; %d pieces on the shelf again; %d of %d marks on orders and stock right",
                    back.reductionsOnce(),
                    back.reductions(),
                    back.receiptsThere(),
                    back.receipts(),
                    back.restocked(),
                    back.tracesEqual(),
                    back.traces());
            back.differences().forEach(line -> Console.say("  %s", line));
            if (back.moreDifferences() > 0) {
                Console.say("  … and %d more", back.moreDifferences());
            }
        }
        for (Trouble trouble : report.problems()) {
            Console.say("  %s, order %s: %s. %s", trouble.seller(), trouble.order(), trouble.code(), trouble.text());
        }
        Console.say(report.isClean() ? "All went through." : "Not everything went through.");
    }

    private static Duration age(Instant began) {
        return Duration.between(began, Instant.now());
    }
}
