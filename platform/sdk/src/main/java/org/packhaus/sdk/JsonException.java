package org.packhaus.sdk;

import org.jspecify.annotations.Nullable;

/** A text that should have been JSON and is not. */
public final class JsonException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JsonException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
