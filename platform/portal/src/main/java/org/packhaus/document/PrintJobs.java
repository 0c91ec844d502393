package org.packhaus.document;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.shipment.LabelFile;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.springframework.stereotype.Component;

/** Turns orders into what is printed for them, a few at a time. Needs a seller scope; orders outside it are left out silently. */
@Component
class PrintJobs {
    private final OrderService orders;
    private final Parcels parcels;
    private final SellerService sellers;

    PrintJobs(OrderService orders, Parcels parcels, SellerService sellers) {
        this.orders = orders;
        this.parcels = parcels;
        this.sellers = sellers;
    }

    /** A job, or why there is none. */
    sealed interface Prepared {
        /** Can be printed, as far as can be told without reading the label. */
        record Ready(PrintJob job) implements Prepared {}

        /** Cannot. */
        record Refused(Printed.LeftOut why) implements Prepared {}
    }

    /** In the order of the ids. */
    List<Prepared> prepare(Collection<OrderId> ids, PrintFile.Contents contents) {
        Map<OrderId, ShippableOrder> found =
                orders.shippable(ids).stream().collect(Collectors.toMap(ShippableOrder::id, order -> order));
        Map<OrderId, List<LabelFile>> labels = contents == PrintFile.Contents.SLIPS ? Map.of() : labels(found.keySet());
        Map<SellerId, SellerDetails> known = new HashMap<>();
        List<Prepared> prepared = new ArrayList<>();
        for (OrderId id : ids) {
            ShippableOrder order = found.get(id);
            if (order != null) {
                SellerDetails seller = known.computeIfAbsent(order.seller(), sellers::details);
                prepared.add(prepare(order, seller, labels.getOrDefault(id, List.of()), contents));
            }
        }
        return prepared;
    }

    /** The label files of the orders in the order of the ids, as they are stored. */
    List<LabelFile> originals(List<OrderId> ids) {
        Map<OrderId, List<LabelFile>> labels = labels(ids);
        return ids.stream()
                .flatMap(id -> labels.getOrDefault(id, List.of()).stream())
                .toList();
    }

    private Prepared prepare(
            ShippableOrder order, SellerDetails seller, List<LabelFile> labels, PrintFile.Contents contents) {
        try {
            Optional<SlipContent> slip =
                    contents == PrintFile.Contents.LABELS ? Optional.empty() : Optional.of(slip(order, seller));
            List<byte[]> pages = new ArrayList<>();
            for (LabelFile label : labels) {
                if (label.type() != DocumentType.PDF) {
                    throw new Unprintable(
                            Unprintable.Code.LABEL_IS_NO_PDF,
                            "The label of order %s is %s. Send it to a label printer, or set the carrier's connection to PDF and book anew."
                                    .formatted(order.orderNumber(), label.type()));
                }
                pages.add(label.content());
            }
            return new Prepared.Ready(new PrintJob(order.id().toString(), order.orderNumber(), slip, pages));
        } catch (Unprintable e) {
            return new Prepared.Refused(new Printed.LeftOut(order.id(), order.orderNumber(), e.code(), e.text()));
        }
    }

    /** Return labels stay out: the channel gives them to the buyer, and forbids enclosing them. */
    private Map<OrderId, List<LabelFile>> labels(Collection<OrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<ParcelRow> live = parcels.live(ids);
        Map<ParcelId, OrderId> orderOf = live.stream().collect(Collectors.toMap(ParcelRow::id, ParcelRow::order));
        return parcels.labelDocuments(live.stream().map(ParcelRow::id).toList()).stream()
                .filter(file -> file.kind() != CarrierDocument.Kind.RETURN_LABEL)
                .collect(Collectors.groupingBy(file -> orderOf.get(file.parcel())));
    }

    private static SlipContent slip(ShippableOrder order, SellerDetails seller) throws Unprintable {
        Address to = order.deliverTo();
        if (to == null) {
            throw new Unprintable(
                    Unprintable.Code.NO_ADDRESS,
                    "Order %s has no delivery address: the channel gives it when the order may be shipped."
                            .formatted(order.orderNumber()));
        }
        List<SlipLine> lines = lines(order);
        if (lines.isEmpty()) {
            throw new Unprintable(
                    Unprintable.Code.NOTHING_TO_PACK,
                    "Order %s has no pieces to pack: they are cancelled, sent or not released yet."
                            .formatted(order.orderNumber()));
        }
        ZoneId zone = seller.timeZone();
        return new SlipContent(
                seller.name(),
                address(seller.sender(), seller.name()),
                Optional.empty(),
                SlipLanguage.of(seller.language()),
                order.channel().toUpperCase(Locale.ROOT),
                to,
                order.orderNumber(),
                order.orderedAt().atZone(zone).toLocalDate(),
                lines,
                "");
    }

    /** What lies in the live parcels; before there are any, what will. */
    private static List<SlipLine> lines(ShippableOrder order) {
        boolean packed = order.allItems().stream().anyMatch(item -> item.parcel() != null);
        Map<List<Object>, List<OrderItem>> same = order.allItems().stream()
                .filter(item -> packed
                        ? item.parcel() != null && item.state() != ChannelItem.State.CANCELLED
                        : item.state() == ChannelItem.State.PROCESSABLE)
                .collect(Collectors.groupingBy(
                        item -> List.of(item.sku(), item.title(), item.attributes()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return same.values().stream().map(PrintJobs::line).toList();
    }

    private static SlipLine line(List<OrderItem> pieces) {
        OrderItem one = pieces.getFirst();
        return new SlipLine(
                one.sku(),
                one.articleNumber(),
                one.title(),
                one.ean(),
                pieces.size(),
                one.attributes(),
                pieces.stream().anyMatch(OrderItem::takesBackOldAppliance));
    }

    private static Address address(SenderAddress sender, String seller) {
        return Address.to(Optional.ofNullable(sender.name()).orElse(sender.company() == null ? seller : ""))
                .company(sender.company())
                .addition(sender.extra())
                .street(sender.street(), sender.houseNumber())
                .city(sender.zip(), sender.city())
                .country(CountryCode.find(sender.country()).orElse(CountryCode.DE))
                .build();
    }
}
