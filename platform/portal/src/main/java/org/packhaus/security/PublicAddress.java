package org.packhaus.security;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where browsers reach this portal: {@code packhaus.address}, for example {@code https://ship.example.org}. Not set, it is this machine,
 * which is right for a trial and for nothing else. Never taken from a request: whoever asks could name any host.
 */
@Component
public class PublicAddress {
    private final String configured;
    private final Environment environment;

    PublicAddress(@Value("${packhaus.address:}") String configured, Environment environment) {
        this.configured = configured.strip();
        this.environment = environment;
        if (!configured.isBlank() && URI.create(this.configured).getHost() == null) {
            throw new IllegalArgumentException(
                    "packhaus.address is '" + configured + "', but must be like https://ship.example.org");
        }
    }

    /** Without path: {@code https://ship.example.org}, {@code http://localhost:8080}. */
    public String origin() {
        if (configured.isEmpty()) {
            String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
            return "http://localhost:" + port;
        }
        URI address = URI.create(configured);
        boolean usual = address.getPort() < 0
                || address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
        return address.getScheme() + "://" + address.getHost() + (usual ? "" : ":" + address.getPort());
    }

    String host() {
        return URI.create(origin()).getHost();
    }
}
