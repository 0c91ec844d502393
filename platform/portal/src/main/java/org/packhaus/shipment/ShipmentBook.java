package org.packhaus.shipment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Repository;

/** Shipments, parcels and confirmations: finding them, adding to them. Every method runs inside the caller's transaction and scope. */
@Repository
class ShipmentBook {
    private final EntityManager entities;

    ShipmentBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    void flush() {
        entities.flush();
    }

    /** Nobody else packs, books or gives up that parcel until the transaction ends. */
    void lock(ParcelEntity parcel) {
        entities.lock(parcel, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The plan of an order that counts. */
    Optional<PlanEntry> planOf(OrderId order) {
        return entities.createQuery(
                        "select p from PlanEntry p where p.orderId = :order order by p.number desc", PlanEntry.class)
                .setParameter("order", order.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Oldest first. */
    List<CancellationEntry> cancellationsOf(OrderId order) {
        return cancellationsOf(List.of(order));
    }

    /** Of each order oldest first. */
    List<CancellationEntry> cancellationsOf(Collection<OrderId> orders) {
        return of(
                "select c from CancellationEntry c where c.orderId in (:ids) order by c.orderId, c.id",
                CancellationEntry.class,
                numbers(orders));
    }

    ShipmentEntity shipment(ShipmentId id) {
        ShipmentEntity shipment = entities.find(ShipmentEntity.class, id.value());
        if (shipment == null) {
            throw new ShipmentException("shipment-unknown", "There is no shipment " + id + " that you may see.");
        }
        return shipment;
    }

    List<ShipmentEntity> shipmentsOf(Collection<OrderId> orders) {
        return of(
                "select s from Shipment s where s.orderId in (:ids) order by s.orderId, s.number",
                ShipmentEntity.class,
                numbers(orders));
    }

    List<ParcelEntity> parcelsOf(Collection<OrderId> orders) {
        return of(
                "select p from Parcel p where p.orderId in (:ids) order by p.orderId, p.shipmentId, p.number",
                ParcelEntity.class,
                numbers(orders));
    }

    /** Those that were not given up. */
    List<ParcelEntity> liveParcelsOf(Collection<OrderId> orders) {
        return parcelsOf(orders).stream().filter(ParcelEntity::isLive).toList();
    }

    List<ParcelEntity> parcels(Collection<ParcelId> parcels) {
        return of(
                "select p from Parcel p where p.id in (:ids) order by p.orderId, p.shipmentId, p.number",
                ParcelEntity.class,
                parcels.stream().map(ParcelId::value).toList());
    }

    /** What lies in those orders' live parcels. */
    List<ParcelItem> itemsOf(Collection<OrderId> orders) {
        return of(
                "select i from ParcelItem i where i.orderId in (:ids) and i.live = 1 order by i.id",
                ParcelItem.class,
                numbers(orders));
    }

    /** The purchases of the way there. */
    List<LabelPurchase> purchasesOf(Collection<OrderId> orders) {
        return purchasesOf(orders, LabelPurchase.Purpose.OUTBOUND);
    }

    /** The purchases of the way back. */
    List<LabelPurchase> returnPurchasesOf(Collection<OrderId> orders) {
        return purchasesOf(orders, LabelPurchase.Purpose.RETURN);
    }

    Optional<ParcelId> parcelOf(PurchaseId label) {
        return Optional.ofNullable(entities.find(LabelPurchase.class, label.value()))
                .map(LabelPurchase::parcelId);
    }

    private List<LabelPurchase> purchasesOf(Collection<OrderId> orders, LabelPurchase.Purpose purpose) {
        return orders.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select p from LabelPurchase p where p.orderId in (:ids) and p.purpose = :purpose"
                                        + " order by p.parcelId, p.generation desc, p.id desc",
                                LabelPurchase.class)
                        .setParameter("ids", numbers(orders))
                        .setParameter("purpose", purpose)
                        .getResultList();
    }

    List<ConfirmationEntity> confirmationsOf(Collection<OrderId> orders) {
        return of(
                "select c from ParcelConfirmation c where c.orderId in (:ids) order by c.id",
                ConfirmationEntity.class,
                numbers(orders));
    }

    List<LabelDocument> documentsOf(Collection<ParcelId> parcels) {
        return of(
                "select d from LabelDocument d where d.parcelId in (:ids) and d.size > 0 order by d.parcelId, d.purchaseId desc, d.number",
                LabelDocument.class,
                parcels.stream().map(ParcelId::value).toList());
    }

    /** Without their bytes. */
    List<DocumentLine> documentLines(Collection<OrderId> orders) {
        return of("""
                select new org.packhaus.shipment.ShipmentBook$DocumentLine(
                    d.id, d.parcelId, d.purchaseId, d.kind, d.type, d.sha256, d.size, d.createdAt)
                from LabelDocument d
                where d.parcelId in (select p.id from Parcel p where p.orderId in (:ids))
                order by d.purchaseId desc, d.number
                """, DocumentLine.class, numbers(orders));
    }

    Optional<LabelDocument> document(long id) {
        return Optional.ofNullable(entities.find(LabelDocument.class, id));
    }

    ConfirmationEntity confirmation(ConfirmationId id) {
        ConfirmationEntity confirmation = entities.find(ConfirmationEntity.class, id.value());
        if (confirmation == null) {
            throw new ShipmentException(
                    "confirmation-unknown", "There is no confirmation " + id + " that you may see.");
        }
        return confirmation;
    }

    Optional<ConfirmationEntity> confirmationOf(PurchaseId purchase) {
        return of(
                        "select c from ParcelConfirmation c where c.purchaseId in (:ids)",
                        ConfirmationEntity.class,
                        List.of(purchase.value()))
                .stream()
                .findFirst();
    }

    /** What was corrected on a label, oldest first. */
    List<NumberCorrection> corrections(PurchaseId label) {
        return of(
                "select c from NumberCorrection c where c.purchaseId in (:ids) order by c.id",
                NumberCorrection.class,
                List.of(label.value()));
    }

    /** What was corrected on those orders, oldest first. */
    List<NumberCorrection> correctionsOf(Collection<OrderId> orders) {
        return of(
                "select c from NumberCorrection c where c.orderId in (:ids) order by c.id",
                NumberCorrection.class,
                numbers(orders));
    }

    /** Whether somebody corrected a number of another label to that one. */
    boolean isCorrectedTo(PurchaseId butNot, String number) {
        return entities.createQuery(
                                "select count(c) from NumberCorrection c where c.numberAfter = :number"
                                        + " and c.purchaseId <> :label",
                                Long.class)
                        .setParameter("number", number)
                        .setParameter("label", butNot.value())
                        .getSingleResult()
                > 0;
    }

    /** Whoever read it before has to read it again. */
    void touch(ConfirmationEntity confirmation) {
        entities.lock(confirmation, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The reports that were sent with that one, itself included; the boxes of a piece in their order. */
    List<ConfirmationEntity> sentWith(ConfirmationId leader) {
        return of(
                "select c from ParcelConfirmation c where c.sentWith in (:ids) order by c.id",
                ConfirmationEntity.class,
                List.of(leader.value()));
    }

    /**
     * The parcels over which the piece in that parcel lies, in the order of its boxes; the parcel alone if its pieces lie nowhere else.
     */
    List<ParcelId> boxesOf(OrderId order, ParcelId parcel) {
        List<ParcelItem> all = itemsOf(List.of(order));
        Set<ItemId> inside = all.stream()
                .filter(place -> place.parcelId().equals(parcel))
                .map(ParcelItem::item)
                .collect(Collectors.toSet());
        List<ParcelId> boxes = all.stream()
                .filter(place -> inside.contains(place.item()))
                .sorted(Comparator.comparingInt(ParcelItem::box))
                .map(ParcelItem::parcelId)
                .distinct()
                .toList();
        return boxes.isEmpty() ? List.of(parcel) : boxes;
    }

    private <T> List<T> of(String query, Class<T> type, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(query, type).setParameter("ids", ids).getResultList();
    }

    private static List<Long> numbers(Collection<OrderId> orders) {
        return orders.stream().map(OrderId::value).toList();
    }

    /** A document without its bytes. */
    record DocumentLine(
            long id,
            long parcelId,
            long purchaseId,
            org.packhaus.sdk.CarrierDocument.Kind kind,
            org.packhaus.sdk.DocumentType type,
            String sha256,
            int size,
            java.time.Instant createdAt) {
        DocumentRow row() {
            return new DocumentRow(id, new PurchaseId(purchaseId), kind, type, sha256, size, createdAt);
        }
    }
}
