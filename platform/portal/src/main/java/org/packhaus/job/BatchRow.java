package org.packhaus.job;

import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A row as a handler gets it and as a person sees it.
 *
 * @param position from 0; the key for paging
 * @param attempt 1 at the first try; more after a retry, or when the node running it died
 * @param code why it failed or is pending, explained in docs/operations
 * @param fix what a person can do about it
 * @param result what came out, e.g. a tracking number
 */
public record BatchRow(
        BatchRowId id,
        BatchId batch,
        int position,
        SellerId seller,
        long subject,
        String label,
        RowState state,
        int attempt,
        @Nullable String code,
        @Nullable String text,
        @Nullable String fix,
        @Nullable String result,
        @Nullable Price price) {}
