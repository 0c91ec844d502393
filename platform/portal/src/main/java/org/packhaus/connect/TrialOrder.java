package org.packhaus.connect;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.packhaus.connect.TrialLine.Check;
import org.packhaus.document.DocumentService;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchRow;
import org.packhaus.job.BatchService;
import org.packhaus.order.ImportOutcome;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.Installed;
import org.packhaus.plugin.PluginHost;
import org.packhaus.plugin.PluginMissing;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.TestOrders;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.LabelOutcome;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.OrderBooking;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.ShipmentService;
import org.springframework.stereotype.Component;

/** Sends an order of the channel's test system the whole way, with nothing but what a real one is sent with. */
@Component
class TrialOrder {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NEWEST = 50;

    private final PluginHost host;
    private final ConnectionService connections;
    private final ImportService imports;
    private final OrderService orders;
    private final ShipmentService shipments;
    private final BatchService batches;
    private final DocumentService documents;

    TrialOrder(
            PluginHost host,
            ConnectionService connections,
            ImportService imports,
            OrderService orders,
            ShipmentService shipments,
            BatchService batches,
            DocumentService documents) {
        this.host = host;
        this.connections = connections;
        this.imports = imports;
        this.orders = orders;
        this.shipments = shipments;
        this.batches = batches;
        this.documents = documents;
    }

    /** Resumes the two connections while it lasts; those of a seller in set-up are paused again afterwards. */
    Optional<OrderId> ship(SellerId seller, Account channel, Account carrier, TrialNotes notes) {
        List<Account> resting = List.of(channel, carrier).stream()
                .filter(account -> connections.connection(account.row().id()).state() == ConnectionState.PAUSED)
                .toList();
        resting.forEach(account -> connections.resume(account.row().id()));
        try {
            Optional<OrderId> order = order(seller, channel, notes);
            order.ifPresent(one -> ship(one, notes));
            notes.skipRest("Something above has to be mended first.");
            return order;
        } finally {
            resting.forEach(account -> connections.pause(account.row().id()));
        }
    }

    private Optional<OrderId> order(SellerId seller, Account channel, TrialNotes notes) {
        try {
            Set<OrderId> before = new HashSet<>(orders.newest(seller, null, NEWEST));
            Optional<Installed<TestOrders<Record>>> test =
                    host.salesChannel(channel.row().id()).ability(TestOrders.class);
            test.orElseThrow().call(PATIENCE, (service, settings) -> {
                service.placeTestOrder(settings);
                return true;
            });
            ImportOutcome read = imports.run(seller, channel.row().id());
            Optional<OrderId> fresh = orders.newest(seller, null, NEWEST).stream()
                    .filter(id -> !before.contains(id))
                    .findFirst();
            fresh.ifPresentOrElse(
                    id -> notes.fine(Check.ORDER, "Order " + row(id).orderNumber() + " was made up and read."),
                    () -> notes.failed(
                            Check.ORDER,
                            switch (read) {
                                case ImportOutcome.Done done ->
                                    "The order was made up, and the channel does not show it yet. Try again.";
                                case ImportOutcome.Later later -> later.text();
                                case ImportOutcome.Paused paused -> paused.text();
                            }));
            return fresh;
        } catch (PluginMissing | PluginException e) {
            notes.failed(Check.ORDER, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private OrderRow row(OrderId id) {
        return orders.rows(List.of(id)).getFirst();
    }

    private void ship(OrderId order, TrialNotes notes) {
        OrderBooking booking = shipments.book(order);
        if (!booking.problems().isEmpty()) {
            notes.failed(Check.LABEL, booking.problems().getFirst().text());
            return;
        }
        Optional<LabelRow> label = label(order);
        if (label.isEmpty()) {
            notes.failed(
                    Check.LABEL,
                    booking.labels().stream().map(TrialOrder::says).findFirst().orElse("No label was bought."));
            return;
        }
        notes.fine(Check.LABEL, label.get().carrierCode() + " " + label.get().trackingNumber());
        int bytes = documents.printFile(List.of(order)).length;
        notes.fine(Check.PAPERS, "Slip and label in one file, " + Math.max(1, bytes / 1024) + " kB.");
        report(order, notes, label.get());
    }

    private static String says(LabelOutcome outcome) {
        return switch (outcome) {
            case LabelOutcome.Rejected rejected -> rejected.text();
            case LabelOutcome.NeedsPerson asks -> asks.text();
            case LabelOutcome.Unclear unclear -> unclear.text();
            case LabelOutcome.NotAvailable later -> later.text();
            case LabelOutcome.Bought bought -> "The label was bought and is gone again; look at the order.";
            case LabelOutcome.Pending pending -> "Somebody else is just buying it; look at the order.";
        };
    }

    private Optional<LabelRow> label(OrderId order) {
        return shipments.ofOrder(order).stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .filter(ParcelRow::live)
                .flatMap(parcel -> parcel.label().stream())
                .findFirst();
    }

    private void report(OrderId order, TrialNotes notes, LabelRow label) {
        BatchId batch = shipments.confirm(List.of(order));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!batches.progress(batch).map(BatchProgress::isFinished).orElse(true) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        OrderRow now = row(order);
        if (now.parcels() == 0 || now.confirmed() < now.parcels()) {
            notes.failed(
                    Check.REPORT,
                    batches.rows(batch, null, -1, 1).stream()
                            .map(BatchRow::text)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse("The channel does not show the parcel yet; it is asked again by itself."));
            return;
        }
        notes.fine(Check.REPORT, "The channel took the parcel, and shows what was reported.");
        ReturnNumber back = label.returnNumber();
        if (back == null) {
            notes.notTried(Check.WAY_BACK, "The channel wanted no return number.");
        } else {
            notes.fine(Check.WAY_BACK, back.carrierCode() + " " + back.number());
        }
    }
}
