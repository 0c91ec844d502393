package org.packhaus.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The plugin broke: it threw something that is none of the other kinds, or did not come back before its deadline. The
 * portal makes these; a plugin has no reason to throw one. For a purchase it counts as {@link Unclear}, because nobody
 * knows how far the plugin came.
 */
public final class PluginFailed extends PluginException {
    private static final long serialVersionUID = 1;

    public PluginFailed(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
