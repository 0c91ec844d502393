package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.CarrierDocument;
import org.springframework.stereotype.Repository;

/** The ledger's rows: finding them, adding to them. Every method runs inside the caller's transaction and scope. */
@Repository
class LedgerBook {
    private final EntityManager entities;

    LedgerBook(EntityManager entities) {
        this.entities = entities;
    }

    ParcelEntity parcel(ParcelId id) {
        ParcelEntity parcel = entities.find(ParcelEntity.class, id.value());
        if (parcel == null) {
            throw new ShipmentException("parcel-unknown", "There is no parcel " + id + " that you may see.");
        }
        return parcel;
    }

    /** The same; nobody packs it or gives it up until this transaction ends. */
    ParcelEntity lockedParcel(ParcelId id) {
        ParcelEntity parcel = entities.find(ParcelEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (parcel == null) {
            throw new ShipmentException("parcel-unknown", "There is no parcel " + id + " that you may see.");
        }
        return parcel;
    }

    /** From here on whoever has read the parcel before is stale: a lock alone leaves no trace once it is let go. */
    void mark(ParcelEntity parcel) {
        entities.lock(parcel, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    LabelPurchase purchase(PurchaseId id) {
        LabelPurchase purchase = entities.find(LabelPurchase.class, id.value());
        if (purchase == null) {
            throw new ShipmentException("purchase-unknown", "There is no label " + id + " that you may see.");
        }
        return purchase;
    }

    /** The same, and nobody else changes it until this transaction ends. */
    LabelPurchase locked(PurchaseId id) {
        LabelPurchase purchase = purchase(id);
        entities.lock(purchase, LockModeType.PESSIMISTIC_WRITE);
        return purchase;
    }

    /** The purchase that counts for that parcel now. */
    Optional<LabelPurchase> current(ParcelEntity parcel, LabelPurchase.Purpose purpose) {
        return entities.createQuery(
                        "select p from LabelPurchase p where p.parcelId = :parcel and p.generation = :generation"
                                + " and p.purpose = :purpose",
                        LabelPurchase.class)
                .setParameter("parcel", parcel.id().value())
                .setParameter("generation", parcel.generation())
                .setParameter("purpose", purpose)
                .getResultStream()
                .findFirst();
    }

    void add(Object row) {
        entities.persist(row);
    }

    /** A unique key violated shows here and not only at the commit. */
    void flush() {
        entities.flush();
    }

    void note(LabelPurchase purchase, Instant now, String actor, String code, String text) {
        note(purchase, purchase.attempt(), now, actor, code, text);
    }

    void note(LabelPurchase purchase, int attempt, Instant now, String actor, String code, String text) {
        entities.persist(new LabelEvent(purchase, attempt, now, actor, code, text));
    }

    void store(LabelPurchase purchase, Booking booking, Instant now) {
        int number = 1;
        for (CarrierDocument document : booking.documents()) {
            entities.persist(new LabelDocument(purchase, number++, asOf(purchase, document), now));
        }
    }

    /** What a carrier calls the label of a return is not to be stuck on the parcel. */
    private static CarrierDocument asOf(LabelPurchase purchase, CarrierDocument document) {
        return purchase.purpose() == LabelPurchase.Purpose.RETURN && document.kind() == CarrierDocument.Kind.LABEL
                ? new CarrierDocument(CarrierDocument.Kind.RETURN_LABEL, document.type(), document.content())
                : document;
    }

    Optional<LabelAttempt> attempt(LabelPurchase purchase, int attempt) {
        return entities.createQuery(
                        "select a from LabelAttempt a where a.purchaseId = :purchase and a.attempt = :attempt",
                        LabelAttempt.class)
                .setParameter("purchase", purchase.id().value())
                .setParameter("attempt", attempt)
                .getResultStream()
                .findFirst();
    }

    /** Earlier attempts that were once unclear: they were believed to have had no effect, not seen to have had none. */
    List<LabelAttempt> onceUnclear(LabelPurchase purchase) {
        return entities.createQuery("""
                        select a from LabelAttempt a
                        where a.purchaseId = :purchase and a.attempt < :attempt and exists (
                            select 1 from LabelEvent e
                            where e.purchaseId = a.purchaseId and e.attempt = a.attempt and e.state = :unclear)
                        order by a.attempt
                        """, LabelAttempt.class)
                .setParameter("purchase", purchase.id().value())
                .setParameter("attempt", purchase.attempt())
                .setParameter("unclear", LabelState.UNCLEAR)
                .getResultList();
    }

    List<LabelEvent> history(PurchaseId purchase) {
        return entities.createQuery(
                        "select e from LabelEvent e where e.purchaseId = :purchase order by e.id", LabelEvent.class)
                .setParameter("purchase", purchase.value())
                .getResultList();
    }

    /** Whether another purchase holds that number already: then one of the two is wrong, and neither must be overwritten. */
    boolean isTaken(LabelPurchase purchase, String trackingNumber) {
        return entities.createQuery(
                                "select count(p) from LabelPurchase p where p.trackingNumber = :number and p.id <> :id",
                                Long.class)
                        .setParameter("number", trackingNumber)
                        .setParameter("id", purchase.id().value())
                        .getSingleResult()
                > 0;
    }

    /** Calls whose caller cannot be calling any more: the lease is over, or the caller is an earlier life of this very node. */
    List<PurchaseId> abandoned(Node self, Instant now, int limit) {
        return ids(entities.createQuery("""
                        select p.id from LabelPurchase p
                        where p.state = :sending
                          and (p.leaseUntil < :now or (p.node = :node and p.nodeStarted <> :started))
                        order by p.leaseUntil
                        """, Long.class)
                .setParameter("sending", LabelState.SENDING)
                .setParameter("now", now)
                .setParameter("node", self.name())
                .setParameter("started", self.started())
                .setMaxResults(limit)
                .getResultList());
    }

    List<PurchaseId> due(LabelState state, Instant now, int limit) {
        return ids(entities.createQuery(
                        "select p.id from LabelPurchase p where p.state = :state and p.dueAt <= :now order by p.dueAt",
                        Long.class)
                .setParameter("state", state)
                .setParameter("now", now)
                .setMaxResults(limit)
                .getResultList());
    }

    List<PurchaseId> in(List<LabelState> states, @Nullable Long after, int limit) {
        return ids(entities.createQuery(
                        "select p.id from LabelPurchase p where p.state in (:states) and p.id > :after order by p.id",
                        Long.class)
                .setParameter("states", states)
                .setParameter("after", after == null ? 0L : after)
                .setMaxResults(limit)
                .getResultList());
    }

    private static List<PurchaseId> ids(List<Long> numbers) {
        return numbers.stream().map(PurchaseId::new).toList();
    }
}
