package org.packhaus.returnnumber;

import java.time.Instant;
import java.util.Optional;
import org.packhaus.order.OrderId;

/**
 * One number of a pool and who has it.
 *
 * @param usedAt when a parcel got it
 */
public record PoolRow(
        long id, String number, Use use, Instant addedAt, Optional<OrderId> order, Optional<Instant> usedAt) {

    /** Whether it is still to be had. */
    public enum Use {
        FREE,
        /** For an order that is being booked. */
        KEPT,
        USED
    }
}
