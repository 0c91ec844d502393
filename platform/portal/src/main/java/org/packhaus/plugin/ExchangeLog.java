package org.packhaus.plugin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * What plugins and services have said to each other, for the seller to read. Written behind the calls, in batches: a call must not wait
 * for its record, and its record must not be lost with the caller's rollback.
 */
@Service
public class ExchangeLog implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ExchangeLog.class);
    private static final int BATCH = 200;
    /** More waiting than this means the database is in trouble; then the record gives way, not the shipping. */
    private static final int MOST_WAITING = 5_000;

    private final ExchangeRepository entries;
    private final TransactionRetry transactions;
    private final BlockingQueue<Exchange> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean running = new AtomicBoolean();
    private final LongAdder dropped = new LongAdder();
    private volatile Thread writer = Thread.ofVirtual().unstarted(() -> {});

    ExchangeLog(ExchangeRepository entries, TransactionRetry transactions) {
        this.entries = entries;
        this.transactions = transactions;
    }

    /** Never waits, never throws. */
    void add(Exchange exchange) {
        if (!waiting.offer(exchange)) {
            dropped.increment();
        }
    }

    /**
     * A connection's newest exchanges.
     *
     * @param before the id of the last one already shown; {@code Long.MAX_VALUE} to begin
     */
    public List<ExchangeRow> newest(ConnectionId connection, long before, int count) {
        return transactions.call(() ->
                entries
                        .findByConnectionIdAndIdLessThanOrderByIdDesc(connection.value(), before, Limit.of(count))
                        .stream()
                        .map(ExchangeEntry::row)
                        .toList());
    }

    /** The newest exchanges about an order or a parcel. */
    public List<ExchangeRow> about(String reference, int count) {
        return transactions.call(() -> entries.findByReferenceOrderByIdDesc(reference, Limit.of(count)).stream()
                .map(ExchangeEntry::row)
                .toList());
    }

    /** Forgets what is older, of the sellers in scope. */
    public int forgetBefore(Instant before) {
        return transactions.call(() -> entries.deleteBefore(before));
    }

    /** Forgets what was said about these orders or parcels: a buyer's data is erased everywhere. */
    public int forgetAbout(List<String> references) {
        return references.isEmpty() ? 0 : transactions.call(() -> entries.deleteAbout(references));
    }

    @Override
    public void start() {
        if (running.compareAndSet(false, true)) {
            writer = Thread.ofVirtual().name("exchange-log").start(this::write);
        }
    }

    private void write() {
        while (running.get() || !waiting.isEmpty()) {
            try {
                Exchange first = waiting.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                List<Exchange> batch = new ArrayList<>();
                batch.add(first);
                waiting.drainTo(batch, BATCH - 1);
                save(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void save(List<Exchange> batch) {
        Set<SellerId> sellers = batch.stream().map(Exchange::seller).collect(Collectors.toUnmodifiableSet());
        try {
            SellerScope.run(
                    sellers,
                    () -> transactions.run(() -> entries.saveAll(
                            batch.stream().map(ExchangeEntry::new).toList())));
        } catch (RuntimeException e) {
            log.warn("{} exchanges could not be recorded", batch.size(), e);
        }
        long lost = dropped.sumThenReset();
        if (lost > 0) {
            log.warn("{} exchanges were not recorded: the database is too slow", lost);
        }
    }

    @Override
    public void stop() {
        if (running.compareAndSet(true, false)) {
            try {
                writer.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Ends after everything that calls plugins. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
