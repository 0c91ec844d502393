package org.packhaus.shipment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what is in which parcel, under which numbers, with which documents. Needs a seller scope; others do not exist. */
@Service
@Transactional(readOnly = true)
public class Parcels {
    private final ShipmentBook book;
    private final JointOrders joint;

    Parcels(ShipmentBook book, JointOrders joint) {
        this.book = book;
        this.joint = joint;
    }

    /**
     * All shipments of those orders, given-up parcels included, by order and number. An order that leaves with another has that one's:
     * shipments and parcels name the order they are booked under.
     */
    public List<ShipmentRow> ofOrders(Collection<OrderId> wanted) {
        List<OrderId> orders = joint.leads(wanted);
        Map<ShipmentId, List<ParcelRow>> parcels =
                rows(book.parcelsOf(orders), orders).stream().collect(groupingBy(ParcelRow::shipment));
        return book.shipmentsOf(orders).stream()
                .map(s -> new ShipmentRow(
                        s.id(),
                        s.order(),
                        s.number(),
                        s.pick().orElse(null),
                        s.createdAt(),
                        parcels.getOrDefault(s.id(), List.of())))
                .toList();
    }

    /** The live parcels of those orders, each once, however many of them lie in it. */
    public List<ParcelRow> live(Collection<OrderId> wanted) {
        List<OrderId> orders = joint.leads(wanted);
        return rows(book.parcelsOf(orders), orders).stream()
                .filter(ParcelRow::live)
                .toList();
    }

    /** The live parcels that hold a part of a piece which comes in several boxes, and which part. */
    public Map<ParcelId, BoxShare> boxes(Collection<OrderId> orders) {
        Map<ParcelId, BoxShare> shares = new HashMap<>();
        book.itemsOf(orders).stream()
                .sorted(Comparator.comparingInt(ParcelItem::box))
                .collect(groupingBy(ParcelItem::item))
                .values()
                .forEach(places -> {
                    for (int i = 0; i < places.size() && places.size() > 1; i++) {
                        shares.put(places.get(i).parcelId(), new BoxShare(i + 1, places.size()));
                    }
                });
        return shares;
    }

    /** Those parcels, as far as they are in scope. */
    public List<ParcelRow> parcels(Collection<ParcelId> parcels) {
        List<ParcelEntity> found = book.parcels(parcels);
        Set<OrderId> orders = found.stream().map(ParcelEntity::order).collect(Collectors.toSet());
        return rows(found, orders);
    }

    /** The parcel a label was bought for. */
    public Optional<ParcelRow> ofLabel(PurchaseId label) {
        return book.parcelOf(label)
                .flatMap(parcel -> parcels(List.of(parcel)).stream().findFirst());
    }

    private List<ParcelRow> rows(List<ParcelEntity> parcels, Collection<OrderId> orders) {
        Map<ParcelId, List<ItemId>> items = book.itemsOf(orders).stream()
                .collect(groupingBy(ParcelItem::parcelId, mapping(ParcelItem::item, toList())));
        Map<ParcelId, List<LabelPurchase>> labels =
                book.purchasesOf(orders).stream().collect(groupingBy(LabelPurchase::parcelId));
        Map<ParcelId, List<LabelRow>> waysBack = book.returnPurchasesOf(orders).stream()
                .collect(groupingBy(LabelPurchase::parcelId, mapping(LabelPurchase::row, toList())));
        Map<ParcelId, List<DocumentRow>> documents = book.documentLines(orders).stream()
                .collect(groupingBy(
                        line -> new ParcelId(line.parcelId()), mapping(ShipmentBook.DocumentLine::row, toList())));
        Map<ParcelId, List<CorrectionRow>> corrections = book.correctionsOf(orders).stream()
                .collect(groupingBy(NumberCorrection::parcelId, mapping(NumberCorrection::row, toList())));
        Map<PurchaseId, ConfirmationEntity> confirmations =
                book.confirmationsOf(orders).stream().collect(Collectors.toMap(ConfirmationEntity::purchaseId, c -> c));
        return parcels.stream()
                .map(parcel -> {
                    List<LabelPurchase> all = labels.getOrDefault(parcel.id(), List.of());
                    Optional<ConfirmationRow> confirmation = all.stream()
                            .findFirst()
                            .map(newest -> confirmations.get(newest.id()))
                            .map(ConfirmationEntity::row);
                    return new ParcelRow(
                            parcel.id(),
                            parcel.shipmentId(),
                            parcel.order(),
                            parcel.sellerId(),
                            parcel.number(),
                            parcel.isDealt(),
                            parcel.isLive(),
                            parcel.knownWeight().orElse(null),
                            parcel.dimensions().orElse(null),
                            items.getOrDefault(parcel.id(), List.of()),
                            all.stream().map(LabelPurchase::row).toList(),
                            waysBack.getOrDefault(parcel.id(), List.of()),
                            parcel.returnSource().orElse(null),
                            documents.getOrDefault(parcel.id(), List.of()),
                            corrections.getOrDefault(parcel.id(), List.of()),
                            confirmation.orElse(null));
                })
                .toList();
    }

    /**
     * The documents of the labels that count, with their bytes, in the order of the parcels given and the carrier's own within one.
     * Parcels without a bought label are left out. Labels for the way back are among them, bought with it or apart.
     */
    public List<LabelFile> labelDocuments(List<ParcelId> parcels) {
        Set<PurchaseId> bought = new HashSet<>();
        parcels(parcels)
                .forEach(p -> p.label().ifPresent(l -> {
                    bought.add(l.purchase());
                    p.returnLabels().stream()
                            .limit(1)
                            .filter(back -> back.state() == LabelState.CONFIRMED)
                            .forEach(back -> bought.add(back.purchase()));
                }));
        Map<ParcelId, List<LabelFile>> files = book.documentsOf(parcels).stream()
                .map(LabelDocument::file)
                .filter(file -> bought.contains(file.purchase()))
                .collect(groupingBy(LabelFile::parcel));
        return parcels.stream()
                .distinct()
                .flatMap(p -> files.getOrDefault(p, List.of()).stream())
                .toList();
    }

    /** One stored document, if it is in scope; also that of a label given back. */
    public Optional<LabelFile> document(long id) {
        return book.document(id).map(LabelDocument::file);
    }
}
