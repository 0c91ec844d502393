package org.packhaus.plugin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private final ExchangeMentionRepository mentions;
    private final Clock clock;
    private final TransactionRetry transactions;
    private final BlockingQueue<Exchange> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean running = new AtomicBoolean();
    private final LongAdder dropped = new LongAdder();
    private volatile Thread writer = Thread.ofVirtual().unstarted(() -> {});

    ExchangeLog(
            ExchangeRepository entries,
            ExchangeMentionRepository mentions,
            TransactionRetry transactions,
            Clock clock) {
        this.entries = entries;
        this.mentions = mentions;
        this.clock = clock;
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

    /** The newest exchanges about any of these, or mentioning them. */
    public List<ExchangeRow> about(Collection<String> references, int count) {
        return references.isEmpty()
                ? List.of()
                : transactions.call(
                        () -> entries.findByReferenceInOrderByIdDesc(withMentions(references), Limit.of(count)).stream()
                                .map(ExchangeEntry::row)
                                .toList());
    }

    /**
     * Notes which orders an answer spoke of, when it spoke of several: they are found by it, and erased.
     *
     * @param reference what {@link Installed#about} was told before the call
     */
    public void mentions(SellerId seller, String reference, Collection<String> orders) {
        SellerScope.require(seller);
        transactions.run(() -> mentions.saveAll(orders.stream()
                .distinct()
                .map(order -> new ExchangeMention(seller, order, reference, clock.instant()))
                .toList()));
    }

    private Set<String> withMentions(Collection<String> references) {
        Set<String> all = new HashSet<>(references);
        all.addAll(mentions.exchangesThatMention(references));
        return all;
    }

    /** Forgets what is older, of the sellers in scope. */
    public int forgetBefore(Instant before) {
        return transactions.call(() -> {
            mentions.deleteBefore(before);
            return entries.deleteBefore(before);
        });
    }

    /** Forgets what was said about these orders or parcels, and whatever mentions them: a buyer's data is erased everywhere. */
    public int forgetAbout(Collection<String> references) {
        return references.isEmpty()
                ? 0
                : transactions.call(() -> {
                    int forgotten = entries.deleteAbout(withMentions(references));
                    mentions.deleteAbout(references);
                    return forgotten;
                });
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
