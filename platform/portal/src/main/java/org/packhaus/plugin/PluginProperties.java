package org.packhaus.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code packhaus.plugins.*}.
 *
 * @param folder where plugin files are dropped; {@code plugins} below {@code packhaus.data} if not set
 * @param policy whether a file needs a signature or a listed checksum
 * @param trustedKeys Ed25519 public keys by the signer's name, X.509 in Base64
 * @param checksums a file as {@code sha256sum} writes it, of files that count as signed: the launcher lists its own plugins there
 * @param look how often the folder is looked at
 * @param extraHosts hosts any plugin may call beside those of its manifest, also without TLS: {@code localhost:8090} for the sandbox
 * @param requestsPerSecond the most requests a connection makes, on all nodes together
 * @param requestsPerSecondOf the same for single plugins, by id
 * @param connectTimeout the longest a connection may take to come about
 * @param requestTimeout the longest a request may take, unless the plugin asks for less or more
 * @param proxy {@code host:port} of an HTTP proxy
 * @param recordExchanges whether requests and answers are recorded
 * @param keepExchanges how long
 */
@ConfigurationProperties("packhaus.plugins")
record PluginProperties(
        @Nullable Path folder,
        @DefaultValue("SIGNED_ONLY") Policy policy,
        @DefaultValue Map<String, String> trustedKeys,
        @Nullable Path checksums,
        @DefaultValue("1s") Duration look,
        @DefaultValue List<String> extraHosts,
        @DefaultValue("20") int requestsPerSecond,
        @DefaultValue Map<String, Integer> requestsPerSecondOf,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("") String proxy,
        @DefaultValue("true") boolean recordExchanges,
        @DefaultValue("30d") Duration keepExchanges,
        @DefaultValue Breaker breaker) {

    /** Which files are loaded. */
    enum Policy {
        SIGNED_ONLY,
        ALLOW_UNSIGNED
    }

    /**
     * When calls of a connection are held back.
     *
     * @param calls how many of the last calls are looked at
     * @param failurePercent how many of them must have failed
     * @param pause how long nothing is called then
     */
    record Breaker(
            @DefaultValue("20") int calls,
            @DefaultValue("75") int failurePercent,
            @DefaultValue("10s") Duration pause) {}

    int rate(String pluginId) {
        return requestsPerSecondOf.getOrDefault(pluginId, requestsPerSecond);
    }
}
