package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.BatchService;
import org.packhaus.plugin.ExchangeLog;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Forgets what is said about buyers after they were erased. What people write is kept as long as a channel's buyers are, counted from when
 * it was written: somebody may be working with it. What a channel sends again of an erased buyer nobody works with, so that goes at once.
 */
@Component
class AfterErasure {
    private static final int MOST = 200;

    /** Exchanges are recorded behind the calls; what they mention is noted before. */
    private static final Duration RECORDED_BY_THEN = Duration.ofMinutes(2);

    private final EntityManager entities;
    private final Orders orders;
    private final BuyerErasure erasure;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;
    private final ExchangeLog exchanges;
    private final BatchService batches;

    AfterErasure(
            EntityManager entities,
            Orders orders,
            BuyerErasure erasure,
            TransactionRetry transactions,
            ApplicationEventPublisher events,
            ExchangeLog exchanges,
            BatchService batches) {
        this.entities = entities;
        this.orders = orders;
        this.erasure = erasure;
        this.transactions = transactions;
        this.events = events;
        this.exchanges = exchanges;
        this.batches = batches;
    }

    /** Needs a scope that includes the seller. */
    void run(SellerId seller) {
        SellerScope.require(seller);
        BuyerErasure.Retention kept = erasure.retention(seller);
        List<Long> connections = transactions.call(() -> entities.createQuery(
                        "select distinct o.connectionId from SalesOrder o where o.sellerId = :seller and o.writtenAt is not null",
                        Long.class)
                .setParameter("seller", seller.value())
                .getResultList());
        for (long connection : connections) {
            long last = 0;
            do {
                long after = last;
                last = transactions.callAgainIfStale(() -> words(seller, connection, kept.before(connection), after));
            } while (last > 0);
        }
        batches.forgetWords(kept.beforeAll());
        exchanges(seller);
    }

    /** @return the last order looked at; 0 if there are no more */
    private long words(SellerId seller, long connection, Instant before, long after) {
        List<SalesOrder> written = entities.createQuery("""
                        select o from SalesOrder o
                        where o.sellerId = :seller and o.writtenAt is not null and o.connectionId = :connection and o.id > :after
                        order by o.id
                        """, SalesOrder.class)
                .setParameter("seller", seller.value())
                .setParameter("connection", connection)
                .setParameter("after", after)
                .setMaxResults(MOST)
                .getResultList();
        if (written.isEmpty()) {
            return 0;
        }
        List<Long> ids = written.stream().map(order -> order.id().value()).toList();
        rows(written, ids, before);
        entities.flush();
        erasure.forgetWords(ids, before);
        events.publishEvent(new WordsDue(seller, ids.stream().map(OrderId::new).toList(), before));
        return written.size() < MOST ? 0 : ids.getLast();
    }

    /** The order's own columns and its tags do not know when they were written; the timeline does. */
    private void rows(List<SalesOrder> written, List<Long> ids, Instant before) {
        Set<Said> young = new HashSet<>(entities.createQuery(
                        "select t from TimelineRow t where t.orderId in :ids and t.at >= :before and t.code in (:codes)",
                        TimelineRow.class)
                .setParameter("ids", ids)
                .setParameter("before", before)
                .setParameter("codes", List.of(TimelineRow.HOLD, TimelineRow.PROBLEM, TimelineRow.TAG))
                .getResultStream()
                .map(row -> new Said(row.orderId, row.code, row.code.equals(TimelineRow.TAG) ? row.text : ""))
                .collect(Collectors.toSet()));
        entities.createQuery("select t from OrderTag t where t.orderId in :ids", OrderTag.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(tag -> !young.contains(new Said(tag.orderId, TimelineRow.TAG, TimelineRow.TAGGED + tag.tag)))
                .forEach(entities::remove);
        for (SalesOrder order : written) {
            if (!young.contains(new Said(order.id().value(), TimelineRow.HOLD, ""))) {
                order.holdReason = null;
            }
            if (!young.contains(new Said(order.id().value(), TimelineRow.PROBLEM, ""))) {
                order.problem(null);
            }
            if (order.writtenAt != null && order.writtenAt.isBefore(before)) {
                order.writtenAt = null;
            }
        }
    }

    private record Said(long order, String code, String text) {}

    /** A channel sends the address again whenever an order changes. The import drops it; the record of what was said must not keep it. */
    private void exchanges(SellerId seller) {
        Set<String> numbers = transactions.call(() -> {
            Set<String> again = new HashSet<>(numbers(seller, "ExchangeMention", "orderReference"));
            again.addAll(numbers(seller, "ExchangeEntry", "reference"));
            return again;
        });
        numbers.stream().gather(Gatherers.windowFixed(MOST)).forEach(exchanges::forgetAbout);
    }

    private List<String> numbers(SellerId seller, String record, String about) {
        return entities.createQuery("""
                        select o.orderNumber from SalesOrder o
                        where o.sellerId = :seller and o.erasedAt is not null and exists (select 1 from %s e
                          where e.sellerId = o.sellerId and e.%s = o.orderNumber and e.at >= o.erasedAt and e.at < :settled)
                        """.formatted(record, about), String.class)
                .setParameter("seller", seller.value())
                .setParameter("settled", orders.now().minus(RECORDED_BY_THEN))
                .getResultList();
    }
}
