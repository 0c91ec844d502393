package org.packhaus.sdk;

import java.net.http.HttpClient;
import java.time.Clock;

/**
 * What the portal gives an extension, through the one argument of its constructor. Everything here may be used from many
 * threads; {@link #http()} only while the portal is calling the extension, because it belongs to the connection of that
 * call.
 */
public interface PluginTools {

    /**
     * The way out. It knows the connection the portal is calling for: it keeps to that connection's rate limit, goes only
     * to hosts the plugin is allowed to reach, cuts off at the call's deadline, never repeats a request, and records what
     * was said (secrets blacked out) for the seller to read.
     *
     * <p>{@link java.io.IOException}s of it need translation: {@link java.net.ConnectException},
     * {@link java.net.http.HttpConnectTimeoutException} and a failed TLS handshake mean nothing was sent
     * ({@link Unavailable}); everything else after a purchase or a report is {@link Unclear}. {@link Calls} does it.
     */
    HttpClient http();

    /** The time. Use it instead of {@code Instant.now()}, so that tests can turn it. */
    Clock clock();

    /**
     * Reads JSON.
     *
     * @throws JsonException if the text is not JSON, a body cut short for instance
     */
    Json parse(String text);

    /** Writes JSON, without line breaks. */
    String print(Json json);
}
