package org.packhaus.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ConfirmationNotes notes;
    private final Clock clock;

    CancelledOrders(
            ShipmentBook book, ShipmentStates states, OrderService orders, ConfirmationNotes notes, Clock clock) {
        this.book = book;
        this.states = states;
        this.orders = orders;
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
        Map<ParcelId, List<ParcelItem>> hit =
                book.itemsOf(List.of(order)).stream().collect(Collectors.groupingBy(ParcelItem::parcelId));
        Set<ParcelId> touched = hit.values().stream()
                .flatMap(List::stream)
                .filter(item -> event.items().contains(item.item()))
                .map(ParcelItem::parcelId)
                .collect(Collectors.toSet());
        if (touched.isEmpty()) {
            return;
        }
        List<LabelPurchase> purchases = book.purchasesOf(List.of(order));
        boolean labelLeft = false;
        for (ParcelEntity parcel : book.parcels(touched)) {
            List<LabelPurchase> own = purchases.stream()
                    .filter(p -> p.parcelId().equals(parcel.id()))
                    .limit(1)
                    .toList();
            if (own.stream().allMatch(LabelPurchase::isOpen)) {
                takeOut(parcel, hit.getOrDefault(parcel.id(), List.of()), own, event);
            } else {
                own.forEach(this::stop);
                labelLeft = true;
            }
        }
        if (!labelLeft) {
            orders.clearProblem(order, Set.of(LABEL_LEFT));
        }
        states.tell(order);
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

    private void stop(LabelPurchase purchase) {
        book.confirmationOf(purchase.id())
                .filter(c -> c.state() == ConfirmationState.SCHEDULED || c.state() == ConfirmationState.REFUSED)
                .ifPresent(confirmation -> {
                    String text = "The buyer cancelled what is in the parcel, so it is not reported.";
                    confirmation.stop(LABEL_LEFT, text, clock.instant());
                    notes.note(confirmation, "import", LABEL_LEFT, text);
                });
        if (purchase.state() == LabelState.CONFIRMED) {
            orders.markProblem(
                    purchase.order(), labelLeft(purchase.trackingNumber().orElse("")));
        }
    }
}
