package org.packhaus.sdk;

import java.time.Instant;
import java.util.Optional;

/**
 * Which orders.
 *
 * @param changedSince only orders changed at or after it; absent for all
 * @param cursor where the last page ended, as {@link OrderPage#next()} gave it
 * @param limit how many at most; a channel may give fewer
 */
public record OrderQuery(Optional<Instant> changedSince, Optional<String> cursor, int limit) {}
