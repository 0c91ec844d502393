package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class UpsAnswersTest {
    private static final String GIF = FakeUps.base64(FakeUps.gif(20));

    private final ScriptedServer server = ScriptedServer.start();
    private final UpsCarrier ups = new UpsCarrier(new FakeTools());
    private final UpsSettings settings = FakeUps.settings(server.uri());
    private final BookingRequest request = Requests.to(Requests.BUYER);

    @BeforeEach
    void signIn() {
        FakeUps.signIn(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Booking bookAnswered(int status, String body) throws Exception {
        FakeUps.answer(server, "POST", FakeUps.SHIP, status, body);
        return ups.book(request, settings);
    }

    private static String error(String code, String message) {
        return "{\"response\":{\"errors\":[{\"code\":\"%s\",\"message\":\"%s\"}]}}".formatted(code, message);
    }

    @Test
    void readsNumberAgreedPriceAndRemarks() throws Exception {
        Booking booking = bookAnswered(200, FakeUps.sale(GIF));
        assertThat(booking.trackingNumber()).isEqualTo(FakeUps.NUMBER);
        assertThat(booking.price()).contains(Money.euro("9.87"));
        assertThat(booking.warnings())
                .as("without what is said of every parcel")
                .containsExactly("Additional handling.");
    }

    @Test
    void aSaleWhoseLabelCannotBeReadIsFetchedAgain() throws Exception {
        FakeUps.answer(server, "POST", FakeUps.RECOVERY, 200, FakeUps.recovered(GIF));
        Booking booking = bookAnswered(200, FakeUps.sale("bm8gcGljdHVyZQ=="));
        assertThat(booking.trackingNumber()).isEqualTo(FakeUps.NUMBER);
        assertThat(booking.price()).as("of the sale").contains(Money.euro("9.87"));
        assertThat(server.calls("POST", FakeUps.SHIP)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 500})
    void aSaleWhoseLabelCannotBeFetchedEitherIsUnclearAndNamesTheNumber(int status) {
        FakeUps.answer(server, "POST", FakeUps.RECOVERY, status, error("1", "No."));
        assertThatThrownBy(() -> bookAnswered(200, FakeUps.sale("")))
                .isInstanceOf(Unclear.class)
                .hasMessageContaining(FakeUps.NUMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ShipmentResponse\":{\"ShipmentResults\":{}}}", "{\"ShipmentResponse\":", ""})
    void aSaleWithoutANumberIsUnclear(String body) {
        assertThatThrownBy(() -> bookAnswered(200, body)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Missing or invalid ship to postal code | to.postalCode
            The postal code 53113 is invalid for DE | to.postalCode
            Missing or invalid shipper city | from.city
            Missing or invalid ship from address line 1 | from.street
            Missing or invalid ship to phone number | to.phone
            Missing or invalid ship to attention name | to.person
            The package weight exceeds the maximum | parcel.weight
            Invalid dimensions for the package | parcel.dimensions
            The requested service is unavailable between the selected locations | product
            The consignee is on a list | to
            """)
    void findsTheFieldInWhatUpsSays(String message, String field) {
        assertThatThrownBy(() -> bookAnswered(400, error("1", message)))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.faults()).containsExactly(Rejected.Fault.of(field, message)));
    }

    @Test
    void aRefusalWithoutWordsIsARefusal() {
        assertThatThrownBy(() -> bookAnswered(400, "<html>"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("HTTP 400");
    }

    @Test
    void aRefusedAccountIsTheSettingsFault() {
        assertThatThrownBy(() -> bookAnswered(400, error("120100", "Missing or invalid shipper number")))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("shipperNumber"));
    }

    @Test
    void anOldTokenIsRenewedOnceAndAFreshOneNever() throws Exception {
        bookAnswered(200, FakeUps.sale(GIF));
        server.once("POST", FakeUps.SHIP, reply -> Reply.of(401));
        ups.book(request, settings);
        assertThat(server.calls("POST", FakeUps.TOKEN)).hasSize(2);
        server.on("POST", FakeUps.SHIP, call -> Reply.of(401));
        int before = server.calls("POST", FakeUps.SHIP).size();
        assertThatThrownBy(() -> new UpsCarrier(new FakeTools()).book(request, settings))
                .isInstanceOf(InvalidSettings.class);
        assertThat(server.calls("POST", FakeUps.SHIP)).hasSize(before + 1);
    }

    @Test
    void signsInAsUpsWantsIt() throws Exception {
        bookAnswered(200, FakeUps.sale(GIF));
        var call = server.calls("POST", FakeUps.TOKEN).getFirst();
        assertThat(call.field("grant_type")).isEqualTo("client_credentials");
        assertThat(call.header("x-merchant-id")).contains("5R8939");
        assertThat(call.header("Authorization")).contains("Basic " + FakeUps.base64("client:s3cret".getBytes()));
        var purchase = server.calls("POST", FakeUps.SHIP).getFirst();
        assertThat(purchase.header("transId").orElseThrow()).hasSize(32);
    }

    @Test
    void aPackageThatIsNotVoidedIsNotTakenBack() throws Exception {
        String path = "/api/shipments/v2409/void/cancel/*";
        FakeUps.answer(server, "DELETE", path, 200, """
                {"VoidShipmentResponse":{"SummaryResult":{"Status":{"Code":"0","Description":"Not Voided"}},
                 "PackageLevelResults":[{"TrackingNumber":"1Z","Status":{"Code":"0","Description":"Not Voided"}}]}}""");
        assertThatThrownBy(() -> ups.cancel(FakeUps.NUMBER, settings)).isInstanceOf(Rejected.class);
        // UPS has been seen to put carriage returns of XML into its codes.
        FakeUps.answer(server, "DELETE", path, 200, """
                {"VoidShipmentResponse":{"PackageLevelResults":[{"Status":{"Code":"&#xD;&#xD;1"}}]}}""");
        assertThat(ups.cancel(FakeUps.NUMBER, settings)).isEqualTo(Cancellation.Cancelled.NOW);
    }

    @Test
    void anAppWithoutRatingStillSells() throws Exception {
        FakeUps.answer(server, "POST", "/api/rating/v2409/Shop", 403, error("250003", "Invalid Access License number"));
        assertThatThrownBy(() -> ups.quote(request, settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("prices-not-allowed"));
        assertThat(ups.check(settings)).contains("5R8939").contains("Rating");
    }

    @Test
    void trackingThatFailsIsNotAnUnknownParcel() {
        FakeUps.answer(server, "GET", FakeUps.TRACK, 400, error("TV9999", "Something else"));
        assertThatThrownBy(() -> ups.track(java.util.List.of(FakeUps.NUMBER), settings))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void aLabelNobodyKnowsIsNotThere() throws Exception {
        FakeUps.answer(server, "POST", FakeUps.RECOVERY, 400, error("300100", "No label was found"));
        assertThat(ups.fetch(FakeUps.NUMBER, LabelPaper.PDF_A6, settings)).isEmpty();
    }
}
