package org.packhaus.seller;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection without its settings.
 *
 * @param lastError the newest one, also when the connection works again
 * @param outSince since when it is paused or broken; null while it is in use
 * @param lastSuccess when a call last went through, give or take a few minutes; null if none ever did
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
        @Nullable Instant outSince,
        @Nullable Instant lastSuccess) {

    public boolean usable() {
        return state == ConnectionState.ACTIVE;
    }

    /** Whether the newest call went wrong, as far as is known. */
    public boolean isFailing() {
        return lastError != null && (lastSuccess == null || lastError.at().isAfter(lastSuccess));
    }

    /** What the service said. */
    public record Problem(String code, String text, Instant at) {}
}
