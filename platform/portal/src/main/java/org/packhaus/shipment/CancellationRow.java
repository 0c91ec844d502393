package org.packhaus.shipment;

import java.time.Instant;
import org.packhaus.order.ItemId;

/**
 * A piece that is being cancelled, or was.
 *
 * @param since when it came into this state
 * @param problemCode why it is not done yet, or never will be; empty if nothing is the matter
 */
public record CancellationRow(
        ItemId item,
        CancellationState state,
        Instant since,
        Instant wantedAt,
        String wantedBy,
        String problemCode,
        String problemText) {

    /** Whether nobody knows yet how it ends; until then the piece is not shipped. */
    public boolean isOpen() {
        return state == CancellationState.WANTED || state == CancellationState.ASKED;
    }
}
