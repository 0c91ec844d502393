package org.packhaus.order;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Counts orders instead of listing them: one statement a question, however many there are. Sees the sellers in scope only. */
@Service
public class OrderFigures {
    /** What a warehouse can work on; an announced order has no address yet. */
    private static final Set<Stage> IN_WORK = Set.of(Stage.TO_SHIP, Stage.LABEL_PRINTED, Stage.PACKED);

    private static final String BY_DEADLINE = """
            select o.sellerId, o.dueAt, o.stage, o.hasProblem, o.onHold, o.stockLight, count(o.id) from SalesOrder o
            where o.stage in :stages and o.dueAt >= :from and o.dueAt < :until
            group by o.sellerId, o.dueAt, o.stage, o.hasProblem, o.onHold, o.stockLight
            """;

    private final EntityManager entities;
    private final TransactionRetry transactions;

    OrderFigures(EntityManager entities, TransactionRetry transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * Orders that look alike, counted.
     *
     * @param shipBy when they must have left
     * @param orders how many
     */
    public record Due(
            SellerId seller,
            Instant shipBy,
            Stage stage,
            boolean problem,
            boolean held,
            StockLight stockLight,
            long orders) {

        /** Goods are missing. */
        public boolean lacksStock() {
            return stockLight == StockLight.RED || stockLight == StockLight.PARTLY;
        }

        /** It has no label yet, and something keeps it from getting one. */
        public boolean isAtRisk() {
            return stage == Stage.TO_SHIP && (problem || held || lacksStock());
        }
    }

    /** Open problems of one kind. */
    public record Hindrance(SellerId seller, String code, long orders) {}

    /** Orders in work that must leave before the end, overdue ones included. */
    public List<Due> inWork(Instant until) {
        return due(IN_WORK, Instant.EPOCH, until);
    }

    /** Orders that have left and had to leave in this time, the end not included. */
    public List<Due> sent(Instant from, Instant until) {
        return due(Set.of(Stage.SENT), from, until);
    }

    private List<Due> due(Set<Stage> stages, Instant from, Instant until) {
        return transactions.call(() -> entities.createQuery(BY_DEADLINE, Object[].class)
                .setParameter("stages", stages)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(row -> new Due(
                        new SellerId((Long) row[0]),
                        (Instant) row[1],
                        (Stage) row[2],
                        (Boolean) row[3],
                        (Boolean) row[4],
                        (StockLight) row[5],
                        (Long) row[6]))
                .toList());
    }

    /** Orders in work, whenever they must leave. */
    public long inWork() {
        return transactions.call(
                () -> entities.createQuery("select count(o.id) from SalesOrder o where o.stage in :stages", Long.class)
                        .setParameter("stages", IN_WORK)
                        .getSingleResult());
    }

    /** Why orders need a person. */
    public List<Hindrance> hindrances() {
        return transactions.call(() -> entities.createQuery("""
                        select o.sellerId, o.problemCode, count(o.id) from SalesOrder o
                        where o.hasProblem = true group by o.sellerId, o.problemCode
                        """, Object[].class)
                .getResultStream()
                .map(row -> new Hindrance(new SellerId((Long) row[0]), (String) row[1], (Long) row[2]))
                .toList());
    }
}
