package org.packhaus.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.packhaus.sandbox.fault.Fault;
import org.packhaus.sandbox.fault.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the routes on the JDK's own server. That server, and no framework, because a fault has to close the connection in the
 * middle of an answer, which frameworks try hard to prevent.
 */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

    static {
        // Without this the JDK's server waits for Nagle's algorithm: 40 ms an answer.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A connection in a client's pool must never be closed under its next request: to the client that is a lost
        // answer,
        // and lost answers are what the fault dials are for.
        System.setProperty("sun.net.httpserver.idleInterval", "7200");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private final Routes routes;
    private final Faults faults;
    private final Endpoint unknown;
    private final HttpServer server;
    private final LongAdder changes = new LongAdder();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param unknown answers a path that no route knows */
    public WebServer(String host, int port, Routes routes, Faults faults, Endpoint unknown) {
        this.routes = routes;
        this.faults = faults;
        this.unknown = unknown;
        try {
            server = HttpServer.create(new InetSocketAddress(host, port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The sandbox cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** How many requests came that may have changed something. */
    public long changes() {
        return changes.sum();
    }

    public URI uri() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isLoopbackAddress() ? "localhost" : address.getHostString();
        return URI.create("http://" + host + ":" + address.getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            byte[] body = exchange.getRequestBody().readAllBytes();
            URI uri = exchange.getRequestURI();
            Optional<Routes.Found> found = routes.find(exchange.getRequestMethod(), uri.getRawPath());
            Request request = new Request(
                    exchange.getRequestMethod(),
                    uri.getRawPath(),
                    found.map(Routes.Found::variables).orElse(Map.of()),
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    exchange.getRequestHeaders(),
                    body,
                    exchange.getRemoteAddress().getAddress().getHostAddress());
            if (found.isEmpty()) {
                send(exchange, unknown.answer(request));
            } else {
                serve(exchange, found.get().route(), request);
            }
        } catch (RuntimeException e) {
            LOG.error("The sandbox itself failed on {} {}", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            send(exchange, Reply.json(500, Json.object().put("title", "The sandbox itself failed: " + e)));
        } finally {
            exchange.close();
        }
    }

    private void serve(HttpExchange exchange, Routes.Route route, Request request) throws IOException {
        Fault fault = faults.draw(route.operation());
        try {
            serve(exchange, route, request, fault);
        } finally {
            if (!request.method().equals("GET")) {
                changes.increment();
            }
        }
    }

    private void serve(HttpExchange exchange, Routes.Route route, Request request, Fault fault) throws IOException {
        switch (fault.kind()) {
            case NONE -> send(exchange, answer(route, request));
            case SLOW -> {
                pause(fault.millis());
                send(exchange, answer(route, request));
            }
            case TOO_MANY -> send(exchange, route.shape().word(429, "too many requests", request));
            case DOWNSTREAM ->
                send(exchange, route.shape().word(424, "A dependency failed. Please retry later.", request));
            case ERROR -> send(exchange, route.shape().word(500, "An unexpected error occurred", request));
            case ERROR_AFTER -> {
                answer(route, request);
                send(exchange, route.shape().word(500, "An unexpected error occurred", request));
            }
            case REFUSED -> LOG.debug("Cut {} before it had an effect", route.operation());
            case ANSWER_LOST -> answer(route, request);
            case TRUNCATED -> sendHalf(exchange, answer(route, request));
            case DUPLICATE -> {
                answer(route, request);
                send(exchange, answer(route, request));
            }
        }
    }

    private static Reply answer(Routes.Route route, Request request) {
        try {
            return route.endpoint().answer(request);
        } catch (Refused e) {
            return e.reply();
        } catch (BadBody e) {
            return route.shape().word(400, "Cannot parse request - please check query parameters and/or body", request);
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        head(exchange, reply);
        if (reply.body().length > 0) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    /** Promises the whole body and hangs up after its first half; where there is no body, it hangs up at once. */
    private static void sendHalf(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body().length == 0) {
            return;
        }
        head(exchange, reply);
        exchange.getResponseBody().write(reply.body(), 0, reply.body().length / 2);
        exchange.getResponseBody().flush();
    }

    private static void head(HttpExchange exchange, Reply reply) throws IOException {
        if (!reply.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
