package org.packhaus.plugin.dhl;

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
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.CheckDigits;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.CarrierContract;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.ScriptedServer;

/** The contract once more, against the sandbox, with every request held against DHL's OpenAPI document. */
class DhlSandboxTest extends CarrierContract<DhlSettings> {
    @SuppressWarnings("NullAway") // set before any test
    private static Sandbox sandbox;

    private static Optional<OpenApi> document = Optional.empty();

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(0);
        document = OpenApi.find("dhl-parcel-de/parcel-de-shipping-v2-2.1.13.yaml");
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void everyRequestIsAsTheDocumentSays() {
        document.ifPresent(api -> assertThat(server().calls().stream()
                        .filter(call -> call.path().startsWith("/parcel/de/shipping/v2/"))
                        .map(api::complaints)
                        .filter(complaint -> !complaint.isEmpty()))
                .isEmpty());
    }

    @Test
    void theDocumentWasThere() {
        assumeTrue(
                document.isPresent(),
                "SKIPPED: no OpenAPI document of DHL on this machine (set PACKHAUS_SPECS); requests were not held against it");
        var nonsense =
                new Call("POST", FakeDhl.ORDERS, "", Map.of("content-type", "application/json"), "{\"profile\":1}");
        assertThat(document.orElseThrow().complaints(nonsense)).isNotEmpty();
    }

    @Override
    protected Carrier<DhlSettings> extension(PluginTools tools) {
        return new DhlCarrier(tools);
    }

    @Override
    protected DhlSettings settings(URI service) {
        return settings(service, account().at("password").textOrEmpty());
    }

    @Override
    protected DhlSettings wrongSettings(URI service) {
        return settings(service, "exp1red-password");
    }

    private static DhlSettings settings(URI service, String password) {
        return settings(service, password, DhlSettings.TrackingBy.PARCEL_DE);
    }

    private static DhlSettings settings(URI service, String password, DhlSettings.TrackingBy tracking) {
        Json account = account();
        Json numbers = account.at("billingNumbers");
        return new DhlSettings(
                account.at("apiKey").textOrEmpty(),
                Secret.of(account.at("apiSecret").textOrEmpty()),
                account.at("user").textOrEmpty(),
                Secret.of(password),
                numbers.at("V01PAK").text(),
                numbers.at("V62KP").text(),
                numbers.at("V54EPAK").text(),
                numbers.at("V53WPAK").text(),
                numbers.at("V66WPI").text(),
                account.at("returnBillingNumber").text(),
                account.at("returnReceiver").text(),
                Optional.empty(),
                false,
                false,
                Optional.of("DE1234567890123"),
                Optional.of(tracking),
                Optional.empty(),
                Optional.empty(),
                Optional.of(service));
    }

    private static Json account() {
        return control("GET", "/sandbox/sellers").at(0).at("dhl");
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
        return FakeDhl.ORDERS;
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
        return "to";
    }

    private DhlCarrier dhl() {
        return new DhlCarrier(tools());
    }

    private Booking book(BookingRequest request) throws Exception {
        return dhl().book(request, settings());
    }

    @Test
    void keepsTheReturnLabelOutOfTheLabel() throws Exception {
        Booking booking = book(request(true));
        assertThat(booking.documents())
                .extracting(CarrierDocument::kind)
                .containsExactly(CarrierDocument.Kind.LABEL, CarrierDocument.Kind.RETURN_LABEL);
        assertThat(booking.trackingNumber()).matches(CheckDigits::isGs1);
        assertThat(booking.returnNumber().orElseThrow().number()).matches(CheckDigits::isPost);
        assertThat(new String(booking.documents().getFirst().content(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
    }

    @Test
    void printsOnEveryPaperAndInBothLanguages() throws Exception {
        for (LabelPaper paper : List.of(
                LabelPaper.PDF_A6,
                LabelPaper.ZPL_100_X_150,
                new LabelPaper(org.packhaus.sdk.DocumentType.PDF, 210, 297))) {
            Booking booking = book(Requests.with(request(false), "V01PAK", 1000, paper));
            assertThat(booking.documents().getFirst().type()).isEqualTo(paper.type());
        }
    }

    @Test
    void sendsToLockersAndOutlets() throws Exception {
        Booking locker = book(Requests.to(
                request(true),
                Address.to("Maria Musterfrau")
                        .addition("12345678")
                        .street("Packstation", "105")
                        .city("53111", "Bonn")
                        .build()));
        assertThat(locker.warnings()).isEmpty();
        Booking outlet = book(Requests.to(
                request(true),
                Address.to("Maria Musterfrau")
                        .addition("Postnr. 12345678")
                        .street("Postfiliale 518", "")
                        .city("53111", "Bonn")
                        .build()));
        assertThat(outlet.trackingNumber()).isNotEqualTo(locker.trackingNumber());
    }

    @Test
    void sendsServicesAsDhlKnowsThem() throws Exception {
        book(Requests.with(
                request(true),
                "V01PAK",
                2000,
                LabelPaper.PDF_103_X_199,
                new Service.Insurance(Money.euro("700.00")),
                new Service.AgeCheck(18),
                new Service.Plain(Service.Kind.NAMED_PERSON_ONLY),
                new Service.Plain(Service.Kind.CLIMATE)));
        book(Requests.with(
                request(true),
                "V62KP",
                500,
                LabelPaper.PDF_103_X_199,
                new Service.PreferredLocation("Garage links"),
                new Service.PreferredNeighbour("Familie Öztürk, Nr. 22")));
    }

    @Test
    void takesALabelBackOnceAndThenKnowsItNoMore() throws Exception {
        String number = book(request(false)).trackingNumber();
        assertThat(dhl().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.NOW);
        assertThat(dhl().cancel(number, settings())).isEqualTo(Cancellation.Cancelled.UNKNOWN_NUMBER);
        assertThat(dhl().fetch(number, LabelPaper.PDF_A6, settings())).isEmpty();
    }

    @Test
    void sellsAReturnLabelByItself() throws Exception {
        Address buyer = Address.to("Änne Groß")
                .addition("Hinterhaus")
                .street("Schönhauser Allee 6/7", "")
                .city("10119", "Berlin")
                .build();
        BookingRequest wayBack = Requests.back(request(false), buyer);
        Booking booking = dhl().bookReturn(wayBack, settings());
        assertThat(booking.trackingNumber()).matches(CheckDigits::isPost);
        assertThat(booking.returnNumber().orElseThrow().number()).isEqualTo(booking.trackingNumber());
        assertThat(new String(booking.documents().getFirst().content(), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        Optional<OpenApi> returns = OpenApi.find("dhl-parcel-de/parcel-de-returns-v1-1.0.9.yaml");
        returns.ifPresent(api -> assertThat(server().calls().stream()
                        .filter(call -> call.path().startsWith("/parcel/de/shipping/returns/v1/"))
                        .map(api::complaints)
                        .filter(complaint -> !complaint.isEmpty()))
                .isEmpty());
    }

    @Test
    void closesTheDayTwiceWithoutComplaint() throws Exception {
        String number = book(request(false)).trackingNumber();
        dhl().close(List.of(number), settings());
        assertThat(dhl().close(List.of(number), settings()))
                .allSatisfy(list -> assertThat(list.kind()).isEqualTo(CarrierDocument.Kind.MANIFEST));
    }

    @Test
    void followsParcelsUntilTheyAreThere() throws Exception {
        String first = book(request(false)).trackingNumber();
        String second = book(request(false)).trackingNumber();
        dhl().close(List.of(first, second), settings());
        control("POST", "/sandbox/advance?hours=240");
        List<TrackingReport> reports = dhl().track(List.of(first, second, "00340434000000000000"), settings());
        control("POST", "/sandbox/reset"); // back to today, or nothing can be shipped any more
        assertThat(reports).extracting(TrackingReport::trackingNumber).containsExactlyInAnyOrder(first, second);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.events())
                    .hasSizeGreaterThan(2)
                    .isSortedAccordingTo(java.util.Comparator.comparing(org.packhaus.sdk.TrackingEvent::at));
            assertThat(report.status()).isNotEqualTo(TrackingStatus.UNKNOWN);
        });
    }

    @Test
    void followsParcelsOneByOneWithTheOtherInterface() throws Exception {
        String first = book(request(false)).trackingNumber();
        String second = book(request(false)).trackingNumber();
        DhlSettings unified =
                settings(server().uri(), account().at("password").textOrEmpty(), DhlSettings.TrackingBy.UNIFIED);
        assertThat(dhl().track(List.of(first), unified))
                .as("just made, DHL knows nothing yet")
                .isEmpty();
        control("POST", "/sandbox/advance?hours=240");
        java.util.concurrent.locks.LockSupport.parkNanos(UnifiedTracking.PAUSE.toNanos()); // DHL's one call a second
        List<TrackingReport> reports = dhl().track(List.of(first, second), unified);
        control("POST", "/sandbox/reset");
        assertThat(reports).extracting(TrackingReport::trackingNumber).containsExactly(first, second);
        assertThat(reports).allSatisfy(report -> {
            assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
            assertThat(report.events())
                    .hasSizeGreaterThan(2)
                    .isSortedAccordingTo(java.util.Comparator.comparing(org.packhaus.sdk.TrackingEvent::at));
        });
    }

    @Test
    void sendsGoodsThroughCustomsWithTheirPaper() throws Exception {
        Booking booking = book(Customized.request("V53WPAK", Customized.ZURICH, Customized.TEA));
        assertThat(booking.documents())
                .extracting(CarrierDocument::kind)
                .containsExactly(CarrierDocument.Kind.LABEL, CarrierDocument.Kind.CUSTOMS);
        Booking zebra = book(Customized.on(
                LabelPaper.ZPL_100_X_150,
                Customized.request("V53WPAK", Customized.ZURICH, Customized.TEA, Customized.CUP)));
        assertThat(zebra.documents())
                .extracting(CarrierDocument::type)
                .containsExactly(org.packhaus.sdk.DocumentType.ZPL, org.packhaus.sdk.DocumentType.PDF);
        assertThat(book(Customized.request("V66WPI", Customized.ZURICH, Customized.TEA))
                        .documents())
                .as("a CN22 stands on the label")
                .hasSize(1);
        assertThat(book(Customized.request("V54EPAK", Customized.ZURICH_GMBH, Customized.TEA))
                        .trackingNumber())
                .isNotBlank();
        assertThat(book(Customized.request("V53WPAK", Customized.HONG_KONG, Customized.TEA))
                        .trackingNumber())
                .as("without a postcode")
                .isNotBlank();
    }

    @Test
    void sendsTheServicesOfParcelsAbroadAsDhlKnowsThem() throws Exception {
        book(Customized.request(
                "V53WPAK",
                Customized.ZURICH,
                List.of(
                        new Service.Plain(Service.Kind.PREMIUM),
                        new Service.Plain(Service.Kind.ABANDON),
                        new Service.Plain(Service.Kind.DUTIES_PAID)),
                Customized.TEA));
        book(Customized.request(
                "V53WPAK",
                Customized.ZURICH,
                List.of(new Service.Plain(Service.Kind.CLOSEST_DROP_POINT)),
                Customized.TEA));
        book(Customized.request(
                "V66WPI", Customized.ZURICH, List.of(new Service.Plain(Service.Kind.ECONOMY)), Customized.TEA));
        book(Customized.request(
                "V54EPAK",
                Customized.ZURICH_GMBH,
                List.of(new Service.Plain(Service.Kind.DUTIES_PAID)),
                Customized.TEA));
    }

    @Test
    void sendsIdentCheckAndOutletRouting() throws Exception {
        book(Requests.with(
                Requests.to(request(true), Customized.BONN),
                "V01PAK",
                2000,
                LabelPaper.PDF_103_X_199,
                new Service.IdentCheck("", "", Optional.empty(), 18),
                new Service.Plain(Service.Kind.SIGNATURE),
                new Service.Plain(Service.Kind.OUTLET_ROUTING)));
    }

    @Test
    void namesThePieceCustomsComplainsAbout() {
        assertThatThrownBy(() -> book(Customized.request("V66WPI", Customized.NEW_YORK, Customized.TEA)))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("country-not-served"));
        Json complaint = tools().parse("""
                {"status":{"title":"Bad Request","statusCode":400,"detail":"0 of 1"},"items":[{"sstatus":{"statusCode":400},
                 "validationMessages":[{"property":"customs.items[1].hsCode","validationMessage":"unknown"},
                   {"property":"customs.items[0].itemValue","validationMessage":"too high"},
                   {"property":"customs.postalCharges.value","validationMessage":"missing"}]}]}
                """);
        assertThat(DhlErrors.of(400, complaint).problems())
                .extracting(DhlErrors.Problem::field)
                .containsExactly("parcel.contents[1].commodity", "parcel.contents[0].value", "parcel.customs");
    }

    @Test
    void triesEveryBillingNumberThereIs() throws Exception {
        assertThat(dhl().check(settings()))
                .contains("DHL Paket,", "Kleinpaket", "International", "Europaket", "Warenpost International");
    }

    @Test
    void blamesTheBillingNumberRatherThanTheOrder() {
        DhlSettings wrong = new DhlSettings(
                settings().apiKey(),
                settings().apiSecret(),
                settings().user(),
                settings().password(),
                Optional.of("99999999990101"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                settings().baseUrl());
        assertThatThrownBy(() -> dhl().book(request(false), wrong))
                .isInstanceOfSatisfying(
                        org.packhaus.sdk.InvalidSettings.class,
                        invalid -> assertThat(invalid.component()).contains("billingNumberPaket"));
    }

    @Test
    void saysWhatIsWrongWithAnAddressBeforeItAsks() {
        Address locker = Address.to("Maria Musterfrau")
                .street("Packstation", "105")
                .city("53111", "Bonn")
                .build();
        assertThatThrownBy(() -> book(Requests.to(request(false), locker)))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.code()).isEqualTo("post-number-missing"));
        assertThat(server().calls("POST", FakeDhl.ORDERS)).isEmpty();
    }
}
