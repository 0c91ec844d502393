package org.packhaus.claim;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.WordsDue;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets buyers inside the erasing transaction. The evidence file is drawn when it is asked for, so none has to be found and emptied. */
@Component
class ErasedClaims {
    private final ClaimBook book;
    private final JointOrders joint;

    ErasedClaims(ClaimBook book, JointOrders joint) {
        this.book = book;
        this.joint = joint;
    }

    @EventListener
    void on(BuyersErased event) {
        forget(event.orders(), WordsDue.EVER);
    }

    @EventListener
    void on(WordsDue event) {
        forget(event.orders(), event.before());
    }

    /** A parcel of several orders is forgotten with the first of them. */
    private void forget(List<OrderId> orders, Instant before) {
        book.forget(
                Stream.concat(orders.stream(), joint.leads(orders).stream())
                        .distinct()
                        .map(OrderId::value)
                        .toList(),
                before);
    }
}
