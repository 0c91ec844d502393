package org.packhaus.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.packhaus.demo.DemoSellers.DemoSeller;
import org.packhaus.demo.SandboxControl.Charge;
import org.packhaus.demo.Verification.OurOrder;
import org.packhaus.demo.Verification.OurParcel;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowState;
import org.packhaus.order.OrderCursor;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderPage;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelLedger;
import org.packhaus.shipment.LabelOutcome;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.LabelState;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.ShipmentService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the people of the warehouse do all day, done by the same services their screens use. */
@Component
@Profile({"demo", "headless"})
class Warehouse {
    private static final int PAGE = 200;
    private static final String PERSON = "demo: looked into the carrier's portal";

    private final OrderService orders;
    private final ShipmentService shipments;
    private final LabelLedger ledger;
    private final BatchService batches;

    Warehouse(OrderService orders, ShipmentService shipments, LabelLedger ledger, BatchService batches) {
        this.orders = orders;
        this.shipments = shipments;
        this.ledger = ledger;
        this.batches = batches;
    }

    /** Books a label for every order that waits for one; empty if none does. */
    Optional<BatchId> bookWaiting() {
        List<OrderId> waiting = ids(OrderTab.TO_SHIP, row -> row.labels() == 0 && !row.freight() && !row.onHold());
        return waiting.isEmpty() ? Optional.empty() : Optional.of(shipments.bookLabels(waiting));
    }

    /** Books their labels. */
    BatchId book(List<OrderId> wanted) {
        return shipments.bookLabels(wanted);
    }

    /** Reports them. */
    BatchId confirm(List<OrderId> wanted) {
        return shipments.confirm(wanted);
    }

    /** Waits for it. */
    void finish(BatchId batch, Duration longest) {
        Patience.await(() -> progress(batch).isFinished(), longest);
    }

    /** Reports every labelled order that is not reported yet; empty if there is none. */
    Optional<BatchId> confirmLabelled() {
        List<OrderId> labelled = new ArrayList<>(unconfirmed(OrderTab.LABEL_PRINTED));
        labelled.addAll(unconfirmed(OrderTab.PACKED));
        return labelled.isEmpty() ? Optional.empty() : Optional.of(shipments.confirm(labelled));
    }

    private List<OrderId> unconfirmed(OrderTab tab) {
        return ids(tab, row -> row.labels() > 0 && row.confirmed() < row.parcels());
    }

    /** What rows that failed for that reason say. */
    List<String> refused(BatchId batch, String code) {
        return batches.rows(batch, RowState.FAILED, -1, 100_000).stream()
                .filter(row -> code.equals(row.code()))
                .map(row -> orEmpty(row.text()))
                .toList();
    }

    int retryFailed(BatchId batch) {
        return batches.retryFailed(batch);
    }

    /** How far a batch is. */
    BatchProgress progress(BatchId batch) {
        return batches.progress(batch).orElseThrow();
    }

    /**
     * Does what the ledger asks a person to: looks into the carrier's own list, by the reference that was sent, and says
     * whether the label was bought.
     *
     * @return how many purchases were settled
     */
    int settle(DemoSeller seller, SandboxControl sandbox) {
        return SellerScope.get(Set.of(seller.id()), () -> {
            List<LabelRow> doubtful = parcels(ids(OrderTab.ALL, row -> row.labels() == 0 && !row.freight())).stream()
                    .flatMap(parcel -> Stream.concat(
                            parcel.labels().stream().limit(1),
                            parcel.returnLabels().stream().limit(1)))
                    .filter(label -> label.state() == LabelState.NEEDS_PERSON)
                    .toList();
            if (doubtful.isEmpty()) {
                return 0;
            }
            List<Charge> charges = sandbox.charges(seller.account().key());
            for (LabelRow label : doubtful) {
                charges.stream()
                        .filter(charge -> charge.reference().equals(label.reference()) && !charge.voided())
                        .findFirst()
                        .ifPresentOrElse(
                                charge -> bought(label, charge, sandbox),
                                () -> ledger.settleNotBought(label.purchase(), PERSON));
            }
            return doubtful.size();
        });
    }

    /** First by the number alone; where the carrier hands no label out again, with the file printed in its portal. */
    private void bought(LabelRow label, Charge charge, SandboxControl sandbox) {
        Optional<String> back = Optional.of(charge.returnNumber()).filter(number -> !number.isEmpty());
        LabelOutcome outcome = ledger.settleBought(label.purchase(), charge.number(), back, PERSON);
        if (outcome instanceof LabelOutcome.NeedsPerson asks && asks.code().equals("upload-label")) {
            Booking found = new Booking(
                    charge.number(),
                    back.map(number -> new ReturnNumber(charge.carrier(), number)),
                    List.of(new CarrierDocument(
                            CarrierDocument.Kind.LABEL, DocumentType.PDF, sandbox.label(charge.number()))),
                    Optional.empty(),
                    List.of());
            ledger.settleBought(label.purchase(), found, PERSON);
        }
    }

    /** Every order of the sellers in scope. */
    List<OrderRow> all() {
        return pages(OrderTab.ALL).stream().flatMap(List::stream).toList();
    }

    /** Every order of the sellers in scope, as we hold it. */
    List<OurOrder> ours() {
        List<OurOrder> ours = new ArrayList<>();
        for (List<OrderRow> page : pages(OrderTab.ALL)) {
            for (OrderRow row : page) {
                ours.add(ours(row));
            }
        }
        return ours;
    }

    private OurOrder ours(OrderRow row) {
        String code = row.problem() == null ? "" : row.problem().code();
        String text = row.problem() == null ? "" : row.problem().text();
        List<OurParcel> held = new ArrayList<>();
        List<String> returnLabels = new ArrayList<>();
        List<ParcelRow> parcels = parcels(List.of(row.id()));
        if (!parcels.isEmpty()) {
            OrderDetails details = orders.details(row.id());
            for (ParcelRow parcel : parcels) {
                Optional<LabelRow> label = parcel.live() ? parcel.label() : Optional.empty();
                parcel.returnLabels().stream()
                        .filter(bought -> bought.state() == LabelState.CONFIRMED)
                        .forEach(bought -> returnLabels.add(orEmpty(bought.trackingNumber())));
                label.ifPresent(bought -> held.add(new OurParcel(
                        bought.carrierCode(),
                        orEmpty(bought.trackingNumber()),
                        bought.returnNumber() == null
                                ? ""
                                : bought.returnNumber().number(),
                        bought.returnNumber() == null ? "" : from(parcel),
                        details.items().stream()
                                .filter(item -> parcel.items().contains(item.id()))
                                .map(item -> item.channelItemId())
                                .collect(Collectors.toSet()))));
                if (code.isEmpty() && label.isEmpty() && !parcel.labels().isEmpty()) {
                    code = parcel.labels().getFirst().problemCode();
                    text = parcel.labels().getFirst().problemText();
                }
                if (code.isEmpty() && parcel.confirmation() != null) {
                    code = parcel.confirmation().problemCode();
                    text = parcel.confirmation().problemText();
                }
            }
        }
        return new OurOrder(row.orderNumber(), held, returnLabels, code, text);
    }

    private static String from(ParcelRow parcel) {
        return (parcel.returnSource() == null ? SourceKind.CALL : parcel.returnSource())
                .name()
                .toLowerCase(Locale.ROOT);
    }

    /** The orders that have a label, in picking order. */
    List<OrderId> labelled() {
        return ids(OrderTab.ALL, row -> row.labels() > 0);
    }

    /** What must be readable on their labels. */
    List<String> trackingNumbers(Collection<OrderId> wanted) {
        return parcels(wanted).stream()
                .filter(ParcelRow::live)
                .flatMap(parcel -> parcel.label().stream())
                .map(label -> orEmpty(label.trackingNumber()))
                .toList();
    }

    private List<ParcelRow> parcels(Collection<OrderId> wanted) {
        return wanted.stream()
                .flatMap(order -> shipments.ofOrder(order).stream())
                .flatMap(shipment -> shipment.parcels().stream())
                .toList();
    }

    private List<OrderId> ids(OrderTab tab, Predicate<OrderRow> wanted) {
        Set<OrderId> seen = new HashSet<>();
        List<OrderId> found = new ArrayList<>();
        for (List<OrderRow> page : pages(tab)) {
            page.stream().filter(wanted).map(OrderRow::id).filter(seen::add).forEach(found::add);
        }
        return found;
    }

    private List<List<OrderRow>> pages(OrderTab tab) {
        List<List<OrderRow>> pages = new ArrayList<>();
        @Nullable OrderCursor after = null;
        do {
            OrderPage page = orders.page(OrderFilter.of(tab), after, PAGE);
            pages.add(page.rows());
            after = page.next();
        } while (after != null);
        return pages;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
