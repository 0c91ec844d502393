package org.packhaus.sdk;

import java.net.URI;
import java.util.Set;

/**
 * Ability: the service has a test system where nothing costs money and nothing is sent, and the settings tell whether they point there.
 * An extension without it counts as real: nothing is tried with it that costs.
 */
public interface TestSystem<S extends Record> {

    /** Whether a purchase with these settings costs nothing. When in doubt, no. */
    boolean isTest(S settings);

    /**
     * Whether an address is one of a test system: one of the service's own, or a simulator on this computer or beside it in the same
     * network of containers, whose name has no dot.
     *
     * @param hosts of the service's test system
     */
    static boolean isTest(URI address, Set<String> hosts) {
        String host = address.getHost();
        return host != null
                && (hosts.contains(host) || !host.contains(".") || host.startsWith("127.") || host.equals("[::1]"));
    }
}
