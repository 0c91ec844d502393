package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service understood and said no; nothing was bought or changed. Trying the same again gives the same answer: a person
 * has to change something first.
 */
public final class Rejected extends PluginException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /**
     * One reason.
     *
     * @param field the part of the request that is wrong, as a path of component names ({@code to.postalCode}); absent when
     *     the service did not say
     * @param text what is wrong with it, in the service's or the plugin's words
     */
    public record Fault(Optional<String> field, String text) {
        public static Fault of(@Nullable String field, String text) {
            return new Fault(Optional.ofNullable(field), text);
        }
    }

    public Rejected(String code, String message) {
        this(code, message, List.of());
    }

    public Rejected(String code, String message, List<Fault> faults) {
        super(code, message, null);
        this.faults = List.copyOf(faults);
    }

    /** The reasons one by one, in the service's order; empty when the message says it all. */
    public List<Fault> faults() {
        return faults;
    }
}
