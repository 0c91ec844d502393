package org.packhaus.document;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Fetches product pictures for papers. Their addresses come from outside, so only allowed hosts are asked, over HTTPS (a host of this
 * machine may speak HTTP), without following redirects, with limits on time and size; what comes is drawn anew before anybody sees
 * it. Nothing depends on a picture: what cannot be had in time is left out, and remembered for a while.
 */
@Component
class ProductPictures {
    private static final Logger log = LoggerFactory.getLogger(ProductPictures.class);
    private static final int MOST_BYTES = 3_000_000;
    private static final int PIXELS = 240;
    private static final int KEPT = 600;
    private static final int AT_ONCE = 8;
    private static final Duration EACH = Duration.ofSeconds(4);
    private static final Duration ALL = Duration.ofSeconds(8);
    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration FAILED = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(3))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Map<String, Kept> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > KEPT;
        }
    };

    ProductPictures(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param hosts that pictures may come from: {@code host}, or {@code *.host} for those below it */
    @ConfigurationProperties("packhaus.pictures")
    record Settings(@DefaultValue("i.otto.de") List<String> hosts) {}

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Settings.class)
    static class Properties {}

    /** A picture, or that there was none. */
    private record Kept(Optional<byte[]> png, Instant until) {}

    /** By address, as PNGs; those that cannot be had are left out. */
    Map<String, byte[]> of(Collection<String> addresses) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Pictures come from outside: never inside a transaction");
        }
        Map<String, byte[]> found = new HashMap<>();
        Map<String, Future<Optional<byte[]>>> asked = new HashMap<>();
        Instant deadline = clock.instant().plus(ALL);
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String address : addresses) {
                known(address)
                        .ifPresentOrElse(
                                known -> known.png().ifPresent(png -> found.put(address, png)),
                                () -> allowed(address)
                                        .ifPresent(uri ->
                                                asked.put(address, threads.submit(() -> politely(places, uri)))));
            }
            asked.forEach((address, answer) -> {
                Optional<byte[]> png = await(answer, Duration.between(clock.instant(), deadline));
                keep(address, png);
                png.ifPresent(bytes -> found.put(address, bytes));
            });
            threads.shutdownNow();
        }
        return found;
    }

    private Optional<byte[]> politely(Semaphore places, URI uri) throws InterruptedException {
        places.acquire();
        try {
            return fetch(uri);
        } finally {
            places.release();
        }
    }

    private static Optional<byte[]> await(Future<Optional<byte[]>> answer, Duration left) {
        try {
            return answer.get(Math.max(1, left.toMillis()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Optional<byte[]> fetch(URI uri) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(EACH)
                .header("Accept", "image/png, image/jpeg")
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] bytes = response.statusCode() == 200 ? body.readNBytes(MOST_BYTES + 1) : new byte[0];
                return bytes.length == 0 || bytes.length > MOST_BYTES
                        ? Optional.empty()
                        : Logo.redrawn(bytes, PIXELS, PIXELS);
            }
        } catch (IOException e) {
            log.debug("No picture from {}", uri.getHost(), e);
            return Optional.empty();
        }
    }

    private Optional<URI> allowed(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean here = host.equals("localhost") || host.equals("127.0.0.1");
            boolean known = settings.hosts().stream()
                    .map(one -> one.strip().toLowerCase(Locale.ROOT))
                    .anyMatch(one -> one.startsWith("*.") ? host.endsWith(one.substring(1)) : host.equals(one));
            boolean safe = "https".equals(uri.getScheme()) && (here || uri.getPort() == -1 || uri.getPort() == 443)
                    || "http".equals(uri.getScheme()) && here;
            return known && safe && uri.getUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private synchronized Optional<Kept> known(String address) {
        return Optional.ofNullable(kept.get(address)).filter(one -> one.until().isAfter(clock.instant()));
    }

    private synchronized void keep(String address, Optional<byte[]> png) {
        kept.put(address, new Kept(png, clock.instant().plus(png.isPresent() ? FRESH : FAILED)));
    }
}
