package org.packhaus.order;

import java.time.Instant;

/** Where a page ended: its last row's place in the list. */
public record OrderCursor(Instant dueAt, long id) {}
