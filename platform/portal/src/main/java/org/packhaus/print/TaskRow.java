package org.packhaus.print;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;

/**
 * A file on its way, without its bytes.
 *
 * @param title what it holds, a word of {@code print.papers}
 * @param orders whose papers it holds, how many; of a day's end the parcels
 */
public record TaskRow(
        TaskId id,
        SellerId seller,
        StationId station,
        PrinterId printer,
        String title,
        DocumentType type,
        int orders,
        TaskState state,
        int attempt,
        @Nullable String problemCode,
        @Nullable String problemText,
        Instant queuedAt,
        String queuedBy,
        @Nullable Instant endedAt) {}
