package org.packhaus.sdk;

import java.util.Objects;

/**
 * A value that must not be seen: a password, a client secret, a key. The portal stores a settings component of this type
 * encrypted, never shows it again, and never logs it.
 *
 * <p>{@link #toString()} is {@code •••}; the text itself is reached only by {@link #reveal()}, so that every use can be
 * found.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** Wraps a text. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** The text itself. Hand it to the service it belongs to and nowhere else. */
    public String reveal() {
        return value;
    }

    /** Whether nothing was entered. */
    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}
