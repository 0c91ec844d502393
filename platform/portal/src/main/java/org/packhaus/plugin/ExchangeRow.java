package org.packhaus.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;

/**
 * One request of a plugin and its answer, secrets blacked out.
 *
 * @param reference the order or parcel it was about, if known
 * @param status of the answer; null if none came
 * @param failure what happened instead of an answer
 */
public record ExchangeRow(
        long id,
        ConnectionId connection,
        Instant at,
        @Nullable String reference,
        String method,
        String url,
        @Nullable Integer status,
        long millis,
        String requestHeaders,
        String requestBody,
        String responseHeaders,
        String responseBody,
        @Nullable String failure) {

    /** The request as a command for a shell, as far as it was recorded. */
    public String curl() {
        return Curl.of(this);
    }
}
