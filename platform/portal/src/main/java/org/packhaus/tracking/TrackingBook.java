package org.packhaus.tracking;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.shipment.PurchaseId;
import org.springframework.stereotype.Repository;

/** The room's rows: finding them, adding to them. Every method runs inside the caller's transaction and scope. */
@Repository
class TrackingBook {
    private final EntityManager entities;

    TrackingBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    /**
     * A parcel that is to be asked for.
     *
     * @param digest of the carrier's last answer
     */
    record Due(
            long id,
            String number,
            String digest,
            TrackingStatus state,
            Instant boughtAt,
            Instant since,
            @Nullable Instant lastScan,
            @Nullable Instant lateAt,
            @Nullable Instant expected) {
        NextLook.Standing standing() {
            return new NextLook.Standing(state, boughtAt, since, lastScan, lateAt, expected);
        }

        PurchaseId label() {
            return new PurchaseId(id);
        }
    }

    /** What is due of a carrier with that urgency, the longest due first. */
    List<Due> due(ConnectionId carrier, int urgency, Instant now, int limit) {
        return entities.createQuery("""
                        select new org.packhaus.tracking.TrackingBook$Due(t.purchaseId, t.trackingNumber, t.digest, t.state,
                            t.boughtAt, t.stateAt, t.lastScanAt, t.lateAt, t.expectedAt)
                        from TrackedParcel t
                        where t.connectionId = :carrier and t.urgency = :urgency and t.nextLookAt <= :now
                        order by t.nextLookAt
                        """, Due.class)
                .setParameter("carrier", carrier.value())
                .setParameter("urgency", urgency)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList();
    }

    /**
     * Puts the next look off without touching anything else; no version, because nothing anybody shows has changed. What nobody looks at any
     * more, because its buyer was forgotten meanwhile, stays so.
     */
    void putOff(Collection<Long> parcels, NextLook next, Instant now) {
        entities.createQuery("update TrackedParcel t set t.nextLookAt = :at, t.urgency = :urgency, t.lookedAt = :now"
                        + " where t.purchaseId in (:parcels) and t.nextLookAt is not null")
                .setParameter("at", next.at())
                .setParameter("urgency", next.urgency())
                .setParameter("now", now)
                .setParameter("parcels", parcels)
                .executeUpdate();
    }

    /** Asks for them now, whatever was planned, unless they were asked for just before. @return how many */
    int lookSoon(ConnectionId carrier, Collection<String> numbers, Instant now, Instant unlessAfter) {
        return entities.createQuery("update TrackedParcel t set t.nextLookAt = :now, t.urgency = :urgency"
                        + " where t.connectionId = :carrier and t.trackingNumber in (:numbers) and t.nextLookAt > :now"
                        + " and (t.lookedAt is null or t.lookedAt < :unlessAfter)")
                .setParameter("now", now)
                .setParameter("urgency", NextLook.DUE)
                .setParameter("carrier", carrier.value())
                .setParameter("numbers", numbers)
                .setParameter("unlessAfter", unlessAfter)
                .executeUpdate();
    }

    Optional<TrackingHook> hook(ConnectionId carrier) {
        return entities.createQuery("select h from TrackingHook h where h.connectionId = :carrier", TrackingHook.class)
                .setParameter("carrier", carrier.value())
                .getResultStream()
                .findFirst();
    }

    Optional<TrackingHook> hookOf(String tokenHash) {
        return entities.createQuery("select h from TrackingHook h where h.tokenHash = :hash", TrackingHook.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** Nobody looks at them any more. */
    void giveUp(Collection<Long> parcels, Instant now) {
        entities.createQuery("update TrackedParcel t set t.nextLookAt = null, t.open = null, t.lookedAt = :now"
                        + " where t.purchaseId in (:parcels)")
                .setParameter("now", now)
                .setParameter("parcels", parcels)
                .executeUpdate();
    }

    Map<Long, TrackedParcel> parcels(Collection<Long> ids) {
        return entities.createQuery("select t from TrackedParcel t where t.purchaseId in (:ids)", TrackedParcel.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(parcel -> parcel.id().value(), parcel -> parcel));
    }

    /** In the order we heard of them. */
    Map<Long, List<TrackingEventRow>> histories(Collection<Long> parcels) {
        return entities.createQuery(
                        "select e from TrackingEventRow e where e.purchaseId in (:parcels) order by e.purchaseId, e.number",
                        TrackingEventRow.class)
                .setParameter("parcels", parcels)
                .getResultStream()
                .collect(Collectors.groupingBy(TrackingEventRow::purchaseId));
    }

    List<TrackedParcel> ofOrders(Collection<OrderId> orders) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select t from TrackedParcel t where t.orderId in (:orders) order by t.purchaseId",
                                TrackedParcel.class)
                        .setParameter(
                                "orders", orders.stream().map(OrderId::value).toList())
                        .getResultList();
    }

    /** When the newest label was bought that is followed already. */
    Optional<Instant> newest(ConnectionId carrier) {
        return Optional.ofNullable(entities.createQuery(
                        "select max(t.boughtAt) from TrackedParcel t where t.connectionId = :carrier", Instant.class)
                .setParameter("carrier", carrier.value())
                .getSingleResult());
    }

    Set<Long> known(Collection<Long> labels) {
        return new HashSet<>(entities.createQuery(
                        "select t.purchaseId from TrackedParcel t where t.purchaseId in (:labels)", Long.class)
                .setParameter("labels", labels)
                .getResultList());
    }

    Optional<TrackingLane> lane(ConnectionId carrier) {
        return Optional.ofNullable(entities.find(TrackingLane.class, carrier.value()));
    }

    List<TrackingLane> failing() {
        return entities.createQuery("select l from TrackingLane l where l.failures > 0", TrackingLane.class)
                .getResultList();
    }

    /** Carriers write into texts who took the parcel, and their places say where the buyer lives. */
    void forget(Collection<Long> orders) {
        entities.createQuery("update TrackingEventRow e set e.rawText = '', e.place = '' where e.orderId in (:orders)")
                .setParameter("orders", orders)
                .executeUpdate();
        entities.createQuery(
                        "update TrackedParcel t set t.nextLookAt = null, t.open = null where t.orderId in (:orders)")
                .setParameter("orders", orders)
                .executeUpdate();
    }
}
