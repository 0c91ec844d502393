package org.packhaus.seller;

import org.jspecify.annotations.Nullable;

/**
 * One value of a connection's settings, as the plugin's record names it.
 *
 * @param value null for a secret that stays as it is, or for a value not set
 */
public record Setting(String field, @Nullable String value, boolean secret) {

    public static Setting plain(String field, @Nullable String value) {
        return new Setting(field, value, false);
    }

    public static Setting secret(String field, @Nullable String value) {
        return new Setting(field, value, true);
    }

    /** Without a secret's value: this text may reach a log. */
    @Override
    public String toString() {
        return field + "=" + (secret ? "•••" : value);
    }
}
