package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.springframework.stereotype.Service;

/**
 * Which parcels have left the house: their carrier was told of them at a day's end, or the channel was told on a day before today that they
 * are on their way. What was reported today may lie on the table still. Sees the sellers in scope only.
 */
@Service
public class Departures {
    private final EntityManager entities;
    private final SellerService sellers;
    private final TransactionRetry transactions;
    private final Clock clock;

    Departures(EntityManager entities, SellerService sellers, TransactionRetry transactions, Clock clock) {
        this.entities = entities;
        this.sellers = sellers;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Reported(long parcel, long seller, Instant at) {}

    /** Those of the orders' parcels that have left with the label that counts. */
    public Set<ParcelId> of(Collection<OrderId> orders) {
        if (orders.isEmpty()) {
            return Set.of();
        }
        List<Long> ids = orders.stream().map(OrderId::value).toList();
        Instant now = clock.instant();
        Map<Long, Instant> today = new HashMap<>();
        return transactions.call(() -> {
            Set<ParcelId> left = new HashSet<>();
            entities.createQuery("""
                            select c.id from HandedOver h, LabelPurchase p, Parcel c
                            where h.orderId in (:orders) and p.id = h.purchaseId and p.state = :bought
                              and c.id = p.parcelId and c.generation = p.generation
                            """, Long.class)
                    .setParameter("orders", ids)
                    .setParameter("bought", LabelState.CONFIRMED)
                    .getResultStream()
                    .map(ParcelId::new)
                    .forEach(left::add);
            entities.createQuery("""
                            select new org.packhaus.shipment.Departures$Reported(c.id, c.sellerId, n.since)
                            from ParcelConfirmation n, LabelPurchase p, Parcel c
                            where n.orderId in (:orders) and n.state in (:taken) and p.id = n.purchaseId and p.state = :bought
                              and c.id = p.parcelId and c.generation = p.generation
                            """, Reported.class)
                    .setParameter("orders", ids)
                    .setParameter("bought", LabelState.CONFIRMED)
                    .setParameter(
                            "taken",
                            Arrays.stream(ConfirmationState.values())
                                    .filter(ConfirmationState::isTaken)
                                    .toList())
                    .getResultStream()
                    .filter(one ->
                            one.at().isBefore(today.computeIfAbsent(one.seller(), seller -> midnight(seller, now))))
                    .map(one -> new ParcelId(one.parcel()))
                    .forEach(left::add);
            return left;
        });
    }

    private Instant midnight(long seller, Instant now) {
        var zone = sellers.details(new SellerId(seller)).timeZone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
