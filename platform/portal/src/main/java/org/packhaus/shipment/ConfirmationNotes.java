package org.packhaus.shipment;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes the history of reports to the channel. */
@Component
class ConfirmationNotes {
    private final ShipmentBook book;
    private final Clock clock;

    ConfirmationNotes(ShipmentBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    void note(ConfirmationEntity confirmation, String actor, String code, String text) {
        book.add(new ConfirmationEvent(confirmation, clock.instant(), actor, code, text));
    }
}
