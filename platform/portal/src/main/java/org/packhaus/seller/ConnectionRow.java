package org.packhaus.seller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection without its settings.
 *
 * @param lastError the newest one, also when the connection works again
 */
public record ConnectionRow(
        ConnectionId id,
        SellerId seller,
        String pluginId,
        String extensionId,
        ConnectionRole role,
        String name,
        ConnectionState state,
        @Nullable Problem lastError,
        @Nullable Instant brokenSince) {

    public boolean usable() {
        return state == ConnectionState.ACTIVE;
    }

    /** What the service said. */
    public record Problem(String code, String text, Instant at) {}
}
