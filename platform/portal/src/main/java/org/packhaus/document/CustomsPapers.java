package org.packhaus.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.Money;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SenderAddress;
import org.packhaus.shipment.BoxShare;
import org.packhaus.shipment.LabelFile;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelRow;

/**
 * What goes outside a parcel for customs: the carrier's own papers, and for a parcel that leaves the customs union without any a
 * commercial invoice of ours.
 */
final class CustomsPapers {
    private CustomsPapers() {}

    /** Those of the parcels that pass customs; none in nearly every batch. */
    static Map<OrderId, List<ParcelRow>> abroad(Collection<ShippableOrder> orders, List<ParcelRow> parcels) {
        Set<OrderId> some = orders.stream()
                .filter(order -> order.deliverTo() != null && !CustomsUnion.holds(order.deliverTo()))
                .map(ShippableOrder::id)
                .collect(Collectors.toSet());
        return parcels.stream()
                .filter(parcel -> some.contains(parcel.order()))
                .collect(Collectors.groupingBy(ParcelRow::order));
    }

    /**
     * @param files of the order's bought labels, of all kinds
     * @param abroad its parcels that pass customs
     * @param first of its parcels, with which the postage goes
     * @param shares of its parcels that hold a part of a piece
     */
    static List<byte[]> of(
            ShippableOrder order,
            SellerDetails seller,
            List<LabelFile> files,
            List<ParcelRow> abroad,
            @Nullable ParcelId first,
            Map<ParcelId, BoxShare> shares) {
        List<byte[]> papers = new ArrayList<>();
        Map<ParcelId, LabelFile> labels = new HashMap<>();
        files.stream()
                .filter(file -> file.kind() == CarrierDocument.Kind.LABEL)
                .forEach(file -> labels.putIfAbsent(file.parcel(), file));
        Set<ParcelId> papered = files.stream()
                .filter(CustomsPapers::isCustoms)
                .map(LabelFile::parcel)
                .collect(Collectors.toSet());
        files.stream().filter(CustomsPapers::isCustoms).map(LabelFile::content).forEach(papers::add);
        Address to = order.deliverTo();
        for (ParcelRow parcel : abroad) {
            LabelFile label = labels.get(parcel.id());
            if (to != null && label != null && !papered.contains(parcel.id())) {
                BoxShare share = shares.getOrDefault(parcel.id(), new BoxShare(1, 1));
                boolean withPostage = parcel.id().equals(first);
                papers.add(CommercialInvoice.pdf(
                        invoice(order, seller, to, parcel, label, share, withPostage), label.createdAt()));
            }
        }
        return papers;
    }

    static boolean isCustoms(LabelFile file) {
        return file.kind() == CarrierDocument.Kind.CUSTOMS && file.type() == DocumentType.PDF;
    }

    private static InvoiceContent invoice(
            ShippableOrder order,
            SellerDetails seller,
            Address to,
            ParcelRow parcel,
            LabelFile label,
            BoxShare share,
            boolean withPostage) {
        Map<List<Object>, List<OrderItem>> inside = order.allItems().stream()
                .filter(item -> parcel.items().contains(item.id()))
                .collect(Collectors.groupingBy(
                        item -> List.of(item.sku(), item.price()), LinkedHashMap::new, Collectors.toList()));
        List<InvoiceContent.Line> lines =
                inside.values().stream().map(same -> line(same, share)).toList();
        Money nothing =
                Money.of(BigDecimal.ZERO, lines.getFirst().value().currency().getCurrencyCode());
        Money fee = order.deliveryFee();
        return new InvoiceContent(
                order.orderNumber(),
                label.createdAt().atZone(seller.timeZone()).toLocalDate(),
                parcel.label().map(LabelRow::trackingNumber).orElse(""),
                sender(seller),
                to,
                Objects.requireNonNull(parcel.weight(), "A parcel with a label has a weight."),
                fee == null || !withPostage ? nothing : fee,
                lines);
    }

    private static InvoiceContent.Line line(List<OrderItem> same, BoxShare share) {
        OrderItem one = same.getFirst();
        Commodity whole = one.commodity();
        String part = share.boxes() > 1 ? " (box %d of %d)".formatted(share.box(), share.boxes()) : "";
        Commodity inside = whole == null ? null : share.of(whole);
        return new InvoiceContent.Line(
                one.title() + part,
                same.size(),
                share.of(one.price()),
                inside == null
                        ? null
                        : new Commodity(
                                inside.hsCode(), inside.origin(), inside.description() + part, inside.weight()));
    }

    private static Address sender(SellerDetails seller) {
        SenderAddress sender = seller.sender();
        boolean nameless = sender.company() == null && sender.name() == null;
        return Address.to(nameless ? seller.name() : sender.name() == null ? "" : sender.name())
                .company(sender.company())
                .addition(sender.extra())
                .street(sender.street(), sender.houseNumber())
                .city(sender.zip(), sender.city())
                .country(CountryCode.find(sender.country()).orElse(CountryCode.DE))
                .phone(sender.phone())
                .email(sender.email())
                .build();
    }
}
