package org.packhaus.plugin.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
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
import org.packhaus.sdk.test.ScriptedServer;

/** The contract against the sandbox, with every request held against DPD's OpenAPI document. */
class DpdSandboxTest extends CarrierContract<DpdSettings> {
    private static final String SHIPMENT = "/shipping/v1/shipment";
    private static final String LOGIN = "/shipping/v1/login";

    @SuppressWarnings("NullAway") // set before any test
    private static Sandbox sandbox;

    private static Optional<OpenApi> document = Optional.empty();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        document = OpenApi.find("dpd-meta/meta-api-docs.json");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAsTheDocumentSays() {
        document.ifPresent(api -> assertThat(server().calls().stream()
                        .filter(call -> call.path().startsWith("/shipping/v1/"))
                        // The document asks for an ApiKeyAuth at the login that it does not define.
                        .filter(call -> !call.path().equals(LOGIN))
                        .map(api::complaints)
                        .filter(complaint -> !complaint.isEmpty()))
                .isEmpty());
    }

    @Test
    void theDocumentWasThere() {
        assumeTrue(
                document.isPresent(),
                "SKIPPED: no OpenAPI document of DPD on this machine (set PACKHAUS_SPECS); requests were not held against it");
        var nonsense = new Call(
                "POST",
                SHIPMENT,
                "LabelPrintFormat=PDF",
                Map.of("content-type", "application/json"),
                "[{\"sender\":1}]");
        assertThat(document.orElseThrow().complaints(nonsense)).isNotEmpty();
    }

    @Override
    protected Carrier<DpdSettings> extension(PluginTools tools) {
        return new DpdCarrier(tools);
    }

    @Override
    protected DpdSettings settings(URI service) {
        return settings(service, account().at("password").textOrEmpty(), false);
    }

    @Override
    protected DpdSettings wrongSettings(URI service) {
        return settings(service, "exp1red-password", false);
    }

    private static DpdSettings settings(URI service, String password, boolean groupCodes) {
        Json account = account();
        return new DpdSettings(
                account.at("user").textOrEmpty(),
                Secret.of(password),
                account.at("customerNumber").textOrEmpty(),
                account.at("depot").text(),
                groupCodes,
                groupCodes,
                account.at("user").text(),
                Optional.empty(),
                Optional.of(service));
    }

    private static Json account() {
        return control("GET", "/sandbox/sellers").at(0).at("dpd");
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
        return SHIPMENT;
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
                        .street("Unbekannte Gasse", "1")
                        .city("99999", "Bonn")
                        .build());
    }

    @Override
    protected String undeliverableField() {
        return "to.postalCode";
    }

    private DpdCarrier dpd() {
        return new DpdCarrier(tools());
    }

    @Test
    void sellsFourteenDigitsOfTheDepot() throws Exception {
        Booking booking = dpd().book(request(false), settings());
        assertThat(booking.trackingNumber()).matches("0998\\d{10}");
        assertThat(booking.returnNumber()).isEmpty();
        assertThat(new String(booking.documents().getFirst().content(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    @Test
    void printsOnEveryPaperAndInEveryLanguage() throws Exception {
        for (LabelPaper paper : List.of(
                LabelPaper.PDF_A6,
                LabelPaper.ZPL_100_X_150,
                new LabelPaper(DocumentType.EPL, 100, 150),
                new LabelPaper(DocumentType.PDF, 210, 297))) {
            CarrierDocument label = dpd().book(Requests.with(request(false), "CL", 1000, paper), settings())
                    .documents()
                    .getFirst();
            assertThat(label.type()).isEqualTo(paper.type());
            assertThat(new String(label.content(), StandardCharsets.ISO_8859_1))
                    .startsWith(
                            switch (paper.type()) {
                                case PDF -> "%PDF";
                                case ZPL -> "^XA";
                                case EPL -> "\nN\n";
                                case PNG -> "\u0089PNG";
                            });
        }
    }

    @Test
    void sendsEveryProductByBothOfItsNames() throws Exception {
        for (boolean groupCodes : new boolean[] {false, true}) {
            DpdSettings settings =
                    settings(server().uri(), account().at("password").textOrEmpty(), groupCodes);
            for (String product : List.of("CL", "E12", "E18")) {
                dpd().book(Requests.with(request(false), product, 2500, LabelPaper.ZPL_100_X_150), settings);
            }
        }
        assertThat(server().calls("POST", SHIPMENT).stream()
                        .map(call -> call.json()
                                .at(0)
                                .at("shipmentInfos")
                                .at("productCode")
                                .textOrEmpty()))
                .containsExactly("CL", "E12", "E18", "101", "225", "155");
        assertThat(server().calls("POST", SHIPMENT).getLast().parameter("LabelPrintFormat"))
                .isEqualTo("ZPL300");
    }

    @Test
    void sendsToTheUnionInsuredAndWithAPhoneNumber() throws Exception {
        Booking booking = dpd().book(
                        Requests.to(
                                Requests.with(
                                        request(false),
                                        "CL",
                                        31_500,
                                        LabelPaper.PDF_A6,
                                        new Service.Insurance(Money.euro("700.00"))),
                                Address.to("Łukasz Kołodziejczyk")
                                        .company("Pracownia Ceramiki Spółka z ograniczoną odpowiedzialnością")
                                        .street("ulica Świętego Marcina", "24/3")
                                        .city("61-805", "Poznań")
                                        .country(new CountryCode("PL"))
                                        .phone("+48 61 123-45 67")
                                        .email("kontakt@example.com")
                                        .build()),
                        settings());
        assertThat(booking.warnings()).isEmpty();
    }

    @Test
    void signsInOnceADayAndAgainWhenTheTokenIsRefused() throws Exception {
        DpdCarrier dpd = dpd();
        dpd.book(request(false), settings());
        dpd.book(request(false), settings());
        assertThat(server().calls("POST", LOGIN)).hasSize(1);
        control("POST", "/sandbox/advance?hours=25");
        int sold = control("GET", "/sandbox/charges").list().size();
        dpd.book(request(false), settings());
        assertThat(server().calls("POST", LOGIN)).hasSize(2);
        assertThat(control("GET", "/sandbox/charges").list()).hasSize(sold + 1);
        control("POST", "/sandbox/reset");
    }

    @Test
    void blamesTheAccountWhenItIsClosedWhileItsTokenLives() throws Exception {
        DpdCarrier dpd = dpd();
        dpd.book(request(false), settings());
        control("POST", "/sandbox/credentials?seller=1&system=dpd&valid=false");
        assertThatThrownBy(() -> dpd.book(request(false), settings())).isInstanceOf(InvalidSettings.class);
        control("POST", "/sandbox/credentials?seller=1&system=dpd&valid=true");
        dpd.book(request(false), settings());
    }

    @Test
    void blamesTheCustomerNumberRatherThanTheOrder() {
        DpdSettings right = settings();
        DpdSettings wrong = new DpdSettings(
                right.user(),
                right.password(),
                "4711",
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                right.baseUrl());
        assertThatThrownBy(() -> dpd().book(request(false), wrong))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.component()).contains("customerNumber"));
    }

    @Test
    void followsAParcelUntilItIsThere() throws Exception {
        String number = dpd().book(request(false), settings()).trackingNumber();
        assertThat(track(number).status()).isEqualTo(TrackingStatus.ANNOUNCED);
        control("POST", "/sandbox/advance?hours=12");
        assertThat(track(number).status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        control("POST", "/sandbox/advance?hours=48");
        TrackingReport report = track(number);
        assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(report.events())
                .extracting(TrackingEvent::rawCode)
                .containsExactly(
                        "SHIPMENT", "ACCEPTED", "AT_SENDING_DEPOT", "ON_THE_ROAD", "AT_DELIVERY_DEPOT", "DELIVERED");
        assertThat(report.events()).extracting(TrackingEvent::place).endsWith("Bonn");
        control("POST", "/sandbox/reset");
    }

    private TrackingReport track(String number) throws Exception {
        List<TrackingReport> reports = dpd().track(List.of(number), settings());
        assertThat(reports).extracting(TrackingReport::trackingNumber).containsExactly(number);
        return reports.getFirst();
    }

    @Test
    void signsInForTrackingAgainWhenItsTokenIsRefused() throws Exception {
        DpdCarrier dpd = dpd();
        String number = dpd.book(request(false), settings()).trackingNumber();
        assertThat(dpd.track(List.of(number), settings())).hasSize(1);
        control("POST", "/sandbox/advance?hours=25");
        assertThat(dpd.track(List.of(number), settings())).hasSize(1);
        assertThat(server().calls("POST", "/services/LoginService/V2_0/")).hasSize(2);
        control("POST", "/sandbox/reset");
    }

    @Test
    void doesNotAskForALockerOfDhls() {
        Address locker = Address.to("Maria Musterfrau")
                .addition("12345678")
                .street("Packstation", "105")
                .city("53111", "Bonn")
                .build();
        assertThatThrownBy(() -> dpd().book(Requests.to(request(false), locker), settings()))
                .isInstanceOfSatisfying(Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo("pickup-point-not-served");
                    assertThat(rejected.text()).contains("Packstation 105", "Send this parcel with DHL");
                });
        assertThat(server().calls("POST", SHIPMENT)).isEmpty();
    }
}
