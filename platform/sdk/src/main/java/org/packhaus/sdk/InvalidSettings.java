package org.packhaus.sdk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connection's settings do not work: wrong or expired credentials, an account that may not do this. The portal pauses
 * the connection's work, shows the text at the connection, and goes on by itself once the settings are repaired.
 */
public final class InvalidSettings extends PluginException {
    private static final long serialVersionUID = 1;

    private final @Nullable String component;

    public InvalidSettings(String code, String message) {
        this(code, message, null);
    }

    /** @param component the name of the settings record's component to look at, if one is to blame */
    public InvalidSettings(String code, String message, @Nullable String component) {
        super(code, message, null);
        this.component = component;
    }

    /** The settings record's component to look at, if one is to blame. */
    public Optional<String> component() {
        return Optional.ofNullable(component);
    }
}
