package org.packhaus.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work that comes again and again.
 *
 * @param last when its last round began
 * @param failing how many sellers' last turn failed
 * @param error of one of them
 */
public record RecurringRow(
        String name,
        Duration every,
        @Nullable Instant next,
        @Nullable Instant last,
        int failing,
        @Nullable String error) {}
