package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxTest;
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
import org.springframework.context.ApplicationContext;

/** The whole portal runs; somebody drops the real {@code dhl.jar} into its folder, books, and takes it out again. */
@SandboxTest
class DropInTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

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

    @Autowired
    ApplicationContext context;

    /** The folder is shared with other tests of this portal. */
    @AfterEach
    void takeOut() throws IOException {
        BuiltPlugins.takeOut(context, List.of("dhl"));
    }

    @Test
    void aPluginDroppedIntoTheRunningPortalIsBookableAndTakenOutIsGone() throws Exception {
        BuiltPlugins.assumeBuilt("dhl");
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

        Path jar = BuiltPlugins.dropIn(context, "dhl");
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
        assertThat(said(seller, connection).toString()).doesNotContain(secrets());

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

        BuiltPlugins.dropIn(context, "dhl");
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

    private ConnectionId connect(SellerId seller) {
        return connections.create(new NewConnection(
                seller,
                "dhl",
                "dhl",
                ConnectionRole.CARRIER,
                "DHL Essen",
                SANDBOX.account(0).carrier("dhl")));
    }

    private static List<String> secrets() {
        List<String> secrets = SANDBOX.account(0).carrier("dhl").stream()
                .filter(Setting::secret)
                .map(Setting::value)
                .map(Objects::requireNonNull)
                .toList();
        assertThat(secrets).as("apiSecret and password").hasSize(2);
        return secrets;
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
