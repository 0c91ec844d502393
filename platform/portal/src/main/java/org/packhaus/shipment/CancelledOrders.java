package org.packhaus.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderCancelled;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stops what was cancelled at the channel, inside the importing transaction: a piece without a label leaves its parcel; a label that is
 * bought or under way is kept from being reported and offered for voiding.
 */
@Component
class CancelledOrders {
    /** The order room flags it under the same code; this room knows the label and says what to do about it. */
    static final String LABEL_LEFT = "cancelled-after-label";

    private final ShipmentBook book;
    private final ShipmentStates states;
    private final OrderService orders;
    private final JointOrders joint;
    private final JointParcels parcels;
    private final ConfirmationNotes notes;
    private final Clock clock;

    CancelledOrders(
            ShipmentBook book,
            ShipmentStates states,
            OrderService orders,
            JointOrders joint,
            JointParcels parcels,
            ConfirmationNotes notes,
            Clock clock) {
        this.book = book;
        this.states = states;
        this.orders = orders;
        this.joint = joint;
        this.parcels = parcels;
        this.notes = notes;
        this.clock = clock;
    }

    static Problem labelLeft(String trackingNumber) {
        return new Problem(
                LABEL_LEFT,
                "The buyer cancelled what is in the parcel " + trackingNumber
                        + ". Do not hand it over; give its label back.");
    }

    @EventListener
    void on(OrderCancelled event) {
        OrderId order = event.order();
        if (stopped(event, joint.lead(order)) || !event.whole()) {
            return;
        }
        // Nothing of it is to be shipped, so nothing of it leaves with others; what they have goes on without it.
        parcels.leave(order);
    }

    /** @param lead in whose parcels its pieces lie @return whether a label stands in the way of anything else */
    private boolean stopped(OrderCancelled event, OrderId lead) {
        OrderId order = event.order();
        Map<ParcelId, List<ParcelItem>> hit =
                book.itemsOf(List.of(lead)).stream().collect(Collectors.groupingBy(ParcelItem::parcelId));
        Set<ParcelId> touched = hit.values().stream()
                .flatMap(List::stream)
                .filter(item -> event.items().contains(item.item()))
                .map(ParcelItem::parcelId)
                .collect(Collectors.toSet());
        if (touched.isEmpty()) {
            return false;
        }
        List<LabelPurchase> purchases = book.purchasesOf(List.of(lead));
        boolean labelLeft = false;
        for (ParcelEntity parcel : book.parcels(touched)) {
            List<LabelPurchase> own = purchases.stream()
                    .filter(p -> p.parcelId().equals(parcel.id()))
                    .limit(1)
                    .toList();
            if (own.stream().allMatch(LabelPurchase::isOpen)) {
                takeOut(parcel, hit.getOrDefault(parcel.id(), List.of()), own, event);
            } else {
                own.forEach(purchase -> stop(parcel, purchase));
                labelLeft = true;
            }
        }
        if (!labelLeft) {
            orders.clearProblem(order, Set.of(LABEL_LEFT));
        }
        states.tell(order);
        return labelLeft;
    }

    private void takeOut(
            ParcelEntity parcel, List<ParcelItem> inside, List<LabelPurchase> planned, OrderCancelled event) {
        List<ParcelItem> gone = inside.stream()
                .filter(item -> event.items().contains(item.item()))
                .toList();
        gone.forEach(ParcelItem::takeOut);
        parcel.forgetMeasures();
        if (gone.size() == inside.size()) {
            parcel.discard(clock.instant());
            planned.stream()
                    .filter(p -> p.state() == LabelState.PLANNED)
                    .forEach(p -> p.rest("order-cancelled", "The buyer cancelled everything in the parcel."));
        }
    }

    private void stop(ParcelEntity parcel, LabelPurchase purchase) {
        book.confirmationOf(purchase.id())
                .filter(c -> c.state() == ConfirmationState.SCHEDULED || c.state() == ConfirmationState.REFUSED)
                .ifPresent(confirmation -> {
                    String text = "The buyer cancelled what is in the parcel, so it is not reported.";
                    confirmation.stop(LABEL_LEFT, text, clock.instant());
                    notes.note(confirmation, "import", LABEL_LEFT, text);
                });
        if (purchase.state() == LabelState.CONFIRMED) {
            parcel.holdBack(clock.instant());
            Problem left = labelLeft(purchase.trackingNumber().orElse(""));
            joint.together(purchase.order()).forEach(order -> orders.markProblem(order, left));
        }
    }
}
