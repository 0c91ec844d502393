package org.packhaus.sdk.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Plays a third party over real HTTP on a free port of this machine: it answers what it was taught, or hands everything on to
 * somebody else (a sandbox), and spoils answers on demand: cuts the connection after the effect, truncates, refuses.
 *
 * {@snippet :
 * try (var server = ScriptedServer.start()) {
 *     server.on("POST", "/v1/labels", call -> Reply.json(201, Json.object().put("number", "4711")));
 *     server.once("POST", "/v1/labels", Reply::lost);
 *     …
 * }
 * }
 *
 * In paths {@code *} stands for one step and {@code **} for any number. Of several that fit the one taught last answers.
 */
public final class ScriptedServer implements AutoCloseable {
    private static final Set<String> NOT_HANDED_ON =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "date");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient onward =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Route<Function<Call, Reply>>> answers = new CopyOnWriteArrayList<>();
    private final List<Route<UnaryOperator<Reply>>> twists = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<Reply> always = UnaryOperator.identity();

    private record Route<T>(String method, Pattern path, T value) {
        boolean fits(String otherMethod, String otherPath) {
            return method.equals(otherMethod) && path.matcher(otherPath).matches();
        }
    }

    private ScriptedServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one that answers 404 to everything. */
    public static ScriptedServer start() {
        try {
            var server = new ScriptedServer(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.server.createContext("/", server::handle);
            server.server.setExecutor(server.threads);
            server.server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address at which nobody answers: connections are refused. */
    public static URI nobody() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return uri(socket.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is, without a slash at the end. */
    public URI uri() {
        return uri(server.getAddress().getPort());
    }

    private static URI uri(int port) {
        return URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + port);
    }

    /** Teaches an answer. */
    public ScriptedServer on(String method, String path, Function<Call, Reply> answer) {
        answers.addFirst(new Route<>(method, pattern(path), answer));
        return this;
    }

    /** Spoils the answer to the next such request, after it has been worked out: what was asked has been done. */
    public ScriptedServer once(String method, String path, UnaryOperator<Reply> twist) {
        twists.add(new Route<>(method, pattern(path), twist));
        return this;
    }

    /** Changes every answer from now on. */
    public ScriptedServer always(UnaryOperator<Reply> twist) {
        always = twist;
        return this;
    }

    /** Hands on whatever it was not taught. */
    public ScriptedServer forwardTo(URI target) {
        Function<Call, Reply> handOn = call -> handOn(call, target);
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            answers.addLast(new Route<>(method, pattern("/**"), handOn));
        }
        return this;
    }

    /** All requests so far, oldest first. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Those requests so far, oldest first. */
    public List<Call> calls(String method, String path) {
        Pattern pattern = pattern(path);
        return calls.stream()
                .filter(call -> call.method().equals(method)
                        && pattern.matcher(call.path()).matches())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        onward.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = read(exchange);
            calls.add(call);
            Reply reply = always.apply(answer(call));
            Optional<Route<UnaryOperator<Reply>>> twist = twists.stream()
                    .filter(route -> route.fits(call.method(), call.path()))
                    .filter(twists::remove)
                    .findFirst();
            write(exchange, twist.map(route -> route.value().apply(reply)).orElse(reply));
        }
    }

    private Reply answer(Call call) {
        return answers.stream()
                .filter(route -> route.fits(call.method(), call.path()))
                .findFirst()
                .map(route -> route.value().apply(call))
                .orElseGet(() -> Reply.text(404, "text/plain", "Nobody taught " + call.method() + " " + call.path()));
    }

    private static Call read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> header.getValue().getLast()));
        String query = exchange.getRequestURI().getRawQuery();
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query == null ? "" : query,
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.fate() == Reply.Fate.LOST) {
            return; // closing without an answer cuts the connection
        }
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            int bytes = reply.fate() == Reply.Fate.TRUNCATED ? body.length / 2 : body.length;
            exchange.getResponseBody().write(body, 0, bytes);
            exchange.getResponseBody().flush();
        }
    }

    private Reply handOn(Call call, URI target) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(target + call.path() + (call.query().isEmpty() ? "" : "?" + call.query())));
        call.headers().forEach((name, value) -> {
            if (!NOT_HANDED_ON.contains(name)) {
                request.header(name, value);
            }
        });
        request.method(
                call.method(),
                call.text().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.text()));
        try {
            HttpResponse<byte[]> response = onward.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = response.headers().map().entrySet().stream()
                    .filter(header -> !NOT_HANDED_ON.contains(header.getKey().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, header -> header.getValue().getLast()));
            return new Reply(response.statusCode(), headers, response.body(), Reply.Fate.WHOLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.of(503);
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(
                Pattern.quote(path).replace("**", "\\E.*\\Q").replaceAll("(?<![.])\\*", "\\\\E[^/]*\\\\Q"));
    }
}
