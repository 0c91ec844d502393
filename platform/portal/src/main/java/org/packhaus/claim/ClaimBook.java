package org.packhaus.claim;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.order.OrderId;
import org.packhaus.shipment.PurchaseId;
import org.springframework.stereotype.Repository;

/** The room's rows. Every method runs inside the caller's transaction and scope. */
@Repository
class ClaimBook {
    private final EntityManager entities;

    ClaimBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    Optional<Claim> find(ClaimId id) {
        return entities.createQuery("select c from Claim c where c.id = :id", Claim.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    Optional<Claim> unfinished(PurchaseId label) {
        return entities.createQuery(
                        "select c from Claim c where c.purchaseId = :label and c.unfinished = 1", Claim.class)
                .setParameter("label", label.value())
                .getResultStream()
                .findFirst();
    }

    /** @param after the last one already shown; 0 to begin */
    List<Claim> page(ClaimFilter filter, long after, int limit) {
        String direction = filter.oldestFirst() ? "" : " desc";
        String beyond = filter.oldestFirst() ? ">" : "<";
        TypedQuery<Claim> query = entities.createQuery(
                        "select c from Claim c where c.state in (:states)"
                                + (after == 0 ? "" : " and c.id " + beyond + " :after") + " order by c.id" + direction,
                        Claim.class)
                .setParameter("states", filter.states());
        if (after != 0) {
            query.setParameter("after", after);
        }
        return query.setMaxResults(limit).getResultList();
    }

    Map<ClaimState, Integer> counts() {
        Map<ClaimState, Integer> counts = new EnumMap<>(ClaimState.class);
        entities.createQuery("select c.state, count(c) from Claim c group by c.state", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((ClaimState) row[0], ((Long) row[1]).intValue()));
        return counts;
    }

    List<Claim> ofOrders(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery("select c from Claim c where c.orderId in (:orders) order by c.id", Claim.class)
                        .setParameter(
                                "orders", orders.stream().map(OrderId::value).toList())
                        .getResultList();
    }

    List<ClaimEvent> history(ClaimId claim) {
        return entities.createQuery(
                        "select e from ClaimEvent e where e.claimId = :claim order by e.id", ClaimEvent.class)
                .setParameter("claim", claim.value())
                .getResultList();
    }

    /** What people typed may name the buyer. That there was a claim, and what came of it, stays: those are the seller's books. */
    void forget(Collection<Long> orders, Instant before) {
        entities.createQuery("update ClaimEvent e set e.text = '' where e.orderId in (:orders) and e.text <> ''"
                        + " and e.happenedAt < :before")
                .setParameter("orders", orders)
                .setParameter("before", before)
                .executeUpdate();
    }
}
