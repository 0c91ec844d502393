package org.packhaus.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.CookieHandler;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client for plugins: one for all, because whom it speaks for it learns from the {@link CallContext}. HTTP/1.1 because the
 * services are reached by many short requests; no redirects because they would lead around the allow-list and repeat what was sent.
 */
final class PluginHttpClient extends HttpClient {

    static {
        // Before the JDK's client reads them. A connection that was idle longer may have been closed by the service; a
        // POST into it
        // would end as "answer lost" though nothing arrived.
        System.setProperty(
                "jdk.httpclient.keepalive.timeout", System.getProperty("jdk.httpclient.keepalive.timeout", "4"));
        System.setProperty("jdk.httpclient.disableRetryConnect", "true");
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "false");
    }

    private final HttpClient jdk;
    private final AllowedHosts hosts;
    private final RateLimit rates;
    private final Consumer<Exchange> record;
    private final Duration requestTimeout;
    private final Clock clock;

    PluginHttpClient(PluginProperties properties, RateLimit rates, Consumer<Exchange> record, Clock clock) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (!properties.proxy().isBlank()) {
            builder.proxy(ProxySelector.of(address(properties.proxy())));
        }
        this.jdk = builder.build();
        this.hosts = new AllowedHosts(properties.extraHosts());
        this.rates = rates;
        this.record = record;
        this.requestTimeout = properties.requestTimeout();
        this.clock = clock;
    }

    private static InetSocketAddress address(String proxy) {
        int colon = proxy.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("packhaus.plugins.proxy must be host:port, but is " + proxy);
        }
        return InetSocketAddress.createUnresolved(
                proxy.substring(0, colon).strip(),
                Integer.parseInt(proxy.substring(colon + 1).strip()));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Recording recording = admitted(request);
        try {
            HttpResponse<T> response =
                    jdk.send(recording.request(), recording.answer().around(handler));
            recording.done(response, null);
            return response;
        } catch (HttpConnectTimeoutException e) {
            recording.done(null, e);
            // Nothing was sent, and the SDK promises that exception for it.
            ConnectException unreachable = new ConnectException("no connection within "
                    + jdk.connectTimeout().orElse(Duration.ZERO).toMillis() + " ms: "
                    + request.uri().getHost());
            unreachable.initCause(e);
            throw unreachable;
        } catch (IOException | InterruptedException | RuntimeException e) {
            recording.done(null, e);
            throw e;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        try {
            Recording recording = admitted(request);
            return jdk.sendAsync(recording.request(), recording.answer().around(handler))
                    .whenComplete(recording::done);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushPromiseHandler) {
        return sendAsync(request, handler);
    }

    /** Checks, waits for its turn, and sets the time-out to what is left of the call's time. */
    private Recording admitted(HttpRequest request) throws IOException, InterruptedException {
        if (!CallContext.CURRENT.isBound()) {
            throw new NothingSent(
                    "The plugin made a request while the portal was not calling it, or on a thread of its own.");
        }
        CallContext context = CallContext.CURRENT.get();
        if (!context.callsOut()) {
            throw new NothingSent(
                    "The plugin " + context.pluginId() + " made a request while it was only asked what it knows.");
        }
        hosts.require(request.uri(), context);
        Duration left = left(context);
        Duration pause = rates.reserve(context.connection(), context.rate(), left);
        if (pause.compareTo(left) >= 0) {
            throw new NothingSent("The connection's rate limit of " + context.rate()
                    + " requests a second leaves no place before the call's deadline.");
        }
        if (pause.isPositive()) {
            Thread.sleep(pause);
        }
        left = left(context);
        Duration wanted = request.timeout().orElse(requestTimeout);
        Duration timeout = wanted.compareTo(left) < 0 ? wanted : left;
        if (!timeout.isPositive()) {
            throw new NothingSent("The call's deadline has passed.");
        }
        return new Recording(context, request, timeout);
    }

    private Duration left(CallContext context) {
        return Duration.between(clock.instant(), context.deadline());
    }

    /** One request on its way. */
    private final class Recording {
        private final CallContext context;
        private final Recorded sent = new Recorded();
        private final Recorded answer = new Recorded();
        private final HttpRequest request;
        private final java.time.Instant at = clock.instant();
        private final long start = System.nanoTime();

        Recording(CallContext context, HttpRequest original, Duration timeout) {
            this.context = context;
            HttpRequest.Builder copy =
                    HttpRequest.newBuilder(original, (name, value) -> true).timeout(timeout);
            original.bodyPublisher().ifPresent(body -> copy.method(original.method(), sent.around(body)));
            this.request = copy.build();
        }

        HttpRequest request() {
            return request;
        }

        Recorded answer() {
            return answer;
        }

        void done(@Nullable HttpResponse<?> response, @Nullable Throwable failure) {
            if (context.aside() && response != null && response.statusCode() < 400) {
                return;
            }
            Redaction black = new Redaction(context.secrets());
            record.accept(new Exchange(
                    context.seller(),
                    context.connection(),
                    at,
                    context.reference(),
                    request.method(),
                    black.text(request.uri().toString()),
                    response == null ? null : response.statusCode(),
                    Duration.ofNanos(System.nanoTime() - start),
                    black.headers(request.headers()),
                    black.body(sent.bytes(), sent.whole(), type(request.headers())),
                    response == null ? "" : black.headers(response.headers()),
                    black.body(answer.bytes(), answer.whole(), response == null ? "" : type(response.headers())),
                    failure == null ? null : black.text(failure.toString())));
        }

        private static String type(java.net.http.HttpHeaders headers) {
            return headers.firstValue("content-type").orElse("");
        }
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return jdk.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return jdk.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return jdk.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return jdk.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return jdk.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return jdk.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return jdk.authenticator();
    }

    @Override
    public Version version() {
        return jdk.version();
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    /** The portal ends it, not a plugin. */
    @Override
    public void close() {}

    void end() {
        try {
            jdk.shutdownNow();
        } catch (UncheckedIOException e) {
            // Stopping anyway.
        }
    }
}
