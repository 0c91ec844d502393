package org.packhaus.dayend;

import java.util.List;
import org.packhaus.order.BuyersErased;
import org.packhaus.shipment.HandOvers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Forgets buyers inside the erasing transaction. A paper holds many: it goes with the first of them, because by then nobody asks the
 * driver any more. Which parcel was in which closing stays: those are the seller's books.
 */
@Component
class ErasedDays {
    private final DayEndBook book;
    private final HandOvers handOvers;

    ErasedDays(DayEndBook book, HandOvers handOvers) {
        this.book = book;
        this.handOvers = handOvers;
    }

    @EventListener
    void on(BuyersErased event) {
        List<Long> closings = handOvers.closings(event.orders());
        if (!closings.isEmpty()) {
            book.forget(closings);
        }
    }
}
