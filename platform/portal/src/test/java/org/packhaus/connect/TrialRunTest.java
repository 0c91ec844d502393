package org.packhaus.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Audit;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.Subject;
import org.packhaus.connect.TrialLine.Result;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ImportService;
import org.packhaus.plugin.PluginHost;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
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

/** A seller is set up as the screens do it, with the real plugins against the sandbox, up to its first simulated order. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class TrialRunTest {
    private static final List<String> NEEDED = List.of("otto", "dhl");

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @Autowired
    SellerDesk desk;

    @Autowired
    AccountDesk accounts;

    @Autowired
    TrialRun trial;

    @Autowired
    ConnectionService connections;

    @Autowired
    SellerService sellers;

    @Autowired
    ImportService imports;

    @Autowired
    Audit audit;

    @Autowired
    PluginHost host;

    @Value("${packhaus.data}")
    Path data;

    @BeforeAll
    static void start() {
        assumeTrue(
                NEEDED.stream().allMatch(plugin -> Files.exists(built(plugin))),
                "SKIPPED: the plugins are not packaged yet (mvn verify packages them before this test)");
        sandbox = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private static Path built(String plugin) {
        return Path.of("../../plugins", plugin, "target", plugin + ".jar");
    }

    private void dropIn() throws Exception {
        for (String plugin : NEEDED) {
            Path part = Files.copy(
                    built(plugin), data.resolve("plugins/." + plugin + ".part"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, data.resolve("plugins/" + plugin + ".jar"), StandardCopyOption.ATOMIC_MOVE);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> host.extensions(ConnectionRole.CARRIER).size()
                                + host.extensions(ConnectionRole.SALES_CHANNEL).size()
                        == NEEDED.size());
    }

    /** The folder belongs to the next test, too. */
    @AfterEach
    void takeOut() throws Exception {
        for (String plugin : NEEDED) {
            Files.deleteIfExists(data.resolve("plugins/" + plugin + ".jar"));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> host.extensions(ConnectionRole.CARRIER).isEmpty()
                        && host.extensions(ConnectionRole.SALES_CHANNEL).isEmpty());
    }

    @Test
    void shipsOneSimulatedOrderBeforeTheSellerIsOpen() throws Exception {
        dropIn();
        JsonNode account = account();
        SellerId seller = desk.begin(new NewSeller("Probe", new Mark("P", 2), SenderAddress.EMPTY));
        SellerScope.call(Set.of(seller), () -> {
            setUp(seller, account);
            return true;
        });
    }

    private void setUp(SellerId seller, JsonNode account) throws Exception {
        ConnectionId channel =
                accounts.add(otto(seller, account, account.at("/clientSecret").asString()), true);
        refusesWhatThePluginWouldNotTake(seller, account);
        ConnectionId carrier = accounts.add(
                dhl(seller, account, account.at("/dhl/billingNumbers/V01PAK").asString()), true);
        assertThat(desk.step(seller)).hasValue(SetUpStep.CHANNEL);
        assertThat(accounts.account(channel).health()).isEqualTo(Health.PAUSED);

        Trial incomplete = trial.run(seller, line -> {});
        assertThat(incomplete.isFine()).isFalse();
        assertThat(incomplete.dry()).isTrue();

        complete(seller, carrier);
        List<TrialLine> heard = new ArrayList<>();
        Trial whole = trial.run(seller, heard::add);
        assertThat(whole.lines()).as("%s", whole.lines()).allMatch(line -> line.result() == Result.FINE);
        assertThat(whole.lines()).extracting(TrialLine::check).containsExactly(TrialLine.Check.values());
        assertThat(heard).isEqualTo(whole.lines());
        assertThat(whole.order()).isPresent();
        assertThat(connections.connection(channel).state()).isEqualTo(ConnectionState.PAUSED);

        desk.open(seller);
        assertThat(desk.step(seller)).isEmpty();
        assertThat(connections.list()).allMatch(row -> row.state() == ConnectionState.ACTIVE);
        assertThat(accounts.account(carrier).health()).isEqualTo(Health.WORKS);
        assertThat(accounts.account(carrier).row().lastSuccess()).isNotNull();
        saysWhatIsWrongAndKeepsTheSecret(channel, account);
    }

    private void refusesWhatThePluginWouldNotTake(SellerId seller, JsonNode account) {
        assertThatThrownBy(() -> accounts.add(dhl(seller, account, "12345"), false))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).hasValue("billingNumberPaket"));
        assertThat(connections.list()).hasSize(1);
    }

    private void saysWhatIsWrongAndKeepsTheSecret(ConnectionId channel, JsonNode account) throws Exception {
        SellerId seller = connections.connection(channel).seller();
        accounts.change(channel, "OTTO", otto(seller, account, "wrong").settings());
        assertThat(accounts.test(channel))
                .isInstanceOfSatisfying(
                        Tried.Fails.class, fails -> assertThat(fails.code()).isEqualTo("credentials-refused"));
        assertThat(accounts.account(channel).health()).isEqualTo(Health.BROKEN);

        accounts.change(
                channel,
                "OTTO",
                otto(seller, account, account.at("/clientSecret").asString()).settings());
        assertThat(accounts.test(channel)).isInstanceOf(Tried.Works.class);
        List<Setting> untouched = accounts.shown(channel);
        assertThat(untouched).filteredOn(Setting::secret).allMatch(secret -> secret.value() == null);
        accounts.change(channel, "OTTO Market", untouched);
        assertThat(accounts.test(channel)).isInstanceOf(Tried.Works.class);
        assertThat(accounts.plainSettings(channel)).containsKey("clientId").doesNotContainKey("clientSecret");

        List<AuditRow> written = audit.about(new Subject("connection", channel.value()), Long.MAX_VALUE, 50);
        assertThat(written)
                .extracting(AuditRow::action)
                .contains("connection.add", "connection.change", "connection.test");
        assertThat(written.toString())
                .doesNotContain(account.at("/clientSecret").asString());
    }

    private void complete(SellerId seller, ConnectionId carrier) {
        SellerDetails before = sellers.details(seller);
        desk.save(new SellerDetails(
                seller,
                before.version(),
                before.name(),
                before.mark(),
                new SenderAddress("Probe GmbH", null, "Frankenstraße", "298", null, "45133", "Essen", "DE", null, null),
                before.language(),
                before.cutOff(),
                before.timeZone(),
                "DHL",
                carrier,
                "V01PAK",
                1000));
        assertThatThrownBy(() -> desk.save(before)).isInstanceOf(SellerException.class);
    }

    private static NewConnection otto(SellerId seller, JsonNode account, String secret) {
        return new NewConnection(
                seller,
                "otto",
                "otto",
                ConnectionRole.SALES_CHANNEL,
                "OTTO",
                List.of(
                        Setting.plain("clientId", account.at("/clientId").asString()),
                        Setting.secret("clientSecret", secret),
                        Setting.plain("returnCarrier", "DHL"),
                        Setting.plain("baseUrl", sandbox.uri().toString())));
    }

    private static NewConnection dhl(SellerId seller, JsonNode account, String billingNumber) {
        JsonNode dhl = account.at("/dhl");
        return new NewConnection(
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
                        Setting.plain("billingNumberPaket", billingNumber),
                        Setting.plain(
                                "billingNumberReturn",
                                dhl.at("/returnBillingNumber").asString()),
                        Setting.plain("baseUrl", sandbox.uri().toString())));
    }

    /** A seller of the sandbox whose returns come back by DHL. */
    private static JsonNode account() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String sold = http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + "/sandbox/sellers"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            for (JsonNode account : new JsonMapper().readTree(sold)) {
                if (account.at("/returnCarrier").asString().equals("DHL")) {
                    return account;
                }
            }
            throw new IllegalStateException("The sandbox has no seller with DHL returns: " + sold);
        }
    }
}
