package org.packhaus.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.document.PrintFixture;
import org.packhaus.document.PrintRequest;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DatabaseTest
class PrintServiceTest {
    private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final ServerSocket LABEL_PRINTER = socket();
    private static final HttpServer OFFICE_PRINTER = server();

    @Autowired
    PrintService prints;

    @Autowired
    PrintStations stations;

    @Autowired
    SellerService sellers;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    WebApplicationContext context;

    private SellerId seller = new SellerId(1);
    private StationId station = new StationId(1);
    private MockMvc web;

    private static ServerSocket socket() {
        try {
            return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void allowed(DynamicPropertyRegistry properties) {
        properties.add(
                "packhaus.print.hosts",
                () -> "localhost:" + LABEL_PRINTER.getLocalPort() + ",localhost:"
                        + OFFICE_PRINTER.getAddress().getPort());
    }

    @BeforeAll
    static void open() {
        OFFICE_PRINTER.start();
    }

    @AfterAll
    static void close() throws IOException {
        OFFICE_PRINTER.stop(0);
        LABEL_PRINTER.close();
    }

    @BeforeEach
    void setUp() {
        int number = NAMES.incrementAndGet();
        seller = sellers.create(new NewSeller("Nordlicht " + number, new Mark("N", 1), SenderAddress.EMPTY));
        station = stations.addStation("Tisch " + number);
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    private OrderId order(SellerId owner, String number) {
        PrintFixture shop = new PrintFixture(jdbc);
        OrderId order = shop.order(owner, number, TUESDAY, "A");
        shop.label(owner, order, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        return order;
    }

    private PrinterId printer(Route route, String address, String sheet) {
        return stations.addPrinter(new NewPrinter(
                route + " " + NAMES.incrementAndGet(),
                route == Route.AGENT ? station : null,
                route,
                address,
                DocumentType.PDF,
                null,
                sheet));
    }

    private <T> T in(SellerId scope, Supplier<T> work) {
        return SellerScope.get(Set.of(scope), work);
    }

    private TaskRow task(TaskId id) {
        return in(seller, () -> prints.newest(Long.MAX_VALUE, 50)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private TaskId printLabels(OrderId... orders) {
        PrintService.Queued queued = in(
                seller,
                () -> prints.print(
                        station, List.of(orders), PrintService.Papers.LABELS, 1, PrintRequest.Which.STILL_HERE));
        assertThat(queued.leftOut()).isEmpty();
        return queued.tasks().getFirst();
    }

    private MockHttpServletResponse ask(String token, String path, boolean post) throws Exception {
        var request = post ? post("/api/print-agent" + path) : get("/api/print-agent" + path);
        return web.perform(request.header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }

    @Test
    void theAgentGetsTheFilesOfItsStationInTheirOrderAndSaysWhatBecameOfThem() throws Exception {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra links", "a4-4"), null);
        String token = stations.newToken(station);
        TaskId first = printLabels(order(seller, "one"), order(seller, "two"));
        TaskId second = printLabels(order(seller, "three"));

        MockHttpServletResponse file = ask(token, "/next", false);
        assertThat(file.getStatus()).isEqualTo(200);
        assertThat(file.getHeader("Packhaus-Task")).isEqualTo(first.toString());
        assertThat(file.getHeader("Packhaus-Printer")).isEqualTo("Zebra%20links");
        assertThat(Loader.loadPDF(file.getContentAsByteArray()).getNumberOfPages())
                .as("two labels on one sheet")
                .isEqualTo(1);
        assertThat(ask(token, "/tasks/" + first + "?state=SENT", true).getStatus())
                .isEqualTo(204);
        assertThat(task(first).state()).isEqualTo(TaskState.SENT);
        assertThat(ask(token, "/next", false).getHeader("Packhaus-Task")).isEqualTo(second.toString());

        ask(token, "/tasks/" + first + "?state=PRINTED", true);
        assertThat(ask(token, "/tasks/" + first + "?state=FAILED&text=late", true)
                        .getStatus())
                .as("said again by an agent that was offline")
                .isEqualTo(204);
        assertThat(task(first).state()).isEqualTo(TaskState.PRINTED);
        ask(token, "/tasks/" + second + "?state=FAILED&text=Kein Papier", true);
        assertThat(task(second).problemText()).isEqualTo("Kein Papier");
        assertThat(ask(token, "/next", false).getStatus()).isEqualTo(204);

        in(seller, () -> {
            prints.again(second);
            return true;
        });
        assertThat(ask(token, "/next", false).getHeader("Packhaus-Task")).isEqualTo(second.toString());
    }

    @Test
    void aTokenOpensItsOwnStationOnlyAndAnOldOneNothing() throws Exception {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra", ""), null);
        String old = stations.newToken(station);
        String token = stations.newToken(station);
        TaskId mine = printLabels(order(seller, "one"));
        StationId other = stations.addStation("Another " + NAMES.incrementAndGet());
        String othersToken = stations.newToken(other);

        assertThat(ask(old, "/next", false).getStatus()).isEqualTo(401);
        assertThat(ask("", "/next", false).getStatus()).isEqualTo(401);
        assertThat(ask(othersToken, "/next", false).getStatus()).isEqualTo(204);
        assertThat(ask(othersToken, "/tasks/" + mine + "?state=PRINTED", true).getStatus())
                .isEqualTo(404);
        assertThat(task(mine).state()).isEqualTo(TaskState.QUEUED);
        assertThat(ask(token, "/next", false).getStatus()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select count(*) from print_station where token_hash = ?", Long.class, token))
                .as("kept as a hash")
                .isZero();
    }

    @Test
    void aFileHoldsOneSellersOrders() {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra", ""), null);
        SellerId other = sellers.create(new NewSeller("Lampenladen", new Mark("L", 2), SenderAddress.EMPTY));
        OrderId one = order(seller, "one");
        OrderId two = order(other, "two");
        PrintService.Queued queued = SellerScope.get(
                Set.of(seller, other),
                () -> prints.print(
                        station, List.of(one, two), PrintService.Papers.LABELS, 1, PrintRequest.Which.STILL_HERE));
        assertThat(queued.tasks()).hasSize(2);
        assertThat(in(seller, () -> prints.newest(Long.MAX_VALUE, 50)))
                .extracting(TaskRow::seller)
                .containsOnly(seller);
    }

    @Test
    void theSellerWhosePieceIsPickedFirstComesOutFirst() {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra", ""), null);
        SellerId other = sellers.create(new NewSeller("Teppichladen", new Mark("L", 2), SenderAddress.EMPTY));
        PrintFixture shop = new PrintFixture(jdbc);
        OrderId last = shop.order(seller, "last", TUESDAY, "Z");
        shop.label(seller, last, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        OrderId first = order(other, "first");
        PrintService.Queued queued = SellerScope.get(
                Set.of(seller, other),
                () -> prints.print(
                        station, List.of(last, first), PrintService.Papers.LABELS, 1, PrintRequest.Which.STILL_HERE));
        assertThat(SellerScope.get(Set.of(seller, other), () -> prints.newest(Long.MAX_VALUE, 2)))
                .as("newest first")
                .extracting(TaskRow::seller)
                .containsExactly(seller, other);
        assertThat(queued.leftOut()).isEmpty();
    }

    @Test
    void sendsALabelPrinterInTheNetworkItsBytes() throws Exception {
        CompletableFuture<byte[]> received = CompletableFuture.supplyAsync(() -> {
            try (var socket = LABEL_PRINTER.accept()) {
                return socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        stations.usePrinters(station, printer(Route.RAW, "localhost:" + LABEL_PRINTER.getLocalPort(), ""), null);
        TaskId id = printLabels(order(seller, "one"));
        assertThat(received.get()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        Awaitility.await().until(() -> task(id).state() == TaskState.PRINTED);
    }

    @Test
    void speaksIppAndSaysWhenThePrinterRefuses() {
        AtomicInteger status = new AtomicInteger(0x0000);
        CompletableFuture<byte[]> received = new CompletableFuture<>();
        String path = "/printers/office" + NAMES.incrementAndGet();
        OFFICE_PRINTER.createContext(path, call -> {
            received.complete(call.getRequestBody().readAllBytes());
            byte[] answer = {2, 0, (byte) (status.get() >> 8), (byte) status.get(), 0, 0, 0, 1, 3};
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
            call.close();
        });
        String address = "ipp://localhost:" + OFFICE_PRINTER.getAddress().getPort() + path;
        stations.usePrinters(station, printer(Route.IPP, address, ""), null);
        TaskId good = printLabels(order(seller, "one"));
        Awaitility.await().until(() -> task(good).state() == TaskState.PRINTED);
        String sent = new String(received.join(), StandardCharsets.ISO_8859_1);
        assertThat(sent).contains("printer-uri", address, "application/pdf", "%PDF-");

        status.set(0x0507);
        TaskId bad = printLabels(order(seller, "two"));
        Awaitility.await().until(() -> task(bad).state() == TaskState.FAILED);
        assertThat(task(bad).problemCode()).isEqualTo("printer-refused");
        assertThat(task(bad).problemText()).contains("0x0507");
    }

    @Test
    void reachesNoHostThatIsNotAllowed() {
        assertThatThrownBy(() -> printer(Route.RAW, "10.0.0.5:9100", ""))
                .isInstanceOfSatisfying(
                        PrintException.class, e -> assertThat(e.code()).isEqualTo("printer-not-allowed"));
        assertThatThrownBy(() -> printer(Route.IPP, "http://localhost/printers/x", ""))
                .isInstanceOfSatisfying(
                        PrintException.class, e -> assertThat(e.code()).isEqualTo("printer-address-invalid"));
    }

    @Test
    void saysWhichOrderHasNothingToPrintAndPrintsTheOthers() {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra", ""), null);
        OrderId labelled = order(seller, "one");
        OrderId bare = new PrintFixture(jdbc).order(seller, "bare", TUESDAY, "A");
        PrintService.Queued queued = in(
                seller,
                () -> prints.print(
                        station,
                        List.of(labelled, bare),
                        PrintService.Papers.LABELS,
                        1,
                        PrintRequest.Which.STILL_HERE));
        assertThat(queued.leftOut()).singleElement().asString().contains("bare", "no label yet");
        assertThat(task(queued.tasks().getFirst()).orders()).isEqualTo(1);
    }

    @Test
    void aStationWithoutAPrinterSaysSo() {
        @Nullable PrinterId none = null;
        stations.usePrinters(station, none, none);
        OrderId order = order(seller, "one");
        assertThatThrownBy(() -> printLabels(order)).hasMessageContaining("has no printer for labels");
    }

    @Test
    void pagesAreForgottenAfterSomeDaysAndTheLineStays() {
        stations.usePrinters(station, printer(Route.AGENT, "Zebra", ""), null);
        TaskId id = printLabels(order(seller, "one"));
        jdbc.update("update print_task set queued_at = queued_at - interval 4 day where id = ?", id.value());
        in(seller, () -> {
            context.getBean(ForgetPages.class).run(seller);
            return true;
        });
        assertThat(jdbc.queryForObject("select length(content) from print_task where id = ?", Long.class, id.value()))
                .isZero();
        assertThatThrownBy(() -> in(seller, () -> {
                    prints.again(id);
                    return true;
                }))
                .hasMessageContaining("Print the orders anew");
    }
}
