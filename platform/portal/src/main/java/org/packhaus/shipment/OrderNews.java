package org.packhaus.shipment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.Stage;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.Money;
import org.springframework.stereotype.Component;

/** Tells the order about its labels, inside the ledger's transaction. */
@Component
class OrderNews implements LabelNews {
    /** States that wait for something; the ledger goes on from the others by itself and the order need not worry anybody. */
    private static final Set<LabelState> WORRYING =
            EnumSet.of(LabelState.REJECTED, LabelState.UNCLEAR, LabelState.NEEDS_PERSON, LabelState.CONFIRMED);

    private final OrderService orders;
    private final JointOrders joint;
    private final JointParcels parcels;
    private final ShipmentStates states;
    private final ShipmentBook book;
    private final ConfirmationNotes notes;
    private final BatchNews batches;
    private final Clock clock;

    OrderNews(
            OrderService orders,
            JointOrders joint,
            JointParcels parcels,
            ShipmentStates states,
            ShipmentBook book,
            ConfirmationNotes notes,
            BatchNews batches,
            Clock clock) {
        this.orders = orders;
        this.joint = joint;
        this.parcels = parcels;
        this.states = states;
        this.book = book;
        this.notes = notes;
        this.batches = batches;
        this.clock = clock;
    }

    @Override
    public void bought(BoughtLabel label, LabelPurchase purchase) {
        states.tell(purchase.order());
        List<OrderId> together = joint.together(purchase.order());
        // Whatever was wrong before, the carrier has sold the label now.
        together.forEach(orders::clearProblem);
        String number = label.carrierCode() + " " + label.trackingNumber();
        String price = label.price().map(Money::toString).map(p -> " · " + p).orElse("");
        for (OrderId order : together) {
            orders.timeline(order, "label-bought", order.equals(purchase.order()) ? number + price : number);
        }
        label.warnings().forEach(warning -> orders.timeline(purchase.order(), "carrier-warning", warning));
        if (!cancelledPieces(purchase).isEmpty()) {
            book.parcels(List.of(purchase.parcelId())).forEach(parcel -> parcel.holdBack(clock.instant()));
            together.forEach(order -> orders.markProblem(order, CancelledOrders.labelLeft(label.trackingNumber())));
        }
        batches.labelsMoved(purchase.order());
    }

    @Override
    public void returnLabelBought(BoughtLabel label, LabelPurchase purchase) {
        orders.clearProblem(purchase.order());
        orders.timeline(purchase.order(), "return-label-bought", label.carrierCode() + " " + label.trackingNumber());
        label.warnings().forEach(warning -> orders.timeline(purchase.order(), "carrier-warning", warning));
    }

    private List<OrderItem> cancelledPieces(LabelPurchase purchase) {
        Set<ItemId> inside = book.itemsOf(List.of(purchase.order())).stream()
                .filter(item -> item.parcelId().equals(purchase.parcelId()))
                .map(ParcelItem::item)
                .collect(Collectors.toSet());
        return orders.shippable(purchase.order()).allItems().stream()
                .filter(item -> inside.contains(item.id()) && item.state() == ChannelItem.State.CANCELLED)
                .toList();
    }

    @Override
    public void voided(LabelPurchase purchase, String text) {
        List<OrderId> together = joint.together(purchase.order());
        if (!cancelledPieces(purchase).isEmpty()) {
            // What is left of the order is packed anew.
            book.parcels(List.of(purchase.parcelId())).forEach(parcel -> parcel.discard(clock.instant()));
            book.itemsOf(List.of(purchase.order())).stream()
                    .filter(item -> item.parcelId().equals(purchase.parcelId()))
                    .forEach(ParcelItem::takeOut);
            together.forEach(order -> orders.clearProblem(order, Set.of(CancelledOrders.LABEL_LEFT)));
            orders.rows(together).stream()
                    .filter(row -> row.stage() == Stage.CANCELLED)
                    .forEach(row -> parcels.leave(row.id()));
        }
        states.tell(purchase.order());
        together.forEach(order -> orders.timeline(order, "label-voided", text));
    }

    @Override
    public void problem(LabelPurchase purchase, String code, String text) {
        String step =
                "label-" + purchase.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (OrderId order : joint.together(purchase.order())) {
            if (WORRYING.contains(purchase.state()) || code.equals("second-label")) {
                orders.markProblem(order, new Problem(code, text));
            }
            orders.timeline(order, step, text);
        }
        if (purchase.purpose() == LabelPurchase.Purpose.OUTBOUND) {
            batches.labelsMoved(purchase.order());
        }
    }

    @Override
    public void mayBeVoided(LabelPurchase purchase) {
        book.confirmationOf(purchase.id()).ifPresent(confirmation -> {
            if (confirmation.state().mayBeKnown()) {
                throw new ShipmentException(
                        "already-confirmed",
                        "The channel knows the number " + confirmation.trackingNumber()
                                + " already and cannot change it. Let the parcel leave under it, or tell the buyer.",
                        confirmation.trackingNumber());
            }
            if (confirmation.state() == ConfirmationState.SCHEDULED) {
                String text = "The label is given back, so it is not reported to the channel.";
                confirmation.stop("label-given-back", text, clock.instant());
                notes.note(confirmation, "label-voiding", "label-given-back", text);
            }
        });
    }
}
