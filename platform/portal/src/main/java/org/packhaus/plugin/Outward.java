package org.packhaus.plugin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;

/**
 * Makes a copy of what a plugin threw. An exception remembers the classes it passed through, and its cause may be a class of the
 * plugin: whoever kept the original would keep the plugin's class loader.
 */
final class Outward {
    private static final int DEEPEST_CAUSE = 8;
    private static final int MOST_FRAMES = 40;

    private Outward() {}

    static PluginException copy(Throwable thrown, String what) {
        PluginException copy = switch (thrown) {
            case Rejected e -> new Rejected(e.code(), e.text(), e.faults());
            case Unavailable e
            when notAllowed(e) instanceof HostNotAllowed refused ->
                new InvalidSettings("host-not-allowed", String.valueOf(refused.getMessage()));
            case Unavailable e ->
                new Unavailable(e.code(), e.text(), e.retryAfter().orElse(null), cause(e, 0));
            case Unclear e -> new Unclear(e.code(), e.text(), cause(e, 0));
            case InvalidSettings e ->
                new InvalidSettings(e.code(), e.text(), e.component().orElse(null));
            case PluginFailed e -> new PluginFailed(e.code(), e.text(), cause(e, 0));
            default ->
                new PluginFailed(
                        "plugin-failed",
                        what + " failed unexpectedly (" + thrown.getClass().getSimpleName()
                                + "). This is a fault of the plugin; tell its provider.",
                        new Foreign(thrown, 0));
        };
        copy.setStackTrace(frames(thrown));
        return copy;
    }

    /** The plugin says nothing happened; then the address is wrong, and waiting would not help. */
    private static @Nullable HostNotAllowed notAllowed(Throwable thrown) {
        Throwable one = thrown;
        for (int i = 0; one != null && i < DEEPEST_CAUSE; i++, one = one.getCause()) {
            if (one instanceof HostNotAllowed refused) {
                return refused;
            }
        }
        return null;
    }

    /** A stack overflow has a thousand frames that all say the same. */
    private static StackTraceElement[] frames(Throwable of) {
        StackTraceElement[] frames = of.getStackTrace();
        return Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES));
    }

    private static @Nullable Throwable cause(Throwable of, int depth) {
        Throwable cause = of.getCause();
        return cause == null || depth >= DEEPEST_CAUSE ? null : new Foreign(cause, depth + 1);
    }

    /** What is left of a plugin's exception: its name, its message, its stack trace. */
    static final class Foreign extends Exception {
        private static final long serialVersionUID = 1;

        private final String text;

        Foreign(Throwable original, int depth) {
            super(original.getMessage(), Outward.cause(original, depth), false, true);
            this.text = original.getClass().getName();
            setStackTrace(frames(original));
        }

        @Override
        public String toString() {
            return getMessage() == null ? text : text + ": " + getMessage();
        }
    }
}
