package org.packhaus.shipment;

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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.BatchId;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders of one buyer through the real plugins over real HTTP; what carrier and marketplace hold afterwards is the measure. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class SendTogetherSandboxTest {
    private static final Path BUILT = Path.of("../../plugins");
    private static final List<String> PLUGINS = List.of("otto", "dhl");

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
    SendTogether together;

    @Autowired
    BatchService batches;

    @Autowired
    JsonMapper json;

    @Value("${packhaus.data}")
    Path data;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
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
    void threeOrdersAreOneChargeAndOneShipmentAtTheMarketplace() throws Exception {
        for (String plugin : PLUGINS) {
            dropIn(plugin);
        }
        Awaitility.await()
                .until(() -> !host.extensions(ConnectionRole.CARRIER).isEmpty()
                        && !host.extensions(ConnectionRole.SALES_CHANNEL).isEmpty());
        JsonNode account = control("GET", "/sandbox/sellers").get(0);
        String key = account.path("key").asString();
        SellerId seller = sellers.create(new NewSeller("Kiefer & Tau", new Mark("K", 1), sender(account)));
        ConnectionId channel = in(seller, () -> connect(seller, account));
        control("POST", "/sandbox/orders?seller=" + key + "&count=3&seed=9&buyer=one");
        in(seller, () -> imports.run(seller, channel));
        List<OrderId> three = in(seller, () -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, 50)).rows().stream()
                .map(OrderRow::id)
                .toList();
        assertThat(three).hasSize(3);

        assertThat(in(seller, () -> together.bundle(three)).saved()).isEqualTo(2);
        finish(seller, in(seller, () -> shipments.bookLabels(three)), 3);
        JsonNode charges = control("GET", "/sandbox/charges?seller=" + key);
        assertThat(charges).hasSize(1);
        String number = charges.get(0).path("number").asString();

        finish(seller, in(seller, () -> shipments.confirm(three)), 3);
        Set<String> shipments = new HashSet<>();
        int pieces = 0;
        for (JsonNode order : control("GET", "/sandbox/orders?seller=" + key)) {
            for (JsonNode item : order.path("items")) {
                assertThat(item.path("state").asString()).isEqualTo("SENT");
                assertThat(item.at("/tracking/trackingNumber").asString()).isEqualTo(number);
                shipments.add(item.path("shipmentId").asString());
                pieces++;
            }
        }
        assertThat(pieces).isEqualTo(4);
        assertThat(shipments).as("one report").hasSize(1);
        assertThat(in(seller, () -> orders.rows(three)))
                .allSatisfy(row -> assertThat(row.problem()).isNull());
    }

    private void finish(SellerId seller, BatchId batch, int done) {
        Awaitility.await()
                .until(() ->
                        in(seller, () -> batches.progress(batch).orElseThrow().isFinished()));
        assertThat(in(seller, () -> batches.progress(batch).orElseThrow().done()))
                .isEqualTo(done);
    }

    private void dropIn(String plugin) throws Exception {
        Path jar = BUILT.resolve(plugin).resolve("target").resolve(plugin + ".jar");
        assumeTrue(
                Files.exists(jar),
                "SKIPPED: plugins/" + plugin + " is not packaged yet (mvn verify packages it before this test)");
        Path plugins = data.resolve("plugins");
        Path part = Files.copy(jar, plugins.resolve("." + plugin + ".part"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, plugins.resolve(plugin + ".jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private ConnectionId connect(SellerId seller, JsonNode account) {
        Setting base = Setting.plain("baseUrl", sandbox.uri().toString());
        ConnectionId channel = connections.create(new NewConnection(
                seller,
                "otto",
                "otto",
                ConnectionRole.SALES_CHANNEL,
                "OTTO",
                List.of(
                        plain(account, "clientId"),
                        secret(account, "clientSecret"),
                        plain(account, "returnCarrier"),
                        base)));
        JsonNode dhl = account.path("dhl");
        ConnectionId carrier = connections.create(new NewConnection(
                seller,
                "dhl",
                "dhl",
                ConnectionRole.CARRIER,
                "DHL",
                List.of(
                        plain(dhl, "apiKey"),
                        secret(dhl, "apiSecret"),
                        plain(dhl, "user"),
                        secret(dhl, "password"),
                        Setting.plain(
                                "billingNumberPaket",
                                dhl.at("/billingNumbers/V01PAK").asString()),
                        Setting.plain(
                                "billingNumberReturn",
                                dhl.path("returnBillingNumber").asString()),
                        base)));
        SellerDetails s = sellers.details(seller);
        sellers.update(new SellerDetails(
                s.id(),
                s.version(),
                s.name(),
                s.mark(),
                s.sender(),
                s.language(),
                s.cutOff(),
                s.timeZone(),
                account.path("returnCarrier").asString(),
                carrier,
                "V01PAK",
                1_200));
        return channel;
    }

    private static Setting plain(JsonNode from, String name) {
        return Setting.plain(name, from.path(name).asString());
    }

    private static Setting secret(JsonNode from, String name) {
        return Setting.secret(name, from.path(name).asString());
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

    private static <T> T in(SellerId seller, Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    private JsonNode control(String method, String path) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return json.readTree(http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .method(method, BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        }
    }
}
