package org.packhaus.sdk;

import java.util.Optional;

/**
 * Which returns.
 *
 * @param state only those in it; absent for all
 * @param cursor where the last page ended, as {@link ReturnPage#next()} gave it
 * @param limit how many at most; a channel may give fewer
 */
public record ReturnQuery(Optional<ReturnedItem.State> state, Optional<String> cursor, int limit) {}
