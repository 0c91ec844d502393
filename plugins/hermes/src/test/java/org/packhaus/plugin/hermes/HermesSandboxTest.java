package org.packhaus.plugin.hermes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.packhaus.sdk.CheckDigits;
import org.packhaus.sdk.DayEndClose;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.FindsByReference;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.FakeTools;

/** The contract against the sandbox, with every request held against Hermes's OpenAPI documents. */
class HermesSandboxTest extends CarrierContract<HermesSettings> {
    private static final String LABELS = "/services/hsi/shipmentorders/labels";

    @SuppressWarnings("NullAway") // set before any test
    private static Sandbox sandbox;

    private static Optional<OpenApi> orders = Optional.empty();
    private static Optional<OpenApi> tracking = Optional.empty();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        orders = OpenApi.find("hermes/hsi-order-api.yaml");
        tracking = OpenApi.find("hermes/hsi-shipment-status.yaml");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAsTheDocumentsSay() {
        orders.ifPresent(api -> assertThat(complaints(api, "orders")).isEmpty());
        tracking.ifPresent(api -> assertThat(complaints(api, "/shipmentinfo")).isEmpty());
    }

    private List<String> complaints(OpenApi api, String path) {
        return server().calls().stream()
                .filter(call ->
                        call.path().startsWith("/services/hsi") && call.path().contains(path))
                .map(api::complaints)
                .filter(complaint -> !complaint.isEmpty())
                .toList();
    }

    @Test
    void theDocumentsWereThere() {
        assumeTrue(
                orders.isPresent() && tracking.isPresent(),
                "SKIPPED: no OpenAPI documents of Hermes on this machine (set PACKHAUS_SPECS); requests were not held against them");
        var nonsense = new Call("POST", LABELS, "", Map.of("content-type", "application/json"), "{\"parcel\":1}");
        assertThat(orders.orElseThrow().complaints(nonsense)).isNotEmpty();
    }

    @Override
    protected Carrier<HermesSettings> extension(PluginTools tools) {
        return new HermesCarrier(tools);
    }

    @Override
    protected HermesSettings settings(URI service) {
        return settings(service, account().at("password").textOrEmpty());
    }

    @Override
    protected HermesSettings wrongSettings(URI service) {
        return settings(service, "an-0ld-password");
    }

    private static HermesSettings settings(URI service, String password) {
        Json account = account();
        return new HermesSettings(
                account.at("clientId").textOrEmpty(),
                Secret.of(account.at("clientSecret").textOrEmpty()),
                account.at("user").textOrEmpty(),
                Secret.of(password),
                Optional.of(HermesSettings.ParcelClass.S),
                Optional.empty(),
                true,
                Optional.of(service));
    }

    private static Json account() {
        return control("GET", "/sandbox/sellers").at(0).at("hermes");
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
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void play(org.packhaus.sdk.test.ScriptedServer server) {
        server.forwardTo(sandbox.uri());
    }

    @Override
    protected String purchasePath() {
        return LABELS;
    }

    @Override
    protected boolean bringsReturnNumbers() {
        return false;
    }

    @Override
    protected BookingRequest undeliverable() {
        return Requests.to(
                request(false), Requests.buyer().city("99999", "Bonn").build());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }

    private HermesCarrier hermes() {
        return new HermesCarrier(tools());
    }

    private Booking book(BookingRequest request) throws Exception {
        return hermes().book(request, settings());
    }

    private static String reference() {
        return "P" + UUID.randomUUID().toString().replace("-", "").substring(0, 19);
    }

    @Test
    void printsAsPdfAndForBothPrintHeads() throws Exception {
        Booking pdf = book(Requests.on(LabelPaper.PDF_A6));
        assertThat(pdf.trackingNumber()).matches("\\d{14}").matches(CheckDigits::isGs1);
        assertThat(new String(pdf.documents().getFirst().content(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        Booking zpl = book(Requests.on(LabelPaper.ZPL_100_X_150));
        assertThat(zpl.documents().getFirst().type()).isEqualTo(DocumentType.ZPL);
        assertThat(zpl.documents().getFirst().content())
                .asString()
                .startsWith("^XA")
                .contains("^PW800");
        HermesSettings at203 = settings();
        HermesSettings at300 = new HermesSettings(
                at203.clientId(),
                at203.clientSecret(),
                at203.user(),
                at203.password(),
                at203.parcelClass(),
                Optional.of(HermesSettings.Resolution.DPI_300),
                false,
                at203.baseUrl());
        assertThat(hermes().book(Requests.on(LabelPaper.ZPL_100_X_150), at300)
                        .documents()
                        .getFirst()
                        .content())
                .asString()
                .contains("^PW1200");
    }

    @Test
    void sendsMeasurementsAndServicesAsHermesKnowsThem() throws Exception {
        book(Requests.weighing(31_500, new Dimensions(600, 400, 300)));
        book(Requests.on(
                LabelPaper.PDF_A6,
                new Service.AgeCheck(18),
                new Service.Plain(Service.Kind.NO_NEIGHBOUR),
                new Service.Plain(Service.Kind.BULKY)));
        book(Requests.to(Requests.buyer().email("aenne@example.com").build()));
    }

    @Test
    void sellsAReturnLabelUnderANumberOttoTakes() throws Exception {
        Booking booking =
                hermes().bookReturn(Requests.back(reference(), Requests.buyer().build()), settings());
        assertThat(booking.trackingNumber()).matches("\\d{14}").matches(CheckDigits::isGs1);
        assertThat(booking.returnNumber()).hasValueSatisfying(number -> {
            assertThat(number.carrierCode()).isEqualTo("HERMES");
            assertThat(number.number()).isEqualTo(booking.trackingNumber());
        });
        assertThat(new String(booking.documents().getFirst().content(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        assertThat(hermes().track(List.of(booking.trackingNumber()), settings()))
                .singleElement()
                .satisfies(report -> assertThat(report.status()).isEqualTo(TrackingStatus.ANNOUNCED));
    }

    @Test
    void followsParcelsUntilTheyAreThere() throws Exception {
        String first = book(request(false)).trackingNumber();
        String second = book(request(false)).trackingNumber();
        control("POST", "/sandbox/advance?hours=240");
        List<TrackingReport> reports = hermes().track(List.of(first, second, "00000000000000"), settings());
        control("POST", "/sandbox/reset"); // back to today
        assertThat(reports).extracting(TrackingReport::trackingNumber).containsExactly(first, second);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
            assertThat(report.events())
                    .hasSizeGreaterThan(4)
                    .isSortedAccordingTo(Comparator.comparing(TrackingEvent::at));
            assertThat(report.events()).noneMatch(event -> event.status() == TrackingStatus.UNKNOWN);
        });
    }

    @Test
    void fetchesANewTokenWhenTheOldOneRanOut() throws Exception {
        HermesCarrier hermes = hermes();
        String number = hermes.book(request(false), settings()).trackingNumber();
        control("POST", "/sandbox/advance?hours=2");
        hermes.book(request(false), settings());
        control("POST", "/sandbox/advance?hours=2");
        assertThat(hermes.track(List.of(number), settings())).hasSize(1);
        assertThat(server().calls("POST", "/authorization-facade/oauth2/access_token"))
                .hasSize(3);
        control("POST", "/sandbox/reset");
        tools().advance(Duration.ofHours(1));
        hermes.book(request(false), settings());
        assertThat(server().calls("POST", "/authorization-facade/oauth2/access_token"))
                .hasSize(4);
    }

    @Test
    void remarksAreReadAsWarnings() throws Exception {
        assertThat(book(Requests.to(Requests.buyer().city("53111", "Köln").build()))
                        .warnings())
                .singleElement()
                .asString()
                .contains("w036");
    }

    @Test
    void deliversToDoorsOnly() {
        Address locker = Requests.buyer()
                .addition("12345678")
                .street("Packstation", "105")
                .build();
        assertThatThrownBy(() -> book(Requests.to(locker))).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("pickup-point-not-served");
            assertThat(rejected.text()).contains("Packstation 105", "Choose DHL");
        });
        assertThat(server().calls("POST", LABELS)).isEmpty();
    }

    @Test
    void promisesNothingHermesCannotDo() {
        assertThat(hermes())
                .isNotInstanceOf(FindsByReference.class)
                .isNotInstanceOf(Cancellation.class)
                .isNotInstanceOf(DayEndClose.class);
    }
}
