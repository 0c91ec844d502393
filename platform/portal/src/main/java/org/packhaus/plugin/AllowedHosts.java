package org.packhaus.plugin;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Where may a plugin's requests go? */
final class AllowedHosts {
    /** From the configuration: for every plugin, also without TLS. {@code host} or {@code host:port}. */
    private final List<String> extra;

    AllowedHosts(List<String> extra) {
        this.extra = extra.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws HostNotAllowed before anything is sent */
    void require(URI uri, CallContext context) throws HostNotAllowed {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
        if (extra.contains(host) || extra.contains(host + ":" + port)) {
            return;
        }
        boolean listed = context.hosts().stream().anyMatch(allowed -> matches(allowed, host, port));
        if (!listed) {
            throw new HostNotAllowed(
                    "The plugin " + context.pluginId() + " may not call " + host + ":" + port
                            + ": its manifest allows "
                            + (context.hosts().isEmpty() ? "no host" : String.join(", ", context.hosts()))
                            + ". Correct the address in the connection's settings, or allow the host in packhaus.plugins.extra-hosts.");
        }
        if (!scheme.equals("https")) {
            throw new HostNotAllowed("The plugin " + context.pluginId() + " may call " + host
                    + " with https only. Correct the address in the connection's settings.");
        }
    }

    /** {@code host}, {@code host:port}, or {@code *.domain} for every host below it. */
    private static boolean matches(String allowed, String host, int port) {
        if (allowed.startsWith("*.")) {
            return host.endsWith(allowed.substring(1)) && port == 443;
        }
        return allowed.contains(":") ? allowed.equals(host + ":" + port) : allowed.equals(host) && port == 443;
    }
}
