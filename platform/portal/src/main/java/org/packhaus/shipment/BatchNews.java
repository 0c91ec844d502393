package org.packhaus.shipment;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowOutcome;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Component;

/** Tells waiting rows of batches what became of their order, inside the transaction that decided it. */
@Component
class BatchNews {
    private final BatchService batches;
    private final ShipmentBook book;
    private final LabelOutcomes outcomes;
    private final JointOrders joint;

    BatchNews(BatchService batches, ShipmentBook book, LabelOutcomes outcomes, JointOrders joint) {
        this.batches = batches;
        this.book = book;
        this.outcomes = outcomes;
        this.joint = joint;
    }

    /** @param order whose parcels they are */
    void labelsMoved(OrderId order) {
        List<LabelPurchase> purchases = book.purchasesOf(List.of(order));
        List<ParcelEntity> live = book.parcelsOf(List.of(order)).stream()
                .filter(ParcelEntity::isLive)
                .toList();
        Set<String> counting = live.stream()
                .map(parcel -> parcel.id() + "/" + parcel.generation())
                .collect(Collectors.toSet());
        List<LabelOutcome> labels = purchases.stream()
                .filter(p -> counting.contains(p.parcelId() + "/" + p.generation()))
                .map(outcomes::of)
                .toList();
        if (!labels.isEmpty()) {
            RowOutcome outcome = RowOutcomes.ofLabels(labels);
            for (OrderId one : joint.together(order)) {
                settle(BookLabelsBatch.KIND, one, one.equals(order) ? outcome : RowOutcomes.unpaid(outcome));
            }
        }
    }

    void settle(String kind, OrderId order, RowOutcome outcome) {
        if (!(outcome instanceof RowOutcome.Pending)) {
            batches.settle(kind, order.value(), outcome);
        }
    }
}
