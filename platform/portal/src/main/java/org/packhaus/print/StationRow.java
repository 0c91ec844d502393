package org.packhaus.print;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A print station.
 *
 * @param hasAgent whether a token was given out for its agent
 * @param labelPrinter where labels come out
 * @param slipPrinter where packing slips and lists come out
 * @param seenAt when its agent last asked
 */
public record StationRow(
        StationId id,
        String name,
        boolean hasAgent,
        @Nullable PrinterId labelPrinter,
        @Nullable PrinterId slipPrinter,
        @Nullable Instant seenAt) {}
