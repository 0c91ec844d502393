package org.packhaus.tracking;

import java.util.stream.Stream;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets buyers inside the erasing transaction, and asks no carrier for their parcels any more: the answer would bring them back. */
@Component
class ErasedTracks {
    private final TrackingBook book;
    private final JointOrders joint;

    ErasedTracks(TrackingBook book, JointOrders joint) {
        this.book = book;
        this.joint = joint;
    }

    @EventListener
    void on(BuyersErased event) {
        // A parcel of several orders is forgotten with the first of them.
        book.forget(Stream.concat(event.orders().stream(), joint.leads(event.orders()).stream())
                .distinct()
                .map(OrderId::value)
                .toList());
    }
}
