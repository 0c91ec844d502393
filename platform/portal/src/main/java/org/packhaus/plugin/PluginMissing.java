package org.packhaus.plugin;

import org.packhaus.Refusal;

/**
 * The plugin a connection belongs to is not there, or does not offer what the connection is for. The text names plugin and connection
 * and says what to do.
 */
public final class PluginMissing extends Refusal {
    private static final long serialVersionUID = 1;

    /** The code by which {@link Installed#call} says the same. */
    public static final String CODE = "plugin-missing";

    PluginMissing(String text) {
        super(CODE, text);
    }
}
