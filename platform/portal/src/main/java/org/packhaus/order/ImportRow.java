package org.packhaus.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * How the import of a connection is doing.
 *
 * @param finishedAt when the channel was last read to the end
 * @param failures how often in a row it has failed; 0 when all is well
 * @param errorText what it said last; null when all is well
 * @param notBefore it is asked again then; null when it may be asked now
 */
public record ImportRow(
        SellerId seller,
        ConnectionId connection,
        @Nullable Instant finishedAt,
        int failures,
        @Nullable String errorCode,
        @Nullable String errorText,
        @Nullable Instant notBefore) {}
