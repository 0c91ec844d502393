package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.packhaus.sandbox.Sandbox;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Quotes;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.ScriptedServer;

/** The contract against the sandbox, with every request held against UPS's OpenAPI documents. */
class UpsSandboxTest extends CarrierContract<UpsSettings> {
    private static final String SHIP = "/api/shipments/v2409/ship";

    @SuppressWarnings("NullAway") // set before any test
    private static Sandbox sandbox;

    private static Optional<OpenApi> shipping = Optional.empty();
    private static Optional<OpenApi> tracking = Optional.empty();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        shipping = OpenApi.find("ups/Shipping.yaml");
        tracking = OpenApi.find("ups/Tracking.yaml");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Label recovery is left out: its schema demands numbers of another network and four letters for "GIF". */
    @AfterEach
    void everyRequestIsAsTheDocumentsSay() {
        shipping.ifPresent(api -> assertThat(complaints(api, "/api/shipments/")).isEmpty());
        tracking.ifPresent(api -> assertThat(complaints(api, "/api/track/")).isEmpty());
    }

    private List<String> complaints(OpenApi api, String below) {
        return server().calls().stream()
                .filter(call -> call.path().startsWith(below))
                .map(api::complaints)
                .filter(complaint -> !complaint.isEmpty())
                .toList();
    }

    @Test
    void theDocumentsWereThere() {
        assumeTrue(
                shipping.isPresent() && tracking.isPresent(),
                "SKIPPED: no OpenAPI documents of UPS on this machine (set PACKHAUS_SPECS); requests were not held against them");
        var nonsense =
                new Call("POST", SHIP, "", Map.of("content-type", "application/json"), "{\"ShipmentRequest\":1}");
        assertThat(shipping.orElseThrow().complaints(nonsense)).isNotEmpty();
        var nameless = new Call("GET", "/api/track/v1/details/1Z", "", Map.of(), "");
        assertThat(tracking.orElseThrow().complaints(nameless)).isNotEmpty();
    }

    @Override
    protected Carrier<UpsSettings> extension(PluginTools tools) {
        return new UpsCarrier(tools);
    }

    @Override
    protected UpsSettings settings(URI service) {
        return settings(service, account().at("clientSecret").textOrEmpty(), shipperNumber());
    }

    @Override
    protected UpsSettings wrongSettings(URI service) {
        return settings(service, "exp1red-secret", shipperNumber());
    }

    private static UpsSettings settings(URI service, String secret, String shipperNumber) {
        return new UpsSettings(
                account().at("clientId").textOrEmpty(),
                Secret.of(secret),
                shipperNumber,
                false,
                Optional.of("+49 (0)201 123456"),
                Optional.of(service));
    }

    private static String shipperNumber() {
        return account().at("shipperNumber").textOrEmpty();
    }

    private static Json account() {
        return control("GET", "/sandbox/sellers").at(0).at("ups");
    }

    private static Json control(String method, String path) {
        FakeTools tools = new FakeTools();
        try {
            return tools.parse(tools.http()
                    .send(
                            HttpRequest.newBuilder(URI.create(sandbox.uri() + path))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void play(ScriptedServer server) throws Exception {
        server.forwardTo(sandbox.uri());
    }

    @Override
    protected String purchasePath() {
        return SHIP;
    }

    @Override
    protected boolean bringsReturnNumbers() {
        return false;
    }

    @Override
    protected BookingRequest undeliverable() {
        return Requests.to(
                request(false),
                Address.to("Änne Groß")
                        .street("Kurt-Schumacher-Straße", "20 b")
                        .city("99999", "Bonn")
                        .build());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }

    private UpsCarrier ups() {
        return new UpsCarrier(tools());
    }

    private Booking book(BookingRequest request) throws Exception {
        return ups().book(request, settings());
    }

    @Test
    void sellsNumbersOfTheAccountWithTheirPrice() throws Exception {
        Booking booking = book(request(false));
        assertThat(booking.trackingNumber()).matches("1Z" + shipperNumber() + "11\\d{8}");
        assertThat(booking.price()).contains(Money.euro("8.35"));
        assertThat(booking.returnNumber()).isEmpty();
        assertThat(booking.warnings()).isEmpty();
        assertThat(control("GET", "/sandbox/charges?seller=1").toString()).contains(booking.trackingNumber());
    }

    @Test
    void printsInEveryLanguage() throws Exception {
        Map<LabelPaper, String> beginnings = Map.of(
                LabelPaper.PDF_A6,
                "%PDF",
                new LabelPaper(DocumentType.PDF, 210, 297),
                "%PDF",
                LabelPaper.ZPL_100_X_150,
                "^XA",
                new LabelPaper(DocumentType.EPL, 100, 150),
                "\nN\n");
        for (var expected : beginnings.entrySet()) {
            Booking booking = book(Requests.on(request(false), expected.getKey()));
            var label = booking.documents().getFirst();
            assertThat(label.type()).isEqualTo(expected.getKey().type());
            assertThat(new String(label.content(), StandardCharsets.ISO_8859_1)).startsWith(expected.getValue());
        }
    }

    @Test
    void asksForAllPricesAtOnceAndForThoseAgreed() throws Exception {
        UpsSettings s = settings();
        UpsSettings agreed =
                new UpsSettings(s.clientId(), s.clientSecret(), s.shipperNumber(), true, s.phone(), s.baseUrl());
        List<Quotes.Quote> list = ups().quote(request(false), s);
        assertThat(list).extracting(Quotes.Quote::product).containsExactly("11", "65", "07");
        assertThat(list.getFirst().price()).isEqualTo(Money.euro("8.35"));
        assertThat(list.getFirst().transitDays()).contains(1);
        assertThat(ups().quote(request(false), agreed).getFirst().price()).isEqualTo(Money.euro("6.85"));
        assertThat(ups().book(request(false), agreed).price()).contains(Money.euro("6.85"));
        assertThat(server().calls("POST", "/api/rating/v2409/Shop")).hasSize(2);
    }

    @Test
    void sendsServicesAsUpsKnowsThem() throws Exception {
        book(Requests.with(
                request(false),
                "65",
                2400,
                new Service.Insurance(Money.euro("700.00")),
                new Service.AgeCheck(18),
                new Service.Plain(Service.Kind.SIGNATURE),
                new Service.Plain(Service.Kind.NO_NEIGHBOUR),
                new Service.Plain(Service.Kind.CLIMATE)));
        Json sent = server().calls("POST", SHIP)
                .getFirst()
                .json()
                .at("ShipmentRequest")
                .at("Shipment");
        Json options = sent.at("ShipmentServiceOptions");
        assertThat(options.at("DeliveryConfirmation").at("DCISType").text()).contains("2");
        assertThat(options.at("DirectDeliveryOnlyIndicator").isPresent()).isTrue();
        assertThat(options.at("UPScarbonneutralIndicator").isPresent()).isTrue();
        Json parcel = sent.at("Package").at(0);
        assertThat(parcel.at("PackageServiceOptions")
                        .at("DeclaredValue")
                        .at("MonetaryValue")
                        .text())
                .contains("700.00");
        assertThat(parcel.at("PackageWeight").at("Weight").text()).contains("2.4");
    }

    @Test
    void sendsAbroadWithBothPhoneNumbers() throws Exception {
        Address vienna = Address.to("Łucja Özbay")
                .addition("Stiege 2")
                .street("Mariahilfer Straße", "77")
                .city("1060", "Wien")
                .country(new CountryCode("AT"))
                .phone("0043 1 5871234")
                .build();
        Booking booking = book(Requests.measuring(Requests.to(request(false), vienna), 401, 300, 209));
        Json sent = server().calls("POST", SHIP)
                .getFirst()
                .json()
                .at("ShipmentRequest")
                .at("Shipment");
        assertThat(sent.at("Shipper").at("Phone").at("Number").text()).contains("49201123456");
        assertThat(sent.at("ShipTo").at("Phone").at("Number").text()).contains("4315871234");
        assertThat(sent.at("Package").at(0).at("Dimensions").at("Length").text())
                .contains("41");
        assertThat(booking.warnings()).as("ł is not Latin-1").hasSize(1);
    }

    @Test
    void takesALabelBackUntilUpsHasTheParcel() throws Exception {
        String number = book(request(false)).trackingNumber();
        assertThat(ups().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
        assertThat(ups().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
        assertThat(ups().fetch(number, LabelPaper.PDF_A6, settings())).isEmpty();
        assertThat(ups().track(List.of(number), settings()).getFirst().status()).isEqualTo(TrackingStatus.CANCELLED);
        String late = book(request(false)).trackingNumber();
        control("POST", "/sandbox/advance?hours=30");
        assertThat(ups().cancel(late, settings())).isEqualTo(Cancellation.Cancelled.UNKNOWN_NUMBER);
        control("POST", "/sandbox/reset");
        assertThat(ups().cancel("1Z999AA10123456784", settings())).isEqualTo(Cancellation.Cancelled.UNKNOWN_NUMBER);
    }

    @Test
    void followsParcelsUntilTheyAreThere() throws Exception {
        String number = book(request(false)).trackingNumber();
        TrackingReport announced = ups().track(List.of(number), settings()).getFirst();
        assertThat(announced.status()).isEqualTo(TrackingStatus.ANNOUNCED);
        assertThat(announced.expectedAt()).isPresent();
        control("POST", "/sandbox/advance?hours=240");
        TrackingReport there = ups().track(List.of(number), settings()).getFirst();
        control("POST", "/sandbox/reset"); // back to today, or nothing can be shipped any more
        assertThat(there.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(there.events()).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.comparing(TrackingEvent::at));
        assertThat(there.events().getLast().rawCode()).isEqualTo("D/FS/011");
        assertThat(there.events().getLast().place()).isEqualTo("Bonn, DE");
        assertThat(there.expectedAt()).isEmpty();
    }

    @Test
    void theTokenIsRenewedWhenItHasRunOut() throws Exception {
        UpsCarrier ups = ups();
        ups.book(request(false), settings());
        control("POST", "/sandbox/advance?hours=5");
        ups.book(request(false), settings());
        control("POST", "/sandbox/reset");
        assertThat(server().calls("POST", "/security/v1/oauth/token")).hasSize(2);
    }

    @Test
    void triesTheConnection() throws Exception {
        assertThat(ups().check(settings()))
                .contains(shipperNumber())
                .contains("UPS Standard, UPS Express Saver, UPS Express");
        assertThatThrownBy(() -> ups().check(wrongSettings(server().uri())))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("clientSecret"));
        UpsSettings foreign =
                settings(server().uri(), account().at("clientSecret").textOrEmpty(), "A1B2C3");
        assertThatThrownBy(() -> ups().check(foreign))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("shipperNumber"));
        assertThatThrownBy(() -> ups().book(request(false), foreign)).isInstanceOf(InvalidSettings.class);
    }
}
