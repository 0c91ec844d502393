package org.packhaus.dayend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.BatchService;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.plugin.PluginHost;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.shipment.Parcels;
import org.packhaus.shipment.ShipmentService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Days closed by the real plugins over real HTTP; what the carriers hold afterwards is the measure. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class DayEndSandboxTest {
    private static final Path BUILT = Path.of("../../plugins");
    private static final List<String> PLUGINS = List.of("otto", "dhl", "gls");
    private static final Set<String> SECRETS = Set.of("apiSecret", "clientSecret", "password");

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @Autowired
    PluginHost host;

    @Autowired
    SellerService sellers;

    @Autowired
    ConnectionService connections;

    @Autowired
    ImportService imports;

    @Autowired
    OrderService orders;

    @Autowired
    ShipmentService shipments;

    @Autowired
    Parcels parcels;

    @Autowired
    BatchService batches;

    @Autowired
    DayEndService days;

    @Autowired
    JsonMapper json;

    @Value("${packhaus.data}")
    Path data;

    private SellerId seller = new SellerId(1);
    private ConnectionId carrier = new ConnectionId(1);
    private String key = "";
    private List<OrderId> shipped = List.of();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void dropIn() throws Exception {
        for (String plugin : PLUGINS) {
            Path jar = BUILT.resolve(plugin).resolve("target").resolve(plugin + ".jar");
            assumeTrue(
                    Files.exists(jar),
                    "SKIPPED: plugins/" + plugin + " is not packaged yet (mvn verify packages it before this test)");
            Path folder = data.resolve("plugins");
            Path part = Files.copy(jar, folder.resolve("." + plugin + ".part"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, folder.resolve(plugin + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        }
        Awaitility.await()
                .until(() -> host.extensions(ConnectionRole.CARRIER).size() == 2
                        && !host.extensions(ConnectionRole.SALES_CHANNEL).isEmpty());
        control("POST", "/sandbox/faults/none", "");
    }

    /** The folder is shared with other tests of this portal. */
    @AfterEach
    void takeOut() throws IOException {
        for (String plugin : PLUGINS) {
            Files.deleteIfExists(data.resolve("plugins").resolve(plugin + ".jar"));
        }
        Awaitility.await().until(() -> host.list().isEmpty());
    }

    @Test
    void glsHearsOfEveryParcelAndTheDriverGetsOurList() throws Exception {
        Set<String> numbers = ship("gls", "GLS", "PARCEL");
        assertThat(day().duty()).isEqualTo(Duty.MANDATORY);
        assertThat(day().automatic()).isTrue();
        assertThat(day().open()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEmpty();

        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEqualTo(numbers);
        assertThat(day().open()).isZero();
        assertThat(closing.papers())
                .singleElement()
                .satisfies(paper -> assertThat(paper.own()).isTrue());
        String list = text(closing.papers().getFirst().id());
        assertThat(list).contains(numbers).contains("Übergabeliste");
        List<OrderRow> rows = in(() -> orders.rows(shipped));
        assertThat(list)
                .contains(rows.stream().map(OrderRow::orderNumber).toList())
                .doesNotContain(rows.stream().map(OrderRow::buyerName).toList());
    }

    @Test
    void dhlIsAskedOnlyIfSomebodyWantsItAndGivesItsOwnPaper() throws Exception {
        Set<String> numbers = ship("dhl", "DHL", "V01PAK");
        assertThat(day().duty()).isEqualTo(Duty.OPTIONAL);
        assertThat(day().automatic()).isFalse();

        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(closedAtCarrier()).isEqualTo(numbers);
        assertThat(closing.papers())
                .isNotEmpty()
                .allSatisfy(paper -> assertThat(paper.own()).isFalse());
        assertThat(text(closing.papers().getFirst().id())).contains(numbers);
    }

    @Test
    void aLostAnswerIsAskedAgainAndIsOneClosing() throws Exception {
        Set<String> numbers = ship("gls", "GLS", "PARCEL");
        control("POST", "/sandbox/faults", """
                [{"operation":"gls.shipments.endofday","kind":"answerLost","rate":1.0,"seed":1}]
                """);
        in(() -> {
            days.close(carrier);
            return true;
        });
        Awaitility.await()
                .until(() -> day().unfinished() instanceof ClosingRow row && row.state() == CloseState.FAILED);
        assertThat(Objects.requireNonNull(day().unfinished()).dueAt())
                .as("asked again by itself")
                .isNotNull();
        assertThat(closedAtCarrier())
                .as("the effect was there, the answer was not")
                .isEqualTo(numbers);

        control("POST", "/sandbox/faults/none", "");
        ClosingRow closing = close();
        assertThat(closing.parcels()).isEqualTo(numbers.size());
        assertThat(in(() -> days.past(Long.MAX_VALUE, 10))).hasSize(1);
    }

    private ClosingRow close() throws Exception {
        in(() -> {
            days.close(carrier);
            return true;
        });
        Awaitility.await().until(() -> !in(() -> days.past(Long.MAX_VALUE, 10)).isEmpty());
        return in(() -> days.past(Long.MAX_VALUE, 10)).getFirst();
    }

    private DayEndRow day() throws Exception {
        return in(days::days).stream()
                .filter(day -> day.connection().equals(carrier))
                .findFirst()
                .orElseThrow();
    }

    private String text(long paper) throws Exception {
        byte[] file = in(() -> days.paper(paper).orElseThrow().content());
        try (var pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private Set<String> closedAtCarrier() throws Exception {
        Set<String> closed = new TreeSet<>();
        for (JsonNode charge : control("GET", "/sandbox/charges?seller=" + key, "")) {
            if (charge.path("closed").asBoolean() && !charge.path("voided").asBoolean()) {
                closed.add(charge.path("number").asString());
            }
        }
        return closed;
    }

    /** A seller of its own with labels of that carrier. @return their numbers */
    private Set<String> ship(String plugin, String returnCarrier, String product) throws Exception {
        int place = control("GET", "/sandbox/sellers", "").size();
        control(
                "POST",
                "/sandbox/sellers",
                json.writeValueAsString(java.util.Map.of("name", "Lager " + place, "returnCarrier", returnCarrier)));
        JsonNode account = control("GET", "/sandbox/sellers", "").get(place);
        key = account.path("key").asString();
        control("POST", "/sandbox/orders?seller=" + key + "&count=8&seed=5", "");
        seller = sellers.create(new NewSeller("Lager " + place, new Mark("L", 1), sender(account)));
        ConnectionId channel = in(() -> connections.create(new NewConnection(
                seller,
                "otto",
                "otto",
                ConnectionRole.SALES_CHANNEL,
                "OTTO",
                List.of(
                        Setting.plain("clientId", account.path("clientId").asString()),
                        Setting.secret(
                                "clientSecret", account.path("clientSecret").asString()),
                        Setting.plain("returnCarrier", returnCarrier),
                        Setting.plain("baseUrl", sandbox.uri().toString())))));
        carrier = in(() -> connections.create(new NewConnection(
                seller, plugin, plugin, ConnectionRole.CARRIER, returnCarrier, settings(account.path(plugin)))));
        SellerDetails s = in(() -> sellers.details(seller));
        in(() -> {
            sellers.update(new SellerDetails(
                    s.id(),
                    s.version(),
                    s.name(),
                    s.mark(),
                    s.sender(),
                    "de",
                    s.cutOff(),
                    s.timeZone(),
                    returnCarrier,
                    carrier,
                    product,
                    1_200));
            return true;
        });
        in(() -> imports.run(seller, channel));
        shipped = in(() -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, 50)).rows().stream()
                .filter(row -> row.problem() == null && !row.freight() && row.pickupPoint() == null)
                .map(OrderRow::id)
                .toList();
        var batch = in(() -> shipments.bookLabels(shipped));
        Awaitility.await()
                .until(() -> in(() -> batches.progress(batch).orElseThrow().isFinished()));
        Set<String> numbers = in(() -> parcels.live(shipped)).stream()
                .flatMap((ParcelRow parcel) -> parcel.label().stream())
                .map(label -> String.valueOf(label.trackingNumber()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(numbers).hasSizeGreaterThan(2);
        return numbers;
    }

    /** The sandbox names its credentials as the plugins do. */
    private static List<Setting> settings(JsonNode account) {
        List<Setting> settings = new ArrayList<>();
        account.properties().forEach(field -> {
            if (field.getKey().equals("billingNumbers")) {
                settings.add(Setting.plain(
                        "billingNumberPaket", field.getValue().path("V01PAK").asString()));
            } else if (field.getKey().equals("returnBillingNumber")) {
                settings.add(
                        Setting.plain("billingNumberReturn", field.getValue().asString()));
            } else if (field.getValue().isValueNode()) {
                String value = field.getValue().asString();
                settings.add(
                        SECRETS.contains(field.getKey())
                                ? Setting.secret(field.getKey(), value)
                                : Setting.plain(field.getKey(), value));
            }
        });
        settings.add(Setting.plain("baseUrl", sandbox.uri().toString()));
        return settings;
    }

    private static SenderAddress sender(JsonNode account) {
        JsonNode from = account.path("shipFrom");
        return new SenderAddress(
                from.path("name").asString(),
                null,
                from.path("street").asString(),
                from.path("house").asString(),
                null,
                from.path("zip").asString(),
                from.path("city").asString(),
                "DE",
                null,
                null);
    }

    private <T> T in(Callable<T> work) throws Exception {
        return SellerScope.call(Set.of(seller), work);
    }

    private JsonNode control(String method, String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String answer = http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .header("Content-Type", "application/json")
                                    .method(
                                            method,
                                            body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return json.readTree(answer.isBlank() ? "null" : answer);
        }
    }
}
