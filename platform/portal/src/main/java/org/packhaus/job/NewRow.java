package org.packhaus.job;

import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A row to be worked on.
 *
 * @param subject the id of what is worked on, e.g. an order's
 * @param label what a person recognises it by, e.g. the order number
 * @param lane rows of one lane share a limit, e.g. a connection's id; null for the seller's own lane
 */
public record NewRow(
        SellerId seller,
        long subject,
        String label,
        @Nullable String lane) {}
