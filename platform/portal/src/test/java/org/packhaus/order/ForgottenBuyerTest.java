package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.document.DocumentService;
import org.packhaus.document.PrintFile;
import org.packhaus.document.PrintRequest;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchService;
import org.packhaus.job.RecurringJob;
import org.packhaus.plugin.PluginHost;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Address;
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
import org.packhaus.shipment.SendTogether;
import org.packhaus.shipment.ShipmentService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A buyer's order goes the whole way with the real plugins, every request and answer recorded; then the buyer's time is over, and no
 * column of any table knows the buyer any more.
 */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class ForgottenBuyerTest {
    private static final Path BUILT = Path.of("../../plugins");

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
    DocumentService documents;

    @Autowired
    BatchService batches;

    @Autowired
    BuyerErasure erasure;

    @Autowired
    List<RecurringJob> recurring;

    @Autowired
    JdbcTemplate jdbc;

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
        for (String plugin : List.of("otto", "dhl")) {
            Files.deleteIfExists(data.resolve("plugins").resolve(plugin + ".jar"));
        }
        Awaitility.await().until(() -> host.list().isEmpty());
    }

    @Test
    void noTableKnowsABuyerWhoseTimeIsOver() throws Exception {
        dropIn("otto");
        dropIn("dhl");
        Awaitility.await()
                .until(() -> !host.extensions(ConnectionRole.CARRIER).isEmpty()
                        && !host.extensions(ConnectionRole.SALES_CHANNEL).isEmpty());
        JsonNode account = control("GET", "/sandbox/sellers").get(0);
        SellerId seller = sellers.create(new NewSeller("Kiefer & Tau", new Mark("K", 1), sender(account)));
        ConnectionId channel = in(seller, () -> connect(seller, account));
        control("POST", "/sandbox/orders?seller=1&count=4&seed=3");

        in(seller, () -> imports.run(seller, channel));
        OrderRow row = in(seller, () -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, 50)).rows().stream()
                .filter(one -> one.problem() == null && !one.freight() && one.buyerName() != null)
                .findFirst()
                .orElseThrow();
        Address buyer = Objects.requireNonNull(
                in(seller, () -> orders.details(row.id())).deliverTo());
        in(seller, () -> {
            orders.note(row.id(), buyer.person() + " called");
            orders.hold(row.id(), buyer.person() + " is away");
            orders.release(row.id());
            return row;
        });
        finish(seller, in(seller, () -> shipments.bookLabels(List.of(row.id()))));
        in(
                seller,
                () -> documents.print(
                        List.of(row.id()),
                        PrintRequest.of(PrintFile.Contents.INTERLEAVED),
                        java.io.OutputStream.nullOutputStream()));
        finish(seller, in(seller, () -> shipments.confirm(List.of(row.id()))));
        Awaitility.await()
                .until(() -> in(
                                seller,
                                () -> orders.rows(List.of(row.id())).getFirst().confirmed())
                        == 1);
        in(seller, () -> imports.run(seller, channel));

        RecurringJob tracking = recurring.stream()
                .filter(job -> job.name().equals("tracking.poll"))
                .findFirst()
                .orElseThrow();
        follow(seller, tracking);
        jdbc.update("update tracked_parcel set next_look_at = now(6) - interval 1 minute");
        control("POST", "/sandbox/advance?minutes=3600");
        follow(seller, tracking);
        assertThat(jdbc.update(
                        "update tracking_event set raw_text = ? where order_id = ? order by number limit 1",
                        "An: " + buyer.person(),
                        row.id().value()))
                .as("the carrier told where the parcel is, and carriers write who took it")
                .isEqualTo(1);

        // OTTO sends name and street in parts, carriers get them in lines.
        String lastName = buyer.person().substring(buyer.person().lastIndexOf(' ') + 1);
        List<String> secrets = List.of(buyer.person(), lastName, buyer.street(), buyer.streetLine());
        Awaitility.await()
                .untilAsserted(() -> assertThat(traces(secrets))
                        .as("this test looks in the right places")
                        .contains(
                                "exchange.request_body",
                                "exchange.response_body",
                                "label_attempt.request",
                                "tracking_event.raw_text"));

        jdbc.update(
                "update sales_order set closed_at = now(6) - interval 40 day, delivered_at = null where id = ?",
                row.id().value());
        assertThat(in(seller, () -> erasure.run(seller))).isEqualTo(1);
        assertThat(traces(secrets)).isEmpty();
    }

    private void follow(SellerId seller, RecurringJob tracking) {
        in(seller, () -> {
            try {
                tracking.run(seller);
                return seller;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The label of a joint parcel shows the buyer of both orders: it goes with the first, the rest with the second. */
    @Test
    void whatTwoOrdersShareGoesWithTheFirstOfThem() throws Exception {
        dropIn("otto");
        dropIn("dhl");
        Awaitility.await()
                .until(() -> !host.extensions(ConnectionRole.CARRIER).isEmpty()
                        && !host.extensions(ConnectionRole.SALES_CHANNEL).isEmpty());
        JsonNode account = control("GET", "/sandbox/sellers").get(1);
        SellerId seller = sellers.create(new NewSeller("Wolkensprung", new Mark("W", 2), sender(account)));
        ConnectionId channel = in(seller, () -> connect(seller, account));
        control("POST", "/sandbox/orders?seller=2&count=2&seed=3&buyer=one");
        in(seller, () -> imports.run(seller, channel));
        List<OrderId> both = in(seller, () -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, 50)).rows().stream()
                .map(OrderRow::id)
                .toList();
        assertThat(both).hasSize(2);
        Address buyer = Objects.requireNonNull(
                in(seller, () -> orders.details(both.getFirst())).deliverTo());
        OrderId lead = in(seller, () -> together.join(both));
        OrderId guest =
                both.stream().filter(order -> !order.equals(lead)).findFirst().orElseThrow();
        finish(seller, in(seller, () -> shipments.bookLabels(List.of(guest))));
        finish(seller, in(seller, () -> shipments.confirm(List.of(guest))));
        Awaitility.await()
                .until(() -> in(seller, () -> orders.rows(both)).stream().allMatch(row -> row.confirmed() == 1));
        in(seller, () -> imports.run(seller, channel));

        String lastName = buyer.person().substring(buyer.person().lastIndexOf(' ') + 1);
        List<String> secrets = List.of(buyer.person(), lastName, buyer.street(), buyer.streetLine());
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(traces(secrets)).contains("exchange.request_body", "label_attempt.request"));
        forget(seller, guest);
        assertThat(traces(secrets)).doesNotContain("label_attempt.request", "exchange.request_body");
        Integer files = jdbc.queryForObject(
                "select count(*) from label_document d join parcel p on p.id = d.parcel_id where p.order_id = ? and d.size > 0",
                Integer.class,
                lead.value());
        assertThat(files).as("label files").isZero();
        forget(seller, lead);
        assertThat(traces(secrets)).isEmpty();
    }

    private void forget(SellerId seller, OrderId order) {
        jdbc.update(
                "update sales_order set closed_at = now(6) - interval 40 day, delivered_at = null where id = ?",
                order.value());
        assertThat(in(seller, () -> erasure.run(seller))).isEqualTo(1);
    }

    private void finish(SellerId seller, BatchId batch) {
        Awaitility.await()
                .until(() ->
                        in(seller, () -> batches.progress(batch).orElseThrow().isFinished()));
        assertThat(in(seller, () -> batches.progress(batch).orElseThrow().done()))
                .isEqualTo(1);
    }

    /** Every column of the whole schema that can hold a text and holds one of these, read as plain text or as JSON writes it. */
    private List<String> traces(List<String> secrets) {
        List<String> found = new ArrayList<>();
        jdbc.query("""
                select table_name, column_name from information_schema.columns
                where table_schema = database() and data_type in
                  ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'tinyblob', 'blob', 'mediumblob', 'longblob')
                order by table_name, column_name
                """, columns -> {
            String table = columns.getString(1);
            String column = columns.getString(2);
            for (String secret : secrets) {
                for (String written :
                        List.of(secret, json.writeValueAsString(secret).replace("\"", ""))) {
                    Long rows = jdbc.queryForObject(
                            "select count(*) from `%s` where instr(cast(`%s` as binary), ?) > 0"
                                    .formatted(table, column),
                            Long.class,
                            (Object) written.getBytes(StandardCharsets.UTF_8));
                    if (rows != null && rows > 0 && !found.contains(table + "." + column)) {
                        found.add(table + "." + column);
                    }
                }
            }
        });
        return found;
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
        String base = sandbox.uri().toString();
        ConnectionId channel = connections.create(new NewConnection(
                seller,
                "otto",
                "otto",
                ConnectionRole.SALES_CHANNEL,
                "OTTO",
                List.of(
                        Setting.plain("clientId", account.at("/clientId").asString()),
                        Setting.secret(
                                "clientSecret", account.at("/clientSecret").asString()),
                        Setting.plain(
                                "returnCarrier", account.at("/returnCarrier").asString()),
                        Setting.plain("baseUrl", base))));
        JsonNode dhl = account.at("/dhl");
        ConnectionId carrier = connections.create(new NewConnection(
                seller,
                "dhl",
                "dhl",
                ConnectionRole.CARRIER,
                "DHL",
                List.of(
                        Setting.plain("apiKey", dhl.at("/apiKey").asString()),
                        Setting.secret("apiSecret", dhl.at("/apiSecret").asString()),
                        Setting.plain("user", dhl.at("/user").asString()),
                        Setting.secret("password", dhl.at("/password").asString()),
                        Setting.plain(
                                "billingNumberPaket",
                                dhl.at("/billingNumbers/V01PAK").asString()),
                        Setting.plain(
                                "billingNumberReturn",
                                dhl.at("/returnBillingNumber").asString()),
                        Setting.plain("baseUrl", base))));
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
                account.at("/returnCarrier").asString(),
                carrier,
                "V01PAK",
                s.defaultParcelWeightGrams()));
        return channel;
    }

    private static SenderAddress sender(JsonNode account) {
        JsonNode from = account.at("/shipFrom");
        return new SenderAddress(
                from.at("/name").asString(),
                null,
                from.at("/street").asString(),
                from.at("/house").asString(),
                null,
                from.at("/zip").asString(),
                from.at("/city").asString(),
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
