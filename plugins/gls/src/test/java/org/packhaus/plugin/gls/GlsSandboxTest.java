package org.packhaus.plugin.gls;

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
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.ScriptedServer;

/** The contract once more, against the sandbox, with every request held against GLS's OpenAPI documents. */
class GlsSandboxTest extends CarrierContract<GlsSettings> {
    @SuppressWarnings("NullAway") // set before any test
    private static Sandbox sandbox;

    private static Optional<OpenApi> shipIt = Optional.empty();
    private static Optional<OpenApi> tracking = Optional.empty();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        shipIt = OpenApi.find("gls/shipit-farm.yaml");
        tracking = OpenApi.find("gls/ecitrackandtrace.yaml");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAsTheDocumentSays() {
        shipIt.ifPresent(api -> assertValid(api, "/shipit-farm/"));
        tracking.ifPresent(api -> assertValid(api, "/track-and-trace-v1/"));
    }

    private void assertValid(OpenApi api, String prefix) {
        assertThat(server().calls().stream()
                        .filter(call -> call.path().startsWith(prefix))
                        .map(api::complaints)
                        .filter(complaint -> !complaint.isEmpty()))
                .isEmpty();
    }

    @Test
    void theDocumentWasThere() {
        assumeTrue(
                shipIt.isPresent() && tracking.isPresent(),
                "SKIPPED: no OpenAPI document of GLS on this machine (set PACKHAUS_SPECS); requests were not held against it");
        var nonsense = new Call(
                "POST",
                FakeGls.SHIPMENTS,
                "",
                Map.of("content-type", "application/glsVersion1+json"),
                "{\"Shipment\":{\"Product\":\"LETTER\"}}");
        assertThat(shipIt.orElseThrow().complaints(nonsense)).isNotEmpty();
    }

    @Override
    protected Carrier<GlsSettings> extension(PluginTools tools) {
        return new GlsCarrier(tools);
    }

    @Override
    protected GlsSettings settings(URI service) {
        return settings(service, account().at("clientSecret").textOrEmpty());
    }

    @Override
    protected GlsSettings wrongSettings(URI service) {
        return settings(service, "exp1red-secret");
    }

    private static GlsSettings settings(URI service, String secret) {
        Json account = account();
        return new GlsSettings(
                account.at("clientId").textOrEmpty(),
                Secret.of(secret),
                account.at("contactId").textOrEmpty(),
                true,
                Optional.empty(),
                Optional.of(service));
    }

    private static Json account() {
        return control("GET", "/sandbox/sellers").at(0).at("gls");
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
    protected void play(ScriptedServer server) {
        server.forwardTo(sandbox.uri());
    }

    @Override
    protected String purchasePath() {
        return FakeGls.SHIPMENTS;
    }

    @Override
    protected BookingRequest undeliverable() {
        return Requests.to(
                request(false),
                Address.to("Änne Groß")
                        .street("Kurt-Schumacher-Straße", "1")
                        .city("99999", "Bonn")
                        .build());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }

    private GlsCarrier gls() {
        return new GlsCarrier(tools());
    }

    private Booking book(BookingRequest request) throws Exception {
        return gls().book(request, settings());
    }

    @Test
    void bringsTheReturnLabelAsADocumentOfItsOwn() throws Exception {
        Booking booking = book(request(true));
        assertThat(booking.documents())
                .extracting(CarrierDocument::kind)
                .containsExactly(CarrierDocument.Kind.LABEL, CarrierDocument.Kind.RETURN_LABEL);
        assertThat(booking.trackingNumber()).matches("\\d{12}");
        assertThat(booking.returnNumber().orElseThrow().number())
                .matches("\\d{12}")
                .isNotEqualTo(booking.trackingNumber());
        assertThat(booking.warnings()).isEmpty();
        Json charge = charge(booking.trackingNumber());
        assertThat(charge.at("returnNumber").text())
                .contains(booking.returnNumber().orElseThrow().number());
    }

    private static Json charge(String number) {
        return control("GET", "/sandbox/charges").list().stream()
                .filter(charge -> charge.at("number").textOrEmpty().equals(number))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void printsOnEveryPaperAndInEveryLanguage() throws Exception {
        for (LabelPaper paper : List.of(
                LabelPaper.PDF_A6,
                LabelPaper.ZPL_100_X_150,
                new LabelPaper(DocumentType.PNG, 100, 150),
                new LabelPaper(DocumentType.PDF, 210, 297))) {
            Booking booking = book(Requests.with(request(true), 1000, paper));
            assertThat(booking.documents())
                    .hasSize(2)
                    .allSatisfy(document -> assertThat(document.type()).isEqualTo(paper.type()));
            String start = new String(booking.documents().getFirst().content(), 0, 4, StandardCharsets.ISO_8859_1);
            assertThat(start)
                    .isEqualTo(
                            switch (paper.type()) {
                                case PDF -> "%PDF";
                                case ZPL -> "^XA^";
                                default -> "\u0089PNG";
                            });
        }
    }

    @Test
    void sendsServicesAndAnotherReturnAddressAsGlsKnowsThem() throws Exception {
        Address buyer = Address.to("Małgorzata Öztürk")
                .company("Nordlicht, Yachtservice (Kiel)")
                .addition("Hinterhaus; 3. OG")
                .street("Weg", "1")
                .city("53113", "Bonn")
                .email("kunde@example.com")
                .build();
        BookingRequest request = Requests.returnTo(
                Requests.to(request(true), buyer),
                Address.to("Retourenlager")
                        .street("Halle", "7")
                        .city("45133", "Essen")
                        .build());
        Booking booking = book(request);
        assertThat(booking.warnings()).isEmpty();
        book(Requests.with(request, 31_000, LabelPaper.PDF_A6, new Service.PreferredLocation("Garage links")));
    }

    @Test
    void takesALabelBackOnceAndThenKnowsItNoMore() throws Exception {
        String number = book(request(true)).trackingNumber();
        assertThat(gls().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
        assertThat(charge(number).at("voided").isTrue()).isTrue();
        assertThat(gls().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.UNKNOWN_NUMBER);
        assertThat(gls().fetch(number, LabelPaper.PDF_A6, settings())).isEmpty();
    }

    @Test
    void afterTheDayEndCloseGlsTakesItsTimeAndAfterAScanNothingBack() throws Exception {
        String number = book(request(false)).trackingNumber();
        String other = book(request(false)).trackingNumber();
        gls().close(List.of(number, other), settings());
        assertThatThrownBy(() -> gls().cancel(number, settings()))
                .isInstanceOfSatisfying(Unclear.class, e -> assertThat(e.code()).isEqualTo("cancellation-pending"));
        assertThat(gls().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
        control("POST", "/sandbox/advance?hours=8");
        tools().advance(java.time.Duration.ofHours(8));
        assertThatThrownBy(() -> gls().cancel(other, settings()))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("too-late"));
        control("POST", "/sandbox/reset");
    }

    @Test
    void fetchesByTrackIdToo() throws Exception {
        Booking booking = book(request(false));
        String trackId = trackId(booking.trackingNumber());
        assertThat(gls().fetch(trackId, LabelPaper.ZPL_100_X_150, settings()).orElseThrow())
                .satisfies(fetched -> {
                    assertThat(fetched.trackingNumber()).isEqualTo(booking.trackingNumber());
                    assertThat(fetched.documents().getFirst().type()).isEqualTo(DocumentType.ZPL);
                });
    }

    private String trackId(String number) throws Exception {
        GlsApi api = new GlsApi(tools());
        return api.ask(
                        settings(),
                        "/reprintparcel",
                        Json.object().put("ParcelNumber", number).json())
                .json()
                .at("CreatedShipment")
                .at("ParcelData")
                .at(0)
                .at("TrackID")
                .textOrEmpty();
    }

    @Test
    void followsParcelsOnlyAfterTheDayEndClose() throws Exception {
        String first = book(request(false)).trackingNumber();
        String second = book(request(false)).trackingNumber();
        assertThat(gls().track(List.of(first, second), settings())).isEmpty();
        gls().close(List.of(first, second), settings());
        gls().close(List.of(first, second), settings());
        assertThat(gls().track(List.of(first), settings()).getFirst().status()).isEqualTo(TrackingStatus.ANNOUNCED);
        control("POST", "/sandbox/advance?hours=240");
        tools().advance(java.time.Duration.ofHours(240));
        List<TrackingReport> reports = gls().track(List.of(first, second, "302800999999"), settings());
        control("POST", "/sandbox/reset"); // back to today
        assertThat(reports).extracting(TrackingReport::trackingNumber).containsExactly(first, second);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.events())
                    .hasSizeGreaterThan(2)
                    .isSortedAccordingTo(Comparator.comparing(TrackingEvent::at));
            assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
        });
    }

    @Test
    void saysWithWhatTheAccountIsReady() throws Exception {
        assertThat(gls().check(settings()))
                .contains("with return numbers")
                .contains(settings().contactId());
    }

    @Test
    void blamesTheContactIdRatherThanTheOrder() {
        GlsSettings wrong = new GlsSettings(
                settings().clientId(),
                settings().clientSecret(),
                "276aXXXXXX",
                false,
                Optional.empty(),
                settings().baseUrl());
        assertThatThrownBy(() -> gls().book(request(false), wrong))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("contactId"));
        assertThatThrownBy(() -> gls().check(wrong))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("contactId"));
    }
}
