package org.packhaus.order;

import java.time.Instant;

/**
 * Where a page ended: what the list is sorted by, and the order.
 *
 * @param at of the column the list was read by
 */
public record OrderCursor(Instant at, long id) {}
