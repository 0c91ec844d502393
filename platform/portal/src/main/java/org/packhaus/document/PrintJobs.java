package org.packhaus.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.BoxShare;
import org.packhaus.shipment.Departures;
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
    private final PaperDesigns designs;
    private final Departures departures;

    PrintJobs(
            OrderService orders, Parcels parcels, SellerService sellers, PaperDesigns designs, Departures departures) {
        this.departures = departures;
        this.orders = orders;
        this.parcels = parcels;
        this.sellers = sellers;
        this.designs = designs;
    }

    /** A job, or why there is none. */
    sealed interface Prepared {
        /** Can be printed, as far as can be told without reading the label. */
        record Ready(PrintJob job) implements Prepared {}

        /** Cannot. */
        record Refused(Printed.LeftOut why) implements Prepared {}
    }

    /** In the order of the ids. */
    List<Prepared> prepare(Collection<OrderId> ids, PrintFile.Contents contents, PrintRequest.Which which) {
        Map<OrderId, ShippableOrder> found =
                orders.shippable(ids).stream().collect(Collectors.toMap(ShippableOrder::id, order -> order));
        Going going = going(found.values(), which);
        Map<OrderId, List<LabelFile>> labels =
                contents == PrintFile.Contents.SLIPS ? Map.of() : labels(going.parcels());
        Map<OrderId, List<ParcelRow>> abroad =
                contents == PrintFile.Contents.SLIPS ? Map.of() : CustomsPapers.abroad(found.values(), going.parcels());
        Map<ParcelId, BoxShare> shares = abroad.isEmpty() ? Map.of() : parcels.boxes(abroad.keySet());
        Map<SellerId, SellerDetails> known = new HashMap<>();
        Map<SellerId, PaperDesign> wishes = new HashMap<>();
        List<Prepared> prepared = new ArrayList<>();
        for (OrderId id : ids) {
            ShippableOrder order = found.get(id);
            if (order != null) {
                SellerDetails seller = known.computeIfAbsent(order.seller(), sellers::details);
                PaperDesign design = wishes.computeIfAbsent(order.seller(), designs::of);
                if (going.none().containsKey(id)) {
                    prepared.add(refused(order, going.none().get(id)));
                    continue;
                }
                List<LabelFile> files = labels.getOrDefault(id, List.of());
                List<byte[]> customs = CustomsPapers.of(
                        order,
                        seller,
                        files,
                        abroad.getOrDefault(id, List.of()),
                        going.first().get(id),
                        shares);
                prepared.add(prepare(order, seller, design, files, customs, contents));
            }
        }
        return prepared;
    }

    /** The label files of the orders in the order of the ids, as they are stored. */
    List<LabelFile> originals(List<OrderId> ids, PrintRequest.Which which) {
        Map<OrderId, List<LabelFile>> labels =
                labels(going(orders.shippable(ids), which).parcels());
        return ids.stream()
                .flatMap(id -> labels.getOrDefault(id, List.of()).stream())
                .filter(file -> !CustomsPapers.isCustoms(file))
                .toList();
    }

    /**
     * The parcels that papers are for.
     *
     * @param none the orders that have none among them although they have parcels
     * @param first parcels of the orders, printed or not
     */
    private record Going(List<ParcelRow> parcels, Map<OrderId, Unprintable.Code> none, Map<OrderId, ParcelId> first) {}

    private Going going(Collection<ShippableOrder> some, PrintRequest.Which which) {
        List<OrderId> ids = some.stream().map(ShippableOrder::id).toList();
        List<ParcelRow> live = ids.isEmpty() ? List.of() : parcels.live(ids);
        Set<ItemId> cancelled = some.stream()
                .flatMap(order -> order.allItems().stream())
                .filter(item -> item.state() == ChannelItem.State.CANCELLED)
                .map(OrderItem::id)
                .collect(Collectors.toSet());
        Set<ParcelId> left = which == PrintRequest.Which.LEFT_TOO || live.isEmpty() ? Set.of() : departures.of(ids);
        List<ParcelRow> going = new ArrayList<>();
        Map<OrderId, Unprintable.Code> none = new HashMap<>();
        Map<OrderId, ParcelId> first = new HashMap<>();
        live.forEach(parcel -> first.putIfAbsent(parcel.order(), parcel.id()));
        for (ParcelRow parcel : live) {
            if (!parcel.items().isEmpty() && cancelled.containsAll(parcel.items())) {
                none.putIfAbsent(parcel.order(), Unprintable.Code.CANCELLED);
            } else if (left.contains(parcel.id())) {
                none.put(parcel.order(), Unprintable.Code.LEFT_ALREADY);
            } else {
                going.add(parcel);
            }
        }
        going.forEach(parcel -> none.remove(parcel.order()));
        return new Going(going, none, first);
    }

    private static Prepared refused(ShippableOrder order, Unprintable.Code why) {
        String text = why == Unprintable.Code.CANCELLED
                ? "The buyer cancelled order %s. Do not hand it over; give its label back."
                : "Order %s has left already and stays out of the stack. If it needs its papers once more, print it alone.";
        return new Prepared.Refused(
                new Printed.LeftOut(order.id(), order.orderNumber(), why, text.formatted(order.orderNumber())));
    }

    private Prepared prepare(
            ShippableOrder order,
            SellerDetails seller,
            PaperDesign design,
            List<LabelFile> files,
            List<byte[]> customs,
            PrintFile.Contents contents) {
        try {
            Optional<SlipContent> slip =
                    hasSlip(contents) ? Optional.of(SlipContents.of(order, seller, design)) : Optional.empty();
            List<byte[]> pages = new ArrayList<>();
            List<LabelFile> labels = contents == PrintFile.Contents.CUSTOMS
                    ? List.of()
                    : files.stream()
                            .filter(file -> !CustomsPapers.isCustoms(file))
                            .toList();
            for (LabelFile label : labels) {
                if (label.type() != DocumentType.PDF) {
                    throw new Unprintable(
                            Unprintable.Code.LABEL_IS_NO_PDF,
                            "The label of order %s is %s. Send it to a label printer, or set the carrier's connection to PDF and book anew."
                                    .formatted(order.orderNumber(), label.type()));
                }
                pages.add(label.content());
            }
            return new Prepared.Ready(new PrintJob(order.id().toString(), order.orderNumber(), slip, pages, customs));
        } catch (Unprintable e) {
            return new Prepared.Refused(new Printed.LeftOut(order.id(), order.orderNumber(), e.code(), e.text()));
        }
    }

    private static boolean hasSlip(PrintFile.Contents contents) {
        return switch (contents) {
            case SLIPS, INTERLEAVED, SLIPS_THEN_LABELS -> true;
            case LABELS, LABELS_ALONE, CUSTOMS -> false;
        };
    }

    /**
     * Return labels stay out unless the seller wants them enclosed: OTTO gives them to the buyer itself, and forbids enclosing them.
     */
    private Map<OrderId, List<LabelFile>> labels(List<ParcelRow> live) {
        if (live.isEmpty()) {
            return Map.of();
        }
        Map<ParcelId, OrderId> orderOf = live.stream().collect(Collectors.toMap(ParcelRow::id, ParcelRow::order));
        Map<SellerId, Boolean> enclose = new HashMap<>();
        live.forEach(parcel -> enclose.computeIfAbsent(
                parcel.seller(), seller -> designs.of(seller).returnLabels()));
        Set<ParcelId> withReturn = live.stream()
                .filter(parcel -> enclose.getOrDefault(parcel.seller(), false))
                .map(ParcelRow::id)
                .collect(Collectors.toSet());
        return parcels.labelDocuments(live.stream().map(ParcelRow::id).toList()).stream()
                .filter(file -> file.kind() != CarrierDocument.Kind.RETURN_LABEL || withReturn.contains(file.parcel()))
                .collect(Collectors.groupingBy(file -> orderOf.get(file.parcel())));
    }
}
