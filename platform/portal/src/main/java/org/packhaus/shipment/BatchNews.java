package org.packhaus.shipment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        labels(order).ifPresent(outcome -> {
            for (OrderId one : joint.together(order)) {
                batches.settle(BookLabelsBatch.KIND, one.value(), of(one, order, outcome));
            }
        });
    }

    void reportMoved(OrderId order, RowOutcome outcome) {
        batches.settle(ConfirmBatch.KIND, order.value(), outcome);
    }

    /** What a batch says of the order's labels by now; empty if it has none. */
    Optional<RowOutcome> booked(OrderId order) {
        OrderId lead = joint.lead(order);
        return labels(lead).map(outcome -> of(order, lead, outcome));
    }

    private static RowOutcome of(OrderId order, OrderId lead, RowOutcome outcome) {
        return order.equals(lead) ? outcome : RowOutcomes.unpaid(outcome);
    }

    private Optional<RowOutcome> labels(OrderId lead) {
        List<OrderId> orders = List.of(lead);
        Set<String> counting = book.liveParcelsOf(orders).stream()
                .map(parcel -> parcel.id() + "/" + parcel.generation())
                .collect(Collectors.toSet());
        List<LabelPurchase> all = book.purchasesOf(orders);
        List<LabelOutcome> labels = all.stream()
                .filter(p -> counting.contains(p.parcelId() + "/" + p.generation()))
                .map(outcomes::of)
                .toList();
        return labels.isEmpty()
                ? all.stream().max(Comparator.comparing(p -> p.id().value())).map(BatchNews::givenUp)
                : Optional.of(RowOutcomes.ofLabels(labels));
    }

    /** Its parcel is no more: the buyer cancelled what was in it, or it was dealt anew. */
    private static RowOutcome givenUp(LabelPurchase last) {
        return last.problemCode().isEmpty()
                ? RowOutcome.failed("parcel-given-up", "Its pieces were dealt anew. Book the order again.", null)
                : RowOutcome.failed(last.problemCode(), last.problemText(), null);
    }
}
