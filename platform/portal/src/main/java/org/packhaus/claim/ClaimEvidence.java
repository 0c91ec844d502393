package org.packhaus.claim;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.document.EvidenceFile;
import org.packhaus.document.SlipLanguage;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.DocumentRow;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.Scan;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.TrackingService;
import org.springframework.stereotype.Component;

/** Puts together what proves a claim: nothing is stored, so what the buyer's erasure takes away is not in it any more. */
@Component
class ClaimEvidence {
    private final TrackingService tracking;
    private final Parcels parcels;
    private final OrderService orders;
    private final SellerService sellers;
    private final ConnectionService connections;
    private final Clock clock;

    ClaimEvidence(
            TrackingService tracking,
            Parcels parcels,
            OrderService orders,
            SellerService sellers,
            ConnectionService connections,
            Clock clock) {
        this.tracking = tracking;
        this.parcels = parcels;
        this.orders = orders;
        this.sellers = sellers;
        this.connections = connections;
        this.clock = clock;
    }

    byte[] draw(ClaimRow claim) {
        SellerDetails seller = sellers.details(claim.seller());
        OrderDetails order = orders.details(claim.order());
        Optional<ParcelRow> parcel = parcels.ofLabel(claim.label());
        Optional<TrackedRow> track = tracking.label(claim.label());
        List<OrderItem> inside = parcel.map(row -> inside(order, row)).orElse(List.of());
        return EvidenceFile.bytes(new EvidenceFile.Content(
                SlipLanguage.of(seller.language()),
                clock.instant(),
                seller.timeZone(),
                claim.id().value(),
                claim.reason().name(),
                claim.amount(),
                claim.carrierReference(),
                connections.connection(claim.carrier()).name(),
                claim.trackingNumber(),
                new EvidenceFile.Parties(seller.name(), seller.sender(), order.deliverTo()),
                new EvidenceFile.Order(
                        order.row().orderNumber(),
                        order.row().orderedAt(),
                        inside.stream()
                                .map(item -> new EvidenceFile.Goods(item.sku(), item.title(), item.price()))
                                .toList()),
                new EvidenceFile.Parcel(
                        track.map(TrackedRow::product).orElse(""),
                        track.map(TrackedRow::boughtAt).orElse(null),
                        ordered(inside),
                        parcel.map(ParcelRow::weight).orElse(null),
                        parcel.flatMap(row -> file(row, claim.label()))
                                .map(DocumentRow::sha256)
                                .orElse("")),
                track.map(ClaimEvidence::promise).orElse(EvidenceFile.Promise.NONE),
                scans(claim.label())));
    }

    private static List<OrderItem> inside(OrderDetails order, ParcelRow parcel) {
        Set<ItemId> wanted = Set.copyOf(parcel.items());
        return order.items().stream().filter(item -> wanted.contains(item.id())).toList();
    }

    /** The goods' weight from the catalogue; null unless it is known of every piece. */
    private static @Nullable Weight ordered(List<OrderItem> inside) {
        if (inside.isEmpty() || inside.stream().anyMatch(item -> item.weight() == null)) {
            return null;
        }
        return Weight.grams(inside.stream()
                .map(OrderItem::weight)
                .filter(Objects::nonNull)
                .mapToInt(Weight::grams)
                .sum());
    }

    private static Optional<DocumentRow> file(ParcelRow parcel, PurchaseId label) {
        return parcel.documents().stream()
                .filter(row -> row.purchase().equals(label) && row.kind() == CarrierDocument.Kind.LABEL)
                .findFirst();
    }

    private static EvidenceFile.Promise promise(TrackedRow row) {
        return new EvidenceFile.Promise(
                row.promisedBy(),
                row.handedOverAt(),
                row.firstAttemptAt(),
                row.deliveredAt(),
                row.promise().name());
    }

    private List<EvidenceFile.Scan> scans(PurchaseId label) {
        List<Scan> newestFirst = tracking.histories(List.of(label)).getOrDefault(label, List.of());
        return newestFirst.reversed().stream()
                .map(scan -> new EvidenceFile.Scan(scan.at(), scan.code(), scan.text(), scan.place(), scan.withdrawn()))
                .toList();
    }

    /** What the goods of a parcel cost the buyer: what a seller asks for first. Empty if they are of several currencies, or unknown. */
    Optional<Money> worth(PurchaseId label) {
        Optional<ParcelRow> parcel = parcels.ofLabel(label);
        if (parcel.isEmpty()) {
            return Optional.empty();
        }
        List<Money> prices = inside(orders.details(parcel.get().order()), parcel.get()).stream()
                .map(OrderItem::price)
                .toList();
        return prices.stream().map(Money::currency).distinct().count() == 1
                ? prices.stream().reduce(Money::plus)
                : Optional.empty();
    }
}
