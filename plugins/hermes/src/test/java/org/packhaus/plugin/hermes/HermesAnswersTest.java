package org.packhaus.plugin.hermes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class HermesAnswersTest {
    private static final String LABELS = "/services/hsi/shipmentorders/labels";
    private static final String RETURNS = "/services/hsi/returnorders/labels";
    private static final String TOKEN = "/authorization-facade/oauth2/access_token";

    private final ScriptedServer server = ScriptedServer.start();
    private final HermesCarrier hermes = new HermesCarrier(new FakeTools());
    private final HermesSettings settings = settings(server.uri());
    private final BookingRequest request = Requests.to(Requests.buyer().build());

    private static HermesSettings settings(URI base) {
        return new HermesSettings(
                "client",
                Secret.of("s3cret"),
                "user",
                Secret.of("p&ssw0rd"),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(base));
    }

    @BeforeEach
    void teach() {
        server.on(
                "POST",
                TOKEN,
                call -> json(200, "{\"access_token\":\"token-1\",\"expires_in\":\"3600\",\"token_type\":\"Bearer\"}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply json(int status, String body) {
        return Reply.text(status, "application/json", body);
    }

    private Booking bookAnswered(int status, String body) throws Exception {
        server.on("POST", LABELS, call -> json(status, body));
        return hermes.book(request, settings);
    }

    private static String codes(String code, String message) {
        return "{\"listOfResultCodes\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            e001 | The attributes [receiverAddress.zipCode] do not correspond to the specification. | to.postalCode
            e001 | The attributes [senderName.lastname] do not correspond to the specification.     | from.person
            e002 | Required field error: parcel.parcelWeight                                        | parcel.weight
            e067 | The shipments parcel weight is over 31.5kg.                                      | parcel.weight
            e071 | Combination of both may not exceed 50 chars.                                     | to.street
            e005 | Destination not permitted.                                                       | to.country
            e013 | Unable to calculate dimensions.                                                  | parcel.dimensions
            e006 | Selected service not permitted.                                                  | services
            e072 | Selected product not permitted.                                                  | product
            e100 | ZPL is not available in given place.                                             | paper
            """)
    void namesTheFieldOfARefusal(String code, String message, String field) {
        assertThatThrownBy(() -> bookAnswered(400, codes(code, message))).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.text()).contains(request.orderNumber(), message, code);
            assertThat(e.faults()).extracting(fault -> fault.field().orElse("")).containsExactly(field);
        });
    }

    @Test
    void namesEachAttributeOnce() {
        assertThatThrownBy(() -> bookAnswered(
                        400,
                        codes(
                                "e001",
                                "The attributes receiverAddress.town, receiverAddress.street, parcel.parcelWidth,"
                                        + " parcel.parcelDepth do not correspond")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.field().orElse(""))
                                .containsExactly("to.city", "to.street", "parcel.dimensions"));
    }

    @ParameterizedTest
    @CsvSource({"e084", "e053", "e023", "e041"})
    void blamesTheAccountRatherThanTheOrder(String code) {
        assertThatThrownBy(() -> bookAnswered(400, codes(code, "No."))).isInstanceOf(InvalidSettings.class);
    }

    @ParameterizedTest
    @CsvSource({"e015", "e031", "e039", "e058"})
    void triesAgainWhereHermesSaysThatNoLabelWasMade(String code) {
        assertThatThrownBy(() -> bookAnswered(400, codes(code, "Please retry.")))
                .isInstanceOf(Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {"listOfResultCodes":[]}
            {"shipmentID":"09133131530724"}
            {"shipmentID":"09133131530724","labelImage":null}
            {"shipmentID":"09133131530724","labelImage":"***"}
            {"labelImage":"JVBERi0="}
            """)
    void aSaleWithoutNumberOrLabelIsUnclear(String body) {
        assertThatThrownBy(() -> bookAnswered(200, body)).isInstanceOf(Unclear.class);
        assertThat(server.calls("POST", LABELS)).hasSize(1);
    }

    @Test
    void readsLabelInvoiceAndWarnings() throws Exception {
        Booking booking = bookAnswered(
                200,
                "{\"shipmentID\":\"09133131530724\",\"labelMediatype\":\"text/zpl\",\"labelImage\":\""
                        + base64("^XA^XZ")
                        + "\",\"commInvoiceImage\":\"" + base64("%PDF-1.4")
                        + "\",\"listOfResultCodes\":[{\"code\":\"w036\",\"message\":\"Delivery may be delayed.\"}]}");
        assertThat(booking.trackingNumber()).isEqualTo("09133131530724");
        assertThat(booking.returnNumber()).isEmpty();
        assertThat(booking.documents())
                .extracting(CarrierDocument::kind)
                .containsExactly(CarrierDocument.Kind.LABEL, CarrierDocument.Kind.CUSTOMS);
        assertThat(booking.documents().getFirst().type()).isEqualTo(DocumentType.ZPL);
        assertThat(booking.warnings()).containsExactly("Delivery may be delayed. (w036)");
        assertThat(bookAnswered(200, "{\"shipmentID\":\"09133131530724\",\"labelImage\":\"^XA^FDÄ^FS^XZ\"}")
                        .documents()
                        .getFirst()
                        .content())
                .asString()
                .isEqualTo("^XA^FDÄ^FS^XZ");
    }

    @Test
    void readsTheReturnsOtherNames() throws Exception {
        server.on(
                "POST",
                RETURNS,
                call -> json(
                        200,
                        "{\"returnOrderID\":\"60000000001\",\"shipmentID\":\"89195131100303\",\"shippinglabel\":\""
                                + base64("%PDF-1.4") + "\"}"));
        Booking booking = hermes.bookReturn(
                Requests.back("PH-0000000001", Requests.buyer().build()), settings);
        assertThat(booking.returnNumber().orElseThrow().number()).isEqualTo("89195131100303");
        server.on("POST", RETURNS, call -> json(400, codes("e054", "Return orders are not activated.")));
        assertThatThrownBy(() -> hermes.bookReturn(
                        Requests.back("PH-0000000001", Requests.buyer().build()), settings))
                .isInstanceOf(InvalidSettings.class);
        server.on("POST", RETURNS, call -> Reply.of(500));
        assertThatThrownBy(() -> hermes.bookReturn(
                        Requests.back("PH-0000000001", Requests.buyer().build()), settings))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void signsInAsHermesWantsAndAsksForTheLabelByAccept() throws Exception {
        server.on(
                "POST",
                LABELS,
                call -> json(200, "{\"shipmentID\":\"1\",\"labelImage\":\"" + base64("^XA^XZ") + "\"}"));
        hermes.book(Requests.on(LabelPaper.ZPL_100_X_150), settings);
        var token = server.calls("POST", TOKEN).getFirst();
        assertThat(List.of(token.field("grant_type"), token.field("client_id"), token.field("client_secret")))
                .containsExactly("password", "client", "s3cret");
        assertThat(List.of(token.field("username"), token.field("password"))).containsExactly("user", "p&ssw0rd");
        var call = server.calls("POST", LABELS).getFirst();
        assertThat(call.header("Accept")).contains("application/shippinglabel-zpl+json;dpi=203");
        assertThat(call.header("Authorization")).contains("Bearer token-1");
        assertThat(call.header("User-Agent")).contains("Packhaus");
    }

    @Test
    void tellsTheApplicationsFaultFromTheUsers() {
        server.on(
                "POST", TOKEN, call -> json(401, "{\"error\":\"invalid_client\",\"error_description\":\"No match\"}"));
        assertThatThrownBy(() -> hermes.book(request, settings))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("clientSecret"));
    }

    @Test
    void anOldTokenIsRenewedOnceAndAFreshOneNever() {
        server.on("POST", LABELS, call -> json(401, "{\"error\":\"access_denied\"}"));
        assertThatThrownBy(() -> hermes.book(request, settings)).isInstanceOf(InvalidSettings.class);
        assertThat(server.calls("POST", LABELS)).hasSize(1);
    }

    @Test
    void readsTheHistoryOldestFirst() throws Exception {
        server.on("GET", "/services/hsi/shipmentinfo", call -> json(200, """
                        {"shipmentinfo":[{"shipmentID":"09133131530724","deliveryForecast":{"date":"2026-11-26","timeSlot":{"from":"10:00","to":"14:00"}},
                          "status":[{"timestamp":"2026-11-25T09:00:00+01:00","code":"3000","description":"Text ä","scanningUnit":{"name":"Depot","city":"Bonn"}},
                                    {"timestamp":"2026-11-24T09:00:00+01:00","code":"000000000","description":"Angekündigt"},
                                    {"timestamp":"gestern","code":"3510"}]},
                         {"shipmentID":"4711","result":{"code":"e001","message":"There is no information for the entered value."}}]}"""));
        List<TrackingReport> reports = hermes.track(List.of("09133131530724", "4711"), settings);
        assertThat(reports).hasSize(1);
        TrackingReport report = reports.getFirst();
        assertThat(report.events())
                .containsExactly(
                        new TrackingEvent(
                                Instant.parse("2026-11-24T08:00:00Z"),
                                TrackingStatus.ANNOUNCED,
                                "000000000",
                                "Angekündigt",
                                ""),
                        new TrackingEvent(
                                Instant.parse("2026-11-25T08:00:00Z"),
                                TrackingStatus.OUT_FOR_DELIVERY,
                                "3000",
                                "Text ä",
                                "Depot, Bonn"));
        assertThat(report.expectedAt()).contains(Instant.parse("2026-11-26T13:00:00Z"));
        assertThat(report.status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(server.calls("GET", "/services/hsi/shipmentinfo").getFirst().query())
                .isEqualTo("shipmentID=09133131530724&shipmentID=4711");
        assertThat(hermes.mostPerCall()).isEqualTo(100);
        assertThat(hermes.track(List.of(), settings)).isEmpty();
    }
}
