package org.packhaus.print;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Which printers the portal may reach itself. A person who may add printers could otherwise have the portal talk to anything inside the
 * network it stands in.
 */
@Component
class PrintHosts {
    private final Settings settings;

    PrintHosts(Settings settings) {
        this.settings = settings;
    }

    /** @param hosts {@code host} or {@code host:port}, as printers' addresses name them; none by default */
    @ConfigurationProperties("packhaus.print")
    record Settings(@DefaultValue List<String> hosts) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Properties {}

    /** Where a printer's address leads. */
    record Target(String host, int port, String path) {}

    Target demand(Route route, String address) {
        Target target = target(route, address.strip());
        String withPort = target.host() + ":" + target.port();
        boolean allowed = settings.hosts().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .anyMatch(host -> host.equals(target.host()) || host.equals(withPort));
        if (!allowed) {
            throw new PrintException(
                    "printer-not-allowed",
                    "The portal may not reach " + withPort + ". Add it to packhaus.print.hosts, or use a print agent.",
                    withPort);
        }
        return target;
    }

    private static Target target(Route route, String address) {
        try {
            URI uri = URI.create(route == Route.RAW && !address.contains("://") ? "raw://" + address : address);
            String scheme = uri.getScheme();
            boolean fits = route == Route.RAW ? "raw".equals(scheme) : "ipp".equals(scheme) || "ipps".equals(scheme);
            if (fits && uri.getHost() != null && uri.getUserInfo() == null) {
                int port = uri.getPort() > 0 ? uri.getPort() : route == Route.RAW ? 9100 : 631;
                return new Target(uri.getHost().toLowerCase(Locale.ROOT), port, uri.getRawPath());
            }
        } catch (IllegalArgumentException e) {
            // Said below, in words a person can use.
        }
        throw new PrintException(
                "printer-address-invalid",
                "“" + address + "” is no address of a printer. Write "
                        + (route == Route.RAW ? "host:9100." : "ipp://host:631/printers/name."),
                address);
    }
}
