package org.packhaus.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * For whom the portal is calling a plugin. Bound on the call's own thread, so that the plugin's requests go out in the name of the
 * right connection.
 *
 * @param hosts what the plugin's manifest allows
 * @param rate the most requests a second
 * @param secrets what must not be recorded
 * @param reference the order or parcel it is about, see {@link Installed#about}
 * @param aside whether it is beside the work: then what goes well is not recorded
 * @param callsOut whether the plugin may make requests at all
 */
record CallContext(
        String pluginId,
        ConnectionId connection,
        SellerId seller,
        List<String> hosts,
        int rate,
        Set<String> secrets,
        @Nullable String reference,
        Instant deadline,
        boolean aside,
        boolean callsOut) {
    static final ScopedValue<CallContext> CURRENT = ScopedValue.newInstance();
}
