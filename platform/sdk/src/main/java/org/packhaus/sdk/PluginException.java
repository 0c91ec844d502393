package org.packhaus.sdk;

import java.util.Objects;

/**
 * What a plugin throws when it could not do what was asked. The kind decides what the portal does next, so choose it with
 * care: only {@link Unavailable} is ever tried again without a person, and never for a purchase whose request may have
 * reached the carrier: that is {@link Unclear}.
 *
 * <p>The {@link #code()} is short, stable, lower-case with hyphens ({@code address-not-codeable}); the message is a
 * sentence for the seller: what happened and what to do next. Neither may hold a secret.
 */
public abstract sealed class PluginException extends Exception
        permits Rejected, Unavailable, Unclear, InvalidSettings, PluginFailed {
    private static final long serialVersionUID = 1;

    private final String code;

    PluginException(String code, String message, @org.jspecify.annotations.Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** Short and stable, lower-case with hyphens. */
    public final String code() {
        return code;
    }

    /** The sentence for the seller. */
    public final String text() {
        return Objects.requireNonNullElse(getMessage(), code);
    }
}
