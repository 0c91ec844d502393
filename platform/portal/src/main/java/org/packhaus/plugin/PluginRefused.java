package org.packhaus.plugin;

import org.jspecify.annotations.Nullable;

/** A file in the plugin folder cannot be loaded. Never leaves the room: it becomes the file's row. */
final class PluginRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    PluginRefused(String code, String text, @Nullable Throwable cause) {
        super(text, cause);
        this.code = code;
    }

    PluginRefused(String code, String text) {
        this(code, text, null);
    }

    PluginRow.Problem problem() {
        return new PluginRow.Problem(code, String.valueOf(getMessage()));
    }
}
