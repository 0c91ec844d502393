package org.packhaus.tracking;

import org.packhaus.order.BuyersErased;
import org.packhaus.order.OrderId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets buyers inside the erasing transaction, and asks no carrier for their parcels any more: the answer would bring them back. */
@Component
class ErasedTracks {
    private final TrackingBook book;

    ErasedTracks(TrackingBook book) {
        this.book = book;
    }

    @EventListener
    void on(BuyersErased event) {
        book.forget(event.orders().stream().map(OrderId::value).toList());
    }
}
