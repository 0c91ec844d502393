package org.packhaus.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The answer was lost, so the request may have had its effect: money may be spent, a shipment may be reported. The portal
 * never repeats such a call blindly; it looks ({@link FindsByReference}, a read-back) or asks a person.
 */
public final class Unclear extends PluginException {
    private static final long serialVersionUID = 1;

    public Unclear(String code, String message, @Nullable Throwable cause) {
        super(code, message, cause);
    }
}
