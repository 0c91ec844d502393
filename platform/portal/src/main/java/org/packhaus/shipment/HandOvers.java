package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Service;

/**
 * Which bought labels a carrier has not been told of yet at a day's end, and which it has. A label counts as long as its parcel would leave
 * with it: one given back, replaced by another, or held back is left out by itself. Sees the sellers in scope only.
 */
@Service
public class HandOvers {
    private static final String OPEN = """
            from LabelPurchase p, Parcel c
            where c.id = p.parcelId and p.generation = c.generation and p.purpose = :outbound and p.state = :bought
              and p.boughtAt >= :since and c.heldBackAt is null
              and not exists (select 1 from HandedOver h where h.purchaseId = p.id)
            """;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final JointOrders joint;

    HandOvers(EntityManager entities, TransactionRetry transactions, JointOrders joint) {
        this.entities = entities;
        this.transactions = transactions;
        this.joint = joint;
    }

    /**
     * How many are open.
     *
     * @param oldest when the first of them was bought
     */
    public record Open(int parcels, Instant oldest) {}

    record Line(long purchase, long order, String trackingNumber, int weight, Instant boughtAt) {
        HandOver row() {
            return new HandOver(
                    new PurchaseId(purchase), new OrderId(order), trackingNumber, Weight.grams(weight), boughtAt);
        }
    }

    /** What a carrier has not been told of, oldest first. @param since when it was bought at the earliest */
    public List<HandOver> open(ConnectionId carrier, Instant since) {
        return transactions.call(() -> entities.createQuery(
                        "select new org.packhaus.shipment.HandOvers$Line(p.id, p.orderId, p.trackingNumber, c.weightG, p.boughtAt) "
                                + OPEN + " and p.carrierConnectionId = :carrier order by p.boughtAt, p.id",
                        Line.class)
                .setParameter("carrier", carrier.value())
                .setParameter("outbound", LabelPurchase.Purpose.OUTBOUND)
                .setParameter("bought", LabelState.CONFIRMED)
                .setParameter("since", since)
                .getResultStream()
                .map(Line::row)
                .toList());
    }

    /** How many are open, by carrier; those without any are left out. */
    public Map<ConnectionId, Open> counts(Instant since) {
        return transactions.call(() -> {
            Map<ConnectionId, Open> counts = new HashMap<>();
            entities.createQuery(
                            "select p.carrierConnectionId, count(p), min(p.boughtAt) " + OPEN
                                    + " group by p.carrierConnectionId",
                            Object[].class)
                    .setParameter("outbound", LabelPurchase.Purpose.OUTBOUND)
                    .setParameter("bought", LabelState.CONFIRMED)
                    .setParameter("since", since)
                    .getResultStream()
                    .forEach(row -> counts.put(
                            new ConnectionId((Long) row[0]), new Open(((Long) row[1]).intValue(), (Instant) row[2])));
            return counts;
        });
    }

    /**
     * Writes down that the carrier was told of these. Joins the transaction of the closing.
     *
     * @return those that were written; a label given back meanwhile is not among them
     */
    public List<PurchaseId> handOver(long closing, Collection<PurchaseId> labels, Instant at) {
        if (labels.isEmpty()) {
            return List.of();
        }
        return transactions.call(() -> {
            List<LabelPurchase> standing = entities.createQuery(
                            "select p from LabelPurchase p where p.id in (:labels) and p.state = :bought"
                                    + " and not exists (select 1 from HandedOver h where h.purchaseId = p.id) order by p.id",
                            LabelPurchase.class)
                    .setParameter(
                            "labels", labels.stream().map(PurchaseId::value).toList())
                    .setParameter("bought", LabelState.CONFIRMED)
                    .setLockMode(LockModeType.OPTIMISTIC)
                    .getResultList();
            standing.forEach(purchase -> entities.persist(new HandedOver(purchase, closing, at)));
            return standing.stream().map(LabelPurchase::id).toList();
        });
    }

    /** The closings these orders are in, by their own parcels or by those of the orders they left with. */
    public List<Long> closings(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : transactions.call(() -> entities.createQuery(
                                "select distinct h.closeId from HandedOver h where h.orderId in (:orders)", Long.class)
                        .setParameter(
                                "orders",
                                Stream.concat(orders.stream(), joint.leads(orders).stream())
                                        .map(OrderId::value)
                                        .distinct()
                                        .toList())
                        .getResultList());
    }
}
