package org.packhaus.tracking;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.database.TransactionRetry;
import org.packhaus.rule.Offer;
import org.packhaus.rule.Punctuality;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/**
 * How punctual a seller's products really were, for the rule “best on-time”. What the seller handed over too late says nothing about the
 * carrier. Asked with every booking, so the figures are kept for a while; each node counts for itself.
 */
@Component
class CarrierFigures implements Punctuality {
    /** Longer ago it was another season. */
    static final Duration PERIOD = Duration.ofDays(60);
    /** Fewer say nothing. */
    static final int FEWEST = 20;

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final EntityManager entities;
    private final ConnectionService connections;
    private final TransactionRetry transactions;
    private final Clock clock;
    private final Map<SellerId, Counted> counted = new ConcurrentHashMap<>();

    CarrierFigures(EntityManager entities, ConnectionService connections, TransactionRetry transactions, Clock clock) {
        this.entities = entities;
        this.connections = connections;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Counted(Instant at, Map<Offer, OnTime> figures) {}

    private record Tally(int onTime, int late) {
        Tally and(Promise.Verdict verdict, int parcels) {
            return switch (verdict) {
                case ON_TIME -> new Tally(onTime + parcels, late);
                case LATE_CARRIER -> new Tally(onTime, late + parcels);
                case LATE_SELLER, NONE, OPEN, AT_RISK -> this;
            };
        }

        int parcels() {
            return onTime + late;
        }
    }

    @Override
    public Map<Offer, OnTime> of(SellerId seller) {
        Instant now = clock.instant();
        Counted known = counted.get(seller);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.figures();
        }
        Map<Offer, OnTime> figures = count(seller, now);
        counted.put(seller, new Counted(now, figures));
        return figures;
    }

    private Map<Offer, OnTime> count(SellerId seller, Instant now) {
        List<Long> carriers = connections.list(ConnectionRole.CARRIER).stream()
                .filter(carrier -> carrier.seller().equals(seller))
                .map(ConnectionRow::id)
                .map(ConnectionId::value)
                .toList();
        if (carriers.isEmpty()) {
            return Map.of();
        }
        Map<Offer, Tally> tallies = new HashMap<>();
        transactions.run(() -> entities.createQuery("""
                        select t.connectionId, t.product, t.verdict, count(t.purchaseId) from TrackedParcel t
                        where t.connectionId in (:carriers) and t.boughtAt >= :since and t.verdict is not null
                        group by t.connectionId, t.product, t.verdict
                        """, Object[].class)
                .setParameter("carriers", carriers)
                .setParameter("since", now.minus(PERIOD))
                .getResultStream()
                .forEach(row -> tallies.compute(
                        new Offer(new ConnectionId((Long) row[0]), (String) row[1]),
                        (offer, before) -> (before == null ? new Tally(0, 0) : before)
                                .and((Promise.Verdict) row[2], ((Long) row[3]).intValue()))));
        Map<Offer, OnTime> figures = new HashMap<>();
        tallies.forEach((offer, tally) -> {
            if (tally.parcels() >= FEWEST) {
                figures.put(offer, new OnTime(tally.parcels(), (double) tally.onTime() / tally.parcels()));
            }
        });
        return Map.copyOf(figures);
    }
}
