package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A receipt OTTO made in a seller's name.
 *
 * @param items the pieces it is about
 * @param total what it comes to, always above 0
 * @param body as Receipts V3 shows it
 */
record Receipt(
        String number,
        Type type,
        String seller,
        String salesOrderId,
        List<String> items,
        Instant created,
        BigDecimal total,
        ObjectNode body) {

    /** As Receipts V3 names them. */
    enum Type {
        PURCHASE,
        REFUND,
        PARTIAL_REFUND
    }
}
