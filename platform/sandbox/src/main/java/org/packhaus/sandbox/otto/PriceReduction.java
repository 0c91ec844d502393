package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Part of a price that a seller gives back.
 *
 * @param receipt the number of its receipt, empty until it is processed
 */
record PriceReduction(
        String seller,
        String salesOrderId,
        String positionItemId,
        BigDecimal amount,
        Instant created,
        Status status,
        String receipt) {

    /** As Price-Reductions V1 names them. */
    enum Status {
        INITIATED,
        PROCESSED,
        REJECTED
    }

    PriceReduction processed(String number) {
        return new PriceReduction(seller, salesOrderId, positionItemId, amount, created, Status.PROCESSED, number);
    }

    PriceReduction rejected() {
        return new PriceReduction(seller, salesOrderId, positionItemId, amount, created, Status.REJECTED, "");
    }
}
