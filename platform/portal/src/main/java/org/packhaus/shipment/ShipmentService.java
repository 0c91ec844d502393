package org.packhaus.shipment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchService;
import org.packhaus.job.NewRow;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.springframework.stereotype.Service;

/**
 * Ships orders: labels, parcels, confirmation. Sees the sellers in scope only. What is started here is done in the name of whoever acts
 * now ({@link Audit#actor()}); labels one by one are {@link LabelLedger}'s, numbers and documents {@link Parcels}'.
 */
@Service
public class ShipmentService {
    private final Parcels parcels;
    private final Booker booker;
    private final Confirmer confirmer;
    private final LabelLedger ledger;
    private final OrderService orders;
    private final BatchService batches;
    private final Audit audit;

    ShipmentService(
            Parcels parcels,
            Booker booker,
            Confirmer confirmer,
            LabelLedger ledger,
            OrderService orders,
            BatchService batches,
            Audit audit) {
        this.parcels = parcels;
        this.booker = booker;
        this.confirmer = confirmer;
        this.ledger = ledger;
        this.orders = orders;
        this.batches = batches;
        this.audit = audit;
    }

    /** The shipments of an order with their parcels, numbers, documents and states; oldest first. */
    public List<ShipmentRow> ofOrder(OrderId order) {
        return parcels.ofOrders(List.of(order));
    }

    /** What stands in the way of a label, before any money; an empty list for orders that may be booked. */
    public Map<OrderId, List<Problem>> check(Collection<OrderId> wanted) {
        Map<OrderId, List<Problem>> problems = new LinkedHashMap<>();
        for (ShippableOrder order : orders.shippable(wanted)) {
            problems.put(order.id(), booker.check(order));
        }
        return problems;
    }

    /** The parcels of an order about which rules have to decide when it is booked. */
    public List<Parcelled> undecided(OrderId order) {
        return booker.undecided(order);
    }

    /** Checks an order, packs it and buys its label now; never inside a transaction. Asking twice buys nothing twice. */
    public OrderBooking book(OrderId order) {
        return booker.book(order, audit.actor().name());
    }

    /**
     * Books labels as a batch of kind {@code book-labels}, a row for each order in scope, in the order given. One bad row stops no other.
     *
     * @throws IllegalArgumentException if none of the orders is in scope
     */
    public BatchId bookLabels(Collection<OrderId> wanted) {
        return start(BookLabelsBatch.KIND, "Booking labels", wanted);
    }

    /** Reports to the channel what has a label, as a batch of kind {@code confirm}. Asking twice reports nothing twice. */
    public BatchId confirm(Collection<OrderId> wanted) {
        return start(ConfirmBatch.KIND, "Confirming", wanted);
    }

    /** Writes down, and schedules with it, that an order's parcels are to be reported. Joins the transaction of what causes it. */
    public void confirmLater(OrderId order) {
        confirmer.schedule(order, audit.actor().name());
    }

    /**
     * Gives a label back. Where the carrier takes none back it is marked as unused: whoever destroys it is not charged, for carriers bill
     * such a label when they scan it. A label the channel knows is never given back.
     */
    public VoidOutcome giveBack(PurchaseId label) {
        VoidOutcome outcome = ledger.voidLabel(label, audit.actor().name());
        if (outcome instanceof VoidOutcome.Voided done) {
            parcels.ofLabel(label)
                    .ifPresent(parcel -> audit.record(
                            parcel.seller(),
                            "label.give-back",
                            new Subject("order", parcel.order().value()),
                            Map.of("label", label.toString(), "refunded", Boolean.toString(done.refunded()))));
        }
        return outcome;
    }

    /**
     * Wants another label for a parcel whose label was given back; booking the order buys it, from whichever carrier is chosen by then.
     *
     * @throws ShipmentException {@code label-not-settled} while the old one is under way or unclear, {@code already-confirmed} if the
     *     channel knows it
     */
    public PurchaseId newLabel(ParcelId parcel) {
        PurchaseId label =
                ledger.newGeneration(parcel, "asked for by hand", audit.actor().name());
        parcels.parcels(List.of(parcel))
                .forEach(row -> audit.record(
                        row.seller(),
                        "label.renew",
                        new Subject("order", row.order().value()),
                        Map.of("label", label.toString())));
        return label;
    }

    /**
     * A person found a label in the carrier's portal whose answer was lost, and says under which numbers. Nothing is bought.
     *
     * @param found what stands in the portal
     * @return {@code Bought}, or {@code NeedsPerson} with the code of what lacks: {@code upload-label}, {@code return-number-wanted}
     * @throws ShipmentException {@code label-file-unreadable} if the file is neither PDF nor ZPL
     */
    public LabelOutcome settleBought(PurchaseId label, FoundLabel found) {
        String by = audit.actor().name();
        LabelOutcome outcome = found.file().isEmpty()
                ? ledger.settleBought(label, found.trackingNumber(), found.back(), by)
                : ledger.settleBought(label, found.booking(carrierOf(label)), by);
        if (outcome instanceof LabelOutcome.Bought) {
            settled(label, "label.found", Map.of("tracking", found.trackingNumber()));
        }
        return outcome;
    }

    /** A person made sure that the carrier sold no label under the reference: booking the order asks for one again. */
    public LabelOutcome settleNotBought(PurchaseId label) {
        LabelOutcome outcome = ledger.settleNotBought(label, audit.actor().name());
        settled(label, "label.not-bought", Map.of());
        return outcome;
    }

    private String carrierOf(PurchaseId label) {
        return parcels.ofLabel(label).stream()
                .flatMap(parcel -> Stream.concat(parcel.labels().stream(), parcel.returnLabels().stream()))
                .filter(row -> row.purchase().equals(label))
                .map(LabelRow::carrierCode)
                .findFirst()
                .orElse("");
    }

    private void settled(PurchaseId label, String action, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>(details);
        all.put("label", label.toString());
        parcels.ofLabel(label)
                .ifPresent(parcel -> audit.record(
                        parcel.seller(),
                        action,
                        new Subject("order", parcel.order().value()),
                        all));
    }

    private BatchId start(String kind, String title, Collection<OrderId> wanted) {
        Map<OrderId, OrderRow> found = new LinkedHashMap<>();
        orders.rows(wanted).forEach(row -> found.put(row.id(), row));
        List<NewRow> rows = wanted.stream()
                .distinct()
                .flatMap(id -> found.containsKey(id)
                        ? java.util.stream.Stream.of(found.get(id))
                        : java.util.stream.Stream.empty())
                .map(row -> new NewRow(row.seller(), row.id().value(), row.orderNumber(), null))
                .toList();
        return batches.start(kind, title + " · " + rows.size(), rows);
    }
}
