package org.packhaus.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.packhaus.audit.Audit;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** Handlers that write down what they were asked. */
@TestConfiguration(proxyBeanMethods = false)
class JobFixtures {
    record Note(String text, int failuresWanted) {}

    record Seen(Note note, Set<SellerId> scope, String actor) {}

    static final JobType<Note> NOTE = new JobType<>("test.note", Note.class);

    static final class NoteHandler implements JobHandler<Note> {
        final List<Seen> seen = new CopyOnWriteArrayList<>();
        private final Audit audit;

        NoteHandler(Audit audit) {
            this.audit = audit;
        }

        @Override
        public JobType<Note> type() {
            return NOTE;
        }

        @Override
        public JobResult run(Note note, JobContext context) {
            seen.add(new Seen(note, SellerScope.current(), audit.actor().name()));
            if (context.failures() < note.failuresWanted()) {
                throw new IllegalStateException("wanted");
            }
            return JobResult.DONE;
        }

        @Override
        public Optional<Duration> retryAfter(Note note, int failures, Throwable failure) {
            return failures > 3 ? Optional.empty() : Optional.of(Duration.ZERO);
        }
    }

    static final class ParcelHandler implements BatchHandler {
        /** By seller, because each has a lane; rows of another test's seller may still be on their way. */
        private final Map<SellerId, AtomicInteger> running = new ConcurrentHashMap<>();

        private final Map<SellerId, Integer> mostAtOnce = new ConcurrentHashMap<>();
        final List<BatchRow> handled = new CopyOnWriteArrayList<>();
        /** What became of a row that was left pending. */
        final Map<BatchRowId, RowOutcome> known = new ConcurrentHashMap<>();

        /** One for each row that is to wait no longer. */
        final Semaphore held = new Semaphore(0);

        volatile CountDownLatch gate = new CountDownLatch(0);
        volatile boolean repaired;

        @Override
        public String kind() {
            return "test.parcels";
        }

        @Override
        public RowOutcome handle(BatchRow row, Map<String, String> parameters) throws Exception {
            var lane = running.computeIfAbsent(row.seller(), seller -> new AtomicInteger());
            mostAtOnce.merge(row.seller(), lane.incrementAndGet(), Math::max);
            try {
                if (!gate.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the gate stayed shut");
                }
                handled.add(row);
                if (!SellerScope.only().equals(row.seller())) {
                    throw new IllegalStateException("wrong scope");
                }
                return switch (row.label()) {
                    case "throws" -> throw new IllegalStateException("boom");
                    case "refused" ->
                        repaired
                                ? RowOutcome.done("JJD2")
                                : RowOutcome.failed("NO_HOUSE_NUMBER", "No house number.", "Correct the address.");
                    case "unclear" -> RowOutcome.pending("UNCLEAR", "The answer was lost.");
                    case "held" -> {
                        held.acquire();
                        yield RowOutcome.done(null);
                    }
                    case "overtaken" -> {
                        known.put(row.id(), RowOutcome.done("JJD3"));
                        yield RowOutcome.pending("UNCLEAR", "It is known by the time this is written down.");
                    }
                    default ->
                        RowOutcome.done(
                                parameters.getOrDefault("prefix", "") + row.subject(),
                                new Price(new java.math.BigDecimal("4.19"), "EUR"));
                };
            } finally {
                lane.decrementAndGet();
            }
        }

        @Override
        public Optional<RowOutcome> outcome(BatchRow row) {
            if (!SellerScope.only().equals(row.seller())) {
                throw new IllegalStateException("wrong scope");
            }
            return Optional.ofNullable(known.get(row.id()));
        }

        int running(SellerId seller) {
            var lane = running.get(seller);
            return lane == null ? 0 : lane.get();
        }

        int mostAtOnce(SellerId seller) {
            return mostAtOnce.getOrDefault(seller, 0);
        }

        @Override
        public int parallel() {
            return 3;
        }
    }

    static final class Pulse {
        final List<BatchId> changes = new CopyOnWriteArrayList<>();
        final List<BatchFinished> finished = new CopyOnWriteArrayList<>();

        @EventListener
        void changed(BatchChanged event) {
            changes.add(event.batch());
        }

        @EventListener
        void finished(BatchFinished event) {
            finished.add(event);
        }
    }

    static final class Round implements RecurringJob {
        final Set<SellerId> seen = ConcurrentHashMap.newKeySet();
        final Set<String> actors = ConcurrentHashMap.newKeySet();
        private final Audit audit;

        Round(Audit audit) {
            this.audit = audit;
        }

        @Override
        public String name() {
            return "test.round";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(200);
        }

        @Override
        public void run(SellerId seller) {
            actors.add(audit.actor().name());
            if (SellerScope.only().equals(seller)) {
                seen.add(seller);
            }
        }
    }

    @Bean
    NoteHandler noteHandler(Audit audit) {
        return new NoteHandler(audit);
    }

    @Bean
    ParcelHandler parcelHandler() {
        return new ParcelHandler();
    }

    @Bean
    Pulse pulse() {
        return new Pulse();
    }

    @Bean
    Round round(Audit audit) {
        return new Round(audit);
    }
}
