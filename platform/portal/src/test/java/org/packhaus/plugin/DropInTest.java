package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
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

/** The whole portal runs; somebody drops the real {@code dhl.jar} into its folder, books, and takes it out again. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "packhaus.plugins.policy=ALLOW_UNSIGNED",
            "packhaus.plugins.extra-hosts=localhost",
            "packhaus.plugins.look=100ms"
        })
class DropInTest {
    private static final Path BUILT = Path.of("../../plugins/dhl/target/dhl.jar");
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init")
    private static Sandbox sandbox;

    @Autowired
    PluginHost host;

    @Autowired
    PluginFolder folder;

    @Autowired
    ConnectionService connections;

    @Autowired
    SellerService sellers;

    @Autowired
    ExchangeLog exchanges;

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

    @Test
    void aPluginDroppedIntoTheRunningPortalIsBookableAndTakenOutIsGone() throws Exception {
        assumeTrue(
                Files.exists(BUILT),
                "SKIPPED: plugins/dhl is not packaged yet (mvn verify packages it before this test)");
        SellerId seller = sellers.create(new NewSeller("Teehaus Dachs", new Mark("X", 1), SenderAddress.EMPTY));
        SellerScope.call(Set.of(seller), () -> {
            dropInBookTakeOut(seller);
            return true;
        });
    }

    private void dropInBookTakeOut(SellerId seller) throws Exception {
        ConnectionId connection = connect(seller);
        assertThatThrownBy(() -> host.carrier(connection))
                .isInstanceOf(PluginMissing.class)
                .hasMessageContaining(
                        "needs the plugin 'dhl', which is not installed. Put dhl.jar into the plugin folder");

        Path jar = dropIn();
        Awaitility.await()
                .atMost(DEADLINE)
                .until(() -> !host.extensions(ConnectionRole.CARRIER).isEmpty());
        WeakReference<ClassLoader> loader =
                new WeakReference<>(folder.plugin("dhl").orElseThrow().loader());
        assertThat(host.extensions(ConnectionRole.CARRIER))
                .extracting(ExtensionRow::name)
                .containsExactly("DHL");
        assertThat(host.fields(ConnectionRole.CARRIER, "dhl", "dhl", Locale.GERMAN))
                .filteredOn(SettingsField::secret)
                .extracting(SettingsField::name)
                .contains("apiSecret", "password");
        assertThat(host.check(connection)).isNotBlank();

        Installed<Carrier<Record>> dhl = host.carrier(connection);
        Booking booking = dhl.call(DEADLINE, (carrier, settings) -> carrier.book(request(), settings));
        assertThat(booking.trackingNumber()).isNotBlank();
        assertThat(booking.returnNumber()).isPresent();
        Awaitility.await()
                .atMost(DEADLINE)
                .until(() -> !said(seller, connection).isEmpty());
        assertThat(said(seller, connection).toString())
                .doesNotContain(account().at("/password").asString())
                .doesNotContain(account().at("/apiSecret").asString());

        Files.delete(jar);
        Awaitility.await().atMost(DEADLINE).until(() -> folder.plugin("dhl").isEmpty());
        assertThatThrownBy(() -> dhl.call(DEADLINE, (carrier, settings) -> carrier.book(request(), settings)))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo(PluginMissing.CODE))
                .hasMessage(
                        "The connection 'DHL Essen' needs the plugin 'dhl', which is not installed. Put dhl.jar into the plugin"
                                + " folder; the work goes on by itself.");
        Awaitility.await().atMost(DEADLINE).until(() -> {
            System.gc();
            return loader.get() == null;
        });

        dropIn();
        Awaitility.await().atMost(DEADLINE).until(() -> folder.plugin("dhl").isPresent());
        assertThat(tracking(dhl)).isNotBlank().isNotEqualTo(booking.trackingNumber());
    }

    private List<ExchangeRow> said(SellerId seller, ConnectionId connection) {
        return SellerScope.get(Set.of(seller), () -> exchanges.newest(connection, Long.MAX_VALUE, 50));
    }

    private static String tracking(Installed<Carrier<Record>> dhl) throws PluginException {
        return dhl.call(DEADLINE, (carrier, settings) -> carrier.book(request(), settings))
                .trackingNumber();
    }

    private Path dropIn() throws Exception {
        Path plugins = data.resolve("plugins");
        Path part = Files.copy(BUILT, plugins.resolve(".dhl.part"), StandardCopyOption.REPLACE_EXISTING);
        return Files.move(part, plugins.resolve("dhl.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private ConnectionId connect(SellerId seller) throws Exception {
        JsonNode account = account();
        List<Setting> settings = new ArrayList<>();
        settings.add(Setting.plain("apiKey", account.at("/apiKey").asString()));
        settings.add(Setting.secret("apiSecret", account.at("/apiSecret").asString()));
        settings.add(Setting.plain("user", account.at("/user").asString()));
        settings.add(Setting.secret("password", account.at("/password").asString()));
        settings.add(Setting.plain(
                "billingNumberPaket", account.at("/billingNumbers/V01PAK").asString()));
        settings.add(Setting.plain(
                "billingNumberReturn", account.at("/returnBillingNumber").asString()));
        settings.add(Setting.plain("baseUrl", sandbox.uri().toString()));
        return connections.create(
                new NewConnection(seller, "dhl", "dhl", ConnectionRole.CARRIER, "DHL Essen", settings));
    }

    private static JsonNode account() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String sold = http.send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + "/sandbox/sellers"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            return new JsonMapper().readTree(sold).at("/0/dhl");
        }
    }

    private static BookingRequest request() {
        Address shop = Address.to("")
                .company("Teehaus Dachs GmbH")
                .street("Frankenstraße", "298")
                .city("45133", "Essen")
                .build();
        Address buyer = Address.to("Jördis Müller")
                .street("Lindenweg", "7 a")
                .city("20095", "Hamburg")
                .build();
        return new BookingRequest(
                "PH-" + System.nanoTime() % 10_000_000_000L,
                "V01PAK",
                new Parcel(Weight.grams(740), Optional.empty(), List.of()),
                shop,
                buyer,
                shop,
                LocalDate.now(java.time.ZoneId.of("Europe/Berlin")),
                true,
                List.of(),
                LabelPaper.PDF_103_X_199,
                "bwqwz7s8cx");
    }
}
