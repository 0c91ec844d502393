package org.packhaus.document;

import java.time.Instant;
import org.packhaus.order.OrderId;

/**
 * Once that papers of an order were printed.
 *
 * @param slip whether the packing slip was among them
 * @param labels pages of labels; more than zero in a later row means a reprint
 * @param by a user's or a job's name
 */
public record PrintRow(OrderId order, boolean slip, int labels, Instant at, String by) {}
