package org.packhaus.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GlsTest extends SandboxTest {

    @SuppressWarnings("NullAway") // set before each test
    private GlsClient gls;

    @BeforeEach
    void signIn() {
        gls = new GlsClient(stranger(), "kiefer-tau");
    }

    private static String number(JsonNode shipment) {
        return shipment.at("/ParcelData/0/ParcelNumber").asString();
    }

    private static String trackId(JsonNode shipment) {
        return shipment.at("/ParcelData/0/TrackID").asString();
    }

    private String status(String number) {
        return gls.track("trackids", number).json().at("/parcels/0/status").asString("");
    }

    @Test
    void aTokenLastsFourHoursAndNoLongerThanTheSellersAccess() {
        assertThat(gls.post("", gls.order("a").toString()).status()).isEqualTo(200);
        control.post("/sandbox/advance?hours=4", "");
        Answer late = gls.post("", gls.order("b").toString());
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.json().at("/fault/detail/errorcode").asString()).isEqualTo("steps.jwt.TokenExpired");
        gls = new GlsClient(stranger(), "kiefer-tau");
        control.post("/sandbox/credentials?seller=kiefer-tau&system=gls&valid=false", "");
        assertThat(gls.post("", gls.order("c").toString()).status()).isEqualTo(401);
        Answer refused = stranger()
                .form(
                        "/oauth2/v2/token",
                        Map.of("grant_type", "client_credentials", "client_id", "nobody", "client_secret", "x"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/message").asString()).isEqualTo("Invalid client identifier");
    }

    @Test
    void ottosTokenIsAnotherDoor() {
        JsonNode account = control.seller("kiefer-tau").path("gls");
        Map<String, String> form = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                account.path("clientId").asString(),
                "client_secret",
                account.path("clientSecret").asString());
        assertThat(stranger().form("/oauth2/token", form).status()).isEqualTo(401);
        assertThat(stranger()
                        .form("/oauth2/v2/token", form)
                        .json()
                        .path("expires_in")
                        .asInt())
                .isEqualTo(14_400);
    }

    @Test
    void aReturnComesAsTheSecondParcelAndTheSecondLabel() {
        JsonNode shipment = gls.buy("reference-1");
        assertThat(shipment.path("ParcelData").size()).isEqualTo(2);
        assertThat(shipment.path("PrintData").size()).isEqualTo(2);
        JsonNode charge = control.get("/sandbox/charges").json().path(0);
        assertThat(charge.path("number").asString()).isEqualTo(number(shipment));
        assertThat(charge.path("returnNumber").asString())
                .isEqualTo(shipment.at("/ParcelData/1/ParcelNumber").asString());
        assertThat(charge.path("reference").asString()).isEqualTo("reference-1");
    }

    @ParameterizedTest
    @CsvSource({
        "/Consignee/Address, Name1, '', MANDATORY_PARAMETER_NOT_SET, Shipment.Consignee.Address.Name1",
        "/Consignee/Address, Zipcode, 99999, INVALID_FIELD_VALUE, Shipment.Consignee.Address.ZIPCode",
        "/Consignee/Address, Street, Straße der Deutsch-Sowjetischen Freundschaft, INVALID_FIELD_VALUE, Maximum is 40",
        "/Consignee/Address, City, 'Bonn (Beuel)', INVALID_FIELD_VALUE, not allowed",
        "/Shipper, ContactID, 276aXXXXXX, INVALID_FIELD_VALUE, Shipment.Shipper.ContactID",
        "'', Product, LETTER, INVALID_FIELD_VALUE, Shipment.Product",
    })
    void refusalsStandInTheHeaders(String at, String field, String value, String error, String message) {
        ObjectNode order = gls.order("a");
        ((ObjectNode) order.at("/Shipment" + at)).put(field, value);
        Answer answer = gls.post("", order.toString());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.bytes()).isEmpty();
        assertThat(answer.header("error")).isEqualTo(error);
        assertThat(answer.header("message")).contains(message);
        assertThat(control.get("/sandbox/charges").json()).isEmpty();
    }

    @Test
    void nothingIsReadInAnotherMediaType() {
        assertThat(stranger()
                        .post(GlsClient.SHIPMENTS, "{}", "Content-Type", "application/json")
                        .status())
                .isEqualTo(401);
        gls.use("unknown");
        assertThat(gls.post("", gls.order("a").toString()).status()).isEqualTo(401);
    }

    @Test
    void theEndOfTheDayGatesTrackingAndWhatOttoHears() {
        JsonNode order = Caller.ofKind(control.makeOrders("kiefer-tau", 40, 3), "SINGLE");
        String number = number(gls.buy("reference-1"));
        otto("kiefer-tau")
                .post(Reports.SHIPMENTS, Reports.of("GLS", number, Reports.item(order, 0, "DHL", "6070" + number)));
        control.post("/sandbox/advance?hours=3", "");
        assertThat(status(number)).isEmpty();
        assertThat(gls.post("/endofday", "").json().path("Shipments").size()).isEqualTo(1);
        assertThat(gls.post("/endofday", "").json().path("Shipments").size()).isZero();
        assertThat(status(number)).isEqualTo("PREADVICE");
        control.post("/sandbox/advance?hours=11", "");
        gls = new GlsClient(stranger(), "kiefer-tau");
        assertThat(status(number)).isEqualTo("INTRANSIT");
        assertThat(status(number.substring(0, 11)))
                .as("without its check digit")
                .isEqualTo("INTRANSIT");
        control.post("/sandbox/advance?hours=60", "");
        gls = new GlsClient(stranger(), "kiefer-tau");
        assertThat(status(number)).isEqualTo("DELIVERED");
        assertThat(otto("kiefer-tau")
                        .get("/v1/shipments/carriers/GLS/trackingnumbers/" + number)
                        .json()
                        .path("states")
                        .toString())
                .contains("\"ON_THE_WAY\"", "\"DELIVERED\"");
    }

    @Test
    void tenNumbersACallAndTwelveTestParcels() {
        List<String> statuses = IntStream.rangeClosed(1, 12)
                .mapToObj("QAS_%07d"::formatted)
                .map(this::status)
                .toList();
        assertThat(statuses).doesNotContain("").doesNotHaveDuplicates().contains("DELIVEREDPS", "FINAL");
        String eleven = String.join(
                ",", IntStream.range(0, 11).mapToObj(i -> "30280000001").toList());
        Answer tooMany = gls.track("references", eleven);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.json().path("detail").asString()).contains("'11' is more than allowed limit of 10");
        assertThat(gls.track("trackids", "302899999999")
                        .json()
                        .at("/parcels/0/errorCode")
                        .asString())
                .isEqualTo("E_404_01");
    }

    @Test
    void cancelsAtOnceThenSlowlyThenNotAtAll() {
        JsonNode open = gls.buy("a");
        assertThat(cancelled(trackId(open))).isEqualTo("CANCELLED");
        assertThat(cancelled(trackId(open))).isEqualTo("CANCELLED");
        JsonNode closed = gls.buy("b");
        JsonNode scanned = gls.buy("c");
        gls.post("/endofday", "");
        assertThat(cancelled(trackId(closed))).isEqualTo("CANCELLATION_PENDING");
        assertThat(cancelled(trackId(closed))).isEqualTo("CANCELLED");
        assertThat(status(number(closed))).isEqualTo("CANCELED");
        control.post("/sandbox/advance?hours=3", "");
        assertThat(cancelled(trackId(scanned))).isEqualTo("CANCELLATION_PENDING");
        control.post("/sandbox/advance?hours=4", "");
        gls = new GlsClient(stranger(), "kiefer-tau");
        assertThat(cancelled(trackId(scanned))).isEqualTo("SCANNED");
        assertThat(gls.post("/cancel/ZZ999999", "").status()).isEqualTo(404);
    }

    private String cancelled(String trackId) {
        return gls.post("/cancel/" + trackId, "").json().path("Result").asString();
    }

    @Test
    void aLabelCanBePrintedAgainByNumberAndByReference() {
        String number = number(gls.buy("a"));
        Answer label = control.get("/sandbox/label?number=" + number);
        assertThat(label.header("Content-Type")).isEqualTo("application/pdf");
        JsonNode reprint = gls.post(
                        "/reprintparcel", "{\"ShipmentReference\":\"a\",\"ReturnOptions\":{\"ReturnPrintData\":false}}")
                .json();
        assertThat(number(reprint.path("CreatedShipment"))).isEqualTo(number);
        assertThat(reprint.at("/CreatedShipment/PrintData").isMissingNode()).isTrue();
    }

    @Test
    void tooManyCallsAndFailuresAreWordedAsThere() {
        control.post("/sandbox/faults", "[{\"operation\":\"gls.*\",\"kind\":\"429\",\"rate\":1}]");
        Answer tooMany = gls.post("", "{}");
        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.json().at("/fault/detail/errorcode").asString())
                .isEqualTo("policies.ratelimit.QuotaViolation");
        control.post("/sandbox/faults", "[{\"operation\":\"gls.*\",\"kind\":\"500\",\"rate\":1}]");
        Answer failed = gls.post("", "{}");
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.bytes()).isEmpty();
        assertThat(failed.header("error")).isNotEmpty();
    }
}
