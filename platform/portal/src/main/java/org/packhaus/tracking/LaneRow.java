package org.packhaus.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;

/**
 * A carrier that cannot be asked at the moment; booking with it goes on.
 *
 * @param next when it is asked again by itself
 */
public record LaneRow(
        ConnectionId carrier,
        String code,
        String text,
        @Nullable Instant since,
        @Nullable Instant next) {}
