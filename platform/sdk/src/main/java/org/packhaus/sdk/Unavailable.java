package org.packhaus.sdk;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service could not answer now (too many requests, under maintenance, not reachable), and <em>nothing happened there</em>.
 * The portal may ask again later.
 *
 * <p>For a purchase throw this only when the request certainly had no effect: the connection was refused, or the service
 * turned it away with 429. A time-out after sending or a 5xx is {@link Unclear}.
 */
public final class Unavailable extends PluginException {
    private static final long serialVersionUID = 1;

    private final @Nullable Duration retryAfter;

    public Unavailable(String code, String message) {
        this(code, message, null, null);
    }

    public Unavailable(String code, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(code, message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long the service asked us to wait, if it did. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
