package org.packhaus.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks what has become of rows that were left pending. Whoever finds out tells them at once, but a row that is only just being left is
 * not pending yet when it is told, so it asks as well: right away, and as long as its batch has such rows, ever more seldom.
 */
@Component
class PendingRows implements JobHandler<PendingRows.Asking> {
    private static final Logger log = LoggerFactory.getLogger(PendingRows.class);
    private static final JobType<Asking> ASK = new JobType<>("batch.ask", Asking.class);
    private static final Duration SOONEST = Duration.ofSeconds(2);
    private static final Duration LATEST = Duration.ofHours(1);
    /** What is open by then is no race that somebody lost. */
    private static final Duration GIVEN_UP = Duration.ofDays(14);

    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final ObjectProvider<BatchHandler> handlers;
    private final Jobs jobs;
    private final BatchEvents events;
    private final TransactionRetry transactions;
    private final Clock clock;

    PendingRows(
            BatchRepository batches,
            BatchRowRepository rows,
            ObjectProvider<BatchHandler> handlers,
            Jobs jobs,
            BatchEvents events,
            TransactionRetry transactions,
            Clock clock) {
        this.batches = batches;
        this.rows = rows;
        this.handlers = handlers;
        this.jobs = jobs;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Asking(long batch) {}

    @Override
    public JobType<Asking> type() {
        return ASK;
    }

    /** In the transaction that ends a run over the batch, for the rows of that run's sellers. */
    void askFromNowOn(BatchId batch, int round) {
        Set<SellerId> sellers =
                pending(batch.value()).stream().map(BatchRow::seller).collect(Collectors.toSet());
        if (!sellers.isEmpty()) {
            jobs.schedule(
                    ASK,
                    batch + "-" + round,
                    sellers,
                    new Asking(batch.value()),
                    Instant.now().plus(SOONEST));
        }
    }

    @Override
    public JobResult run(Asking asking, JobContext context) {
        Optional<BatchEntity> batch = transactions.call(() -> batches.find(asking.batch()));
        if (batch.isEmpty()) {
            return JobResult.DONE;
        }
        BatchHandler handler = BatchHandler.of(batch.get().kind(), handlers);
        boolean open = false;
        for (BatchRow row : transactions.call(() -> pending(asking.batch()))) {
            if (context.isStopping()) {
                return JobResult.again(Duration.ZERO);
            }
            open |= SellerScope.get(Set.of(row.seller()), () -> ask(row, handler));
        }
        Duration since = Duration.between(batch.get().startedAt(), clock.instant());
        return open && since.compareTo(GIVEN_UP) < 0 ? JobResult.again(pause(since)) : JobResult.DONE;
    }

    /** Half as long as it has been going on. */
    private static Duration pause(Duration since) {
        Duration half = since.dividedBy(2);
        return half.compareTo(SOONEST) < 0 ? SOONEST : half.compareTo(LATEST) > 0 ? LATEST : half;
    }

    private List<BatchRow> pending(long batch) {
        return rows.findByBatchIdAndStateIn(batch, Set.of(RowState.PENDING)).stream()
                .map(BatchRowEntity::row)
                .toList();
    }

    /**
     * With the row's seller in scope.
     *
     * @return whether it stays pending
     */
    boolean ask(BatchRow row, BatchHandler handler) {
        try {
            return transactions.callAgainIfStale(() -> {
                BatchRowEntity entity = rows.findById(row.id().value()).orElse(null);
                if (entity == null || entity.state() != RowState.PENDING) {
                    return false;
                }
                handler.outcome(entity.row()).ifPresent(entity::settle);
                return entity.state() == RowState.PENDING;
            });
        } catch (RuntimeException e) {
            log.warn("Nobody could say what became of row {} of batch {}", row.label(), row.batch(), e);
            return true;
        } finally {
            events.changed(row.batch());
        }
    }
}
