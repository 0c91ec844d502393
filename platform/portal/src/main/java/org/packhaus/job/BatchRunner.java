package org.packhaus.job;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.packhaus.audit.Actor;
import org.packhaus.audit.Audit;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.BatchService.BatchRun;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Works a batch off. Each row is claimed in one short transaction, handled outside any, and settled in another; a row that was running
 * when its node died is claimed again by the same round and handed to its handler once more.
 */
@Component
class BatchRunner implements JobHandler<BatchRun> {
    private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
    /** Rows at work on this node, whatever their batch: each needs a database connection now and then. */
    private static final int AT_ONCE = 16;

    private final Semaphore node = new Semaphore(AT_ONCE);
    private final Map<String, Semaphore> lanes = new ConcurrentHashMap<>();
    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final ObjectProvider<BatchHandler> handlers;
    private final BatchService service;
    private final OpenRowsSql open;
    private final PendingRows pending;
    private final BatchEvents events;
    private final TransactionRetry transactions;
    private final Clock clock;

    BatchRunner(
            BatchRepository batches,
            BatchRowRepository rows,
            ObjectProvider<BatchHandler> handlers,
            BatchService service,
            OpenRowsSql open,
            PendingRows pending,
            BatchEvents events,
            TransactionRetry transactions,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.handlers = handlers;
        this.service = service;
        this.open = open;
        this.pending = pending;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Its rows buy labels. */
    @Override
    public boolean mayBeRunByHand() {
        return false;
    }

    @Override
    public JobType<BatchRun> type() {
        return BatchService.RUN;
    }

    private record Work(BatchHandler handler, Map<String, String> parameters, Actor actor, int round) {}

    private record Ready(BatchRow row, String lane) {}

    @Override
    public JobResult run(BatchRun run, JobContext context) throws InterruptedException {
        BatchId id = new BatchId(run.batch());
        Optional<BatchEntity> batch = transactions.call(() -> batches.find(run.batch()));
        if (batch.isEmpty()) {
            return JobResult.DONE;
        }
        Work work = new Work(
                BatchHandler.of(batch.get().kind(), handlers),
                service.parameters(batch.get()),
                batch.get().actor(),
                run.round());
        workOff(ready(id, run.round()), work, context);
        if (context.isStopping()) {
            return JobResult.again(Duration.ZERO);
        }
        finish(id, work);
        return JobResult.DONE;
    }

    private List<Ready> ready(BatchId id, int round) {
        return transactions.call(() ->
                rows.findByBatchIdAndStateIn(id.value(), Set.of(RowState.WAITING, RowState.RUNNING)).stream()
                        .filter(row -> row.claimable(round))
                        .map(row -> new Ready(row.row(), row.lane()))
                        .sorted((one, other) -> Integer.compare(
                                one.row().position(), other.row().position()))
                        .toList());
    }

    /** One virtual thread a row; they queue at their lane, then at the node. */
    private void workOff(List<Ready> ready, Work work, JobContext context) throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("batch-row-", 0).factory());
        try {
            List<Future<?>> running = new ArrayList<>(ready.size());
            for (Ready row : ready) {
                running.add(threads.submit(() -> one(row, work, context)));
            }
            for (Future<?> row : running) {
                await(row);
            }
        } finally {
            // Only with something left if we are interrupted; what was running is claimed again at the next start.
            threads.shutdownNow();
        }
    }

    private static void await(Future<?> row) throws InterruptedException {
        try {
            row.get();
        } catch (java.util.concurrent.ExecutionException e) {
            log.error("A row could not be worked on; it stays as it is", e.getCause());
        }
    }

    private void one(Ready ready, Work work, JobContext context) {
        Semaphore lane = lanes.computeIfAbsent(
                work.handler().kind() + "/" + ready.lane(),
                key -> new Semaphore(work.handler().parallel(), true));
        try {
            lane.acquire();
            try {
                node.acquire();
                try {
                    if (!context.isStopping()) {
                        SellerScope.run(ready.row().seller(), () -> claimAndHandle(ready.row(), work));
                    }
                } finally {
                    node.release();
                }
            } finally {
                lane.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void claimAndHandle(BatchRow row, Work work) {
        Optional<BatchRow> claimed =
                transactions.callAgainIfStale(() -> rows.findById(row.id().value())
                        .filter(entity -> entity.claimable(work.round()))
                        .map(entity -> {
                            entity.claim(work.round());
                            return entity.row();
                        }));
        if (claimed.isPresent()) {
            events.changed(row.batch());
            RowOutcome outcome = handle(claimed.get(), work);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            transactions.callAgainIfStale(() -> {
                rows.findById(row.id().value()).ifPresent(entity -> entity.settle(outcome));
                return null;
            });
            if (outcome instanceof RowOutcome.Pending) {
                pending.ask(row, work.handler());
            }
            events.changed(row.batch());
        }
    }

    private static RowOutcome handle(BatchRow row, Work work) {
        try {
            return Audit.as(work.actor(), () -> work.handler().handle(row, work.parameters()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RowOutcome.pending("INTERRUPTED", "The portal was stopped while it worked on this row.");
        } catch (Exception e) {
            log.error(
                    "Row {} of batch {} ({}) failed unexpectedly",
                    row.label(),
                    row.batch(),
                    work.handler().kind(),
                    e);
            return RowOutcome.failed(
                    "unexpected",
                    "Something went wrong inside Packhaus: " + e,
                    "Try it once more. If it fails again, report it with the time and the log.");
        }
    }

    /** Whoever finds nothing left to do ends the batch: its rows may be those of several runs, one for each retry. */
    private void finish(BatchId id, Work work) {
        boolean over = transactions.callAgainIfStale(() -> {
            BatchEntity batch = batches.lock(id.value()).orElse(null);
            if (batch == null) {
                return false;
            }
            pending.askFromNowOn(id, work.round());
            if (batch.state() != BatchState.RUNNING || open.any(id)) {
                return false;
            }
            batch.finish(clock.instant());
            return true;
        });
        events.changed(id);
        if (over) {
            events.finished(id, work.actor());
        }
    }
}
