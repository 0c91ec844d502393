package org.packhaus.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent against a portal that keeps its queue and notes what it is told. */
class PrintAgentTest {
    @TempDir
    Path folder;

    /** Id and state as they were reported, in their order. */
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final List<Job> queue = new ArrayList<>();
    private volatile boolean down;
    private HttpServer portal;

    @BeforeEach
    void open() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/api/print-agent/next", this::next);
        portal.createContext("/api/print-agent/tasks/", this::report);
        portal.start();
    }

    @AfterEach
    void close() {
        portal.stop(0);
    }

    private void next(HttpExchange call) throws IOException {
        String token = String.valueOf(call.getRequestHeaders().getFirst("Authorization"));
        if (down) {
            answer(call, 503, new byte[0]);
        } else if (!token.equals("Bearer t0ken")) {
            answer(call, 401, new byte[0]);
        } else if (queue.isEmpty()) {
            call.sendResponseHeaders(204, -1);
            call.close();
        } else {
            Job job = queue.getFirst();
            call.getResponseHeaders().set("Packhaus-Task", Long.toString(job.id()));
            call.getResponseHeaders().set("Packhaus-Printer", encoded(job.printer()));
            call.getResponseHeaders().set("Packhaus-Title", encoded(job.title()));
            call.getResponseHeaders().set("Content-Type", job.type());
            answer(call, 200, job.content());
        }
    }

    private void report(HttpExchange call) throws IOException {
        String path = call.getRequestURI().getPath();
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        String state = call.getRequestURI().getQuery().replaceFirst("state=([A-Z]+).*", "$1");
        if (down) {
            answer(call, 503, new byte[0]);
            return;
        }
        told.add(id + " " + state);
        queue.removeIf(job -> job.id() == id);
        call.sendResponseHeaders(204, -1);
        call.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private PrintAgent agent(Map<String, String> printers) throws IOException {
        URI server = URI.create("http://localhost:" + portal.getAddress().getPort() + "/");
        return new PrintAgent(
                new PortalCalls(server, "t0ken"), new Spool(folder.resolve("spool")), new Printers(printers));
    }

    private Map<String, String> intoFolder() {
        return Map.of("Büro links", "dir:" + folder.resolve("out"));
    }

    private static Job job(long id, String text) {
        return new Job(
                id, "Büro links", "labels of 3 orders · 面单", "application/pdf", text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> printed() throws IOException {
        Path out = folder.resolve("out");
        if (!Files.exists(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Spool.Entry> waiting() throws IOException {
        return new Spool(folder.resolve("spool")).entries();
    }

    @Test
    void printsInTheOrderOfTheQueueAndSaysSo() throws Exception {
        queue.add(job(7, "first"));
        queue.add(job(8, "second"));
        PrintAgent agent = agent(intoFolder());
        agent.turn();
        agent.turn();
        agent.turn();

        assertThat(told).containsExactly("7 SENT", "7 PRINTED", "8 SENT", "8 PRINTED");
        assertThat(printed()).containsExactly("000000007.pdf", "000000008.pdf");
        assertThat(Files.readString(folder.resolve("out/000000007.pdf"))).isEqualTo("first");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void reportsLaterWhatItCouldNotReportAndPrintsItOnce() throws Exception {
        queue.add(job(7, "first"));
        PrintAgent agent = agent(Map.of("Büro links", "dir:" + folder.resolve("out")));
        Spool spool = new Spool(folder.resolve("spool"));
        spool.take(queue.getFirst());
        Spool.Entry printing = spool.mark(spool.entries().getFirst(), Spool.State.PRINTED, "");
        down = true;
        assertThatThrownBy(agent::turn).isInstanceOf(IOException.class);
        assertThat(waiting()).containsExactly(printing);

        down = false;
        agent.turn();
        assertThat(told).containsExactly("7 PRINTED");
        assertThat(printed()).as("it came out before").isEmpty();
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aFileThatWasAtThePrinterInAPowerCutIsForAPersonToLookAt() throws Exception {
        Spool spool = new Spool(folder.resolve("spool"));
        spool.take(job(7, "first"));
        spool.mark(spool.entries().getFirst(), Spool.State.PRINTING, "");

        PrintAgent agent = agent(intoFolder());
        agent.afterPowerCut();
        agent.turn();
        assertThat(told).containsExactly("7 FAILED");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aFileThatWasTakenOnlyIsPrintedAfterAPowerCut() throws Exception {
        new Spool(folder.resolve("spool")).take(job(7, "first"));
        PrintAgent agent = agent(intoFolder());
        agent.afterPowerCut();
        agent.turn();
        assertThat(told).containsExactly("7 SENT", "7 PRINTED");
        assertThat(printed()).containsExactly("000000007.pdf");
    }

    @Test
    void aPrinterThatIsNotThereStopsNoOther() throws Exception {
        queue.add(new Job(7, "Nowhere", "labels", "application/zpl", new byte[] {1}));
        queue.add(job(8, "second"));
        PrintAgent agent = agent(intoFolder());
        agent.turn();
        agent.turn();
        assertThat(told).containsExactly("7 SENT", "7 FAILED", "8 SENT", "8 PRINTED");
    }

    @Test
    void sendsALabelPrinterItsBytesUnchanged() throws Exception {
        try (ServerSocket printer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> {
                try (var socket = printer.accept()) {
                    return socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            queue.add(new Job(9, "Zebra", "labels", "application/zpl", "^XA^XZ".getBytes(StandardCharsets.UTF_8)));
            agent(Map.of("Zebra", "tcp:localhost:" + printer.getLocalPort())).turn();
            assertThat(received.get()).asString(StandardCharsets.UTF_8).isEqualTo("^XA^XZ");
            assertThat(told).containsExactly("9 SENT", "9 PRINTED");
        }
    }

    @Test
    void saysWhenItsTokenIsRefused() throws Exception {
        URI server = URI.create("http://localhost:" + portal.getAddress().getPort() + "/");
        PrintAgent agent = new PrintAgent(
                new PortalCalls(server, "old"), new Spool(folder.resolve("spool")), new Printers(Map.of()));
        assertThatThrownBy(agent::turn).isInstanceOf(PortalCalls.TokenRefused.class);
    }

    @Test
    void theCommandLineSaysWhatItLacks() {
        assertThatThrownBy(() -> Options.of(List.of("--server", "https://p.example"), Map.of()))
                .hasMessageContaining("--token");
        assertThatThrownBy(() -> Options.of(List.of("--printer", "Zebra"), Map.of()))
                .hasMessageContaining("NAME=tcp:host:port");
        assertThat(Options.of(List.of("--server", "https://p.example"), Map.of("PACKHAUS_PRINT_TOKEN", "x"))
                        .token())
                .isEqualTo("x");
    }
}
