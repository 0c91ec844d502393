package org.packhaus.plugin.otto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Confirmation;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.StockTarget;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class OttoApiTest {
    private static final OrderQuery ALL = new OrderQuery(Optional.empty(), Optional.empty(), 100);

    private final FakeTools tools = new FakeTools(Instant.parse("2026-01-20T10:00:00.123456Z"));
    private final ScriptedServer server = ScriptedServer.start();
    private final OttoChannel otto = new OttoChannel(tools);
    private final OttoSettings settings = FakeOtto.settings(server.uri());

    @BeforeEach
    void teach() {
        new FakeOtto().teach(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Confirmation confirmation(String carrier, String returnCarrier) {
        return new Confirmation(
                carrier,
                "00340434161094015902",
                Optional.of(new ReturnNumber(returnCarrier, "60701001756402")),
                Instant.parse("2026-01-19T15:30:00.123456Z"),
                Address.to("").company("Teehaus").city("01067", "Dresden").build(),
                List.of(new Confirmation.Item(FakeOtto.id(1), FakeOtto.id(101))));
    }

    private OttoSettings settings(Optional<String> app, Optional<String> installation, Optional<String> carriers) {
        return new OttoSettings(
                "app-1",
                Secret.of(FakeOtto.SECRET),
                OttoSettings.ReturnCarrier.HERMES,
                Optional.of("7423afd2-e7ab-4bae-ac30-048b7c0346c1"),
                Optional.empty(),
                app,
                installation,
                carriers,
                Optional.of(server.uri()),
                Optional.empty());
    }

    @Test
    void saysWhoAndWhenInEveryRequest() throws Exception {
        otto.orders(ALL, settings);
        Call call = server.calls("GET", "/v4/orders").getFirst();
        assertThat(call.header("X-Request-Timestamp")).contains("2026-01-20T10:00:00.123Z");
        assertThat(call.header("Accept")).contains("application/json");
        assertThat(call.header("Authorization")).contains("Bearer token-1");
    }

    @Test
    void asksForChangesOldestFirstAndForEveryState() throws Exception {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        otto.orders(new OrderQuery(Optional.of(since), Optional.empty(), 1000), settings);
        Call call = server.calls("GET", "/v4/orders").getFirst();
        assertThat(call.parameter("fromDate")).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(call.parameter("orderColumnType")).isEqualTo("LAST_MODIFIED_DATE");
        assertThat(call.parameter("orderDirection")).isEqualTo("ASC");
        assertThat(call.parameter("mode")).isEqualTo("AT_LEAST_ONE");
        assertThat(call.parameter("limit")).isEqualTo("256");
        assertThat(call.query()).doesNotContain("fulfillmentStatus");
    }

    @Test
    void usesATokenUntilItNearlyExpires() throws Exception {
        otto.orders(ALL, settings);
        tools.advance(Duration.ofMinutes(28));
        otto.orders(ALL, settings);
        assertThat(server.calls("POST", "/oauth2/token")).hasSize(1);
        tools.advance(Duration.ofMinutes(2));
        otto.orders(ALL, settings);
        assertThat(server.calls("POST", "/oauth2/token")).hasSize(2);
        assertThat(server.calls("POST", "/oauth2/token").getFirst().field("scope"))
                .isEqualTo("orders shipments");
    }

    @Test
    void renewsARefusedTokenOnceAndReportsOnce() throws Exception {
        otto.orders(ALL, settings);
        server.on(
                "POST",
                "/v1/shipments",
                call -> call.header("Authorization").orElse("").endsWith("-1")
                        ? Reply.json(401, Json.object().put("message", "Unauthorized"))
                        : Reply.json(201, Json.object().put("shipmentId", "100000294699")));
        assertThat(otto.confirm(confirmation("DHL", "DHL"), settings)).isEqualTo("100000294699");
        assertThat(server.calls("POST", "/oauth2/token")).hasSize(2);
    }

    @Test
    void aForbiddenInterfaceIsTheSettingsFault() {
        server.on(
                "GET",
                "/v4/orders",
                call -> FakeOtto.error(403, "Forbidden", "No permission to access specified resource(s)"));
        assertThatThrownBy(() -> otto.orders(ALL, settings))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Orders and Shipments");
    }

    @Test
    void aPartnersAppGetsItsTokenThroughTheInstallation() throws Exception {
        OttoSettings partner = settings(Optional.of("app-9"), Optional.of("inst/7"), Optional.empty());
        server.on("POST", "/v1/apps/app-9/installations/inst%2F7/accessToken", call -> {
            assertThat(call.header("Authorization")).contains("Bearer token-1");
            assertThat(call.field("scope")).isEqualTo("orders shipments");
            return Reply.json(
                    200,
                    Json.object().put("access_token", "token-of-the-seller").put("expires_in", 1800));
        });
        otto.orders(ALL, partner);
        assertThat(server.calls("POST", "/oauth2/token").getFirst().field("scope"))
                .isEqualTo("developer");
        assertThat(server.calls("GET", "/v4/orders").getFirst().header("Authorization"))
                .contains("Bearer token-of-the-seller");
    }

    @Test
    void anInstallationThatOttoDoesNotKnowIsTheInstallationsFault() {
        OttoSettings partner = settings(Optional.of("app-9"), Optional.of("mistyped"), Optional.empty());
        server.on(
                "POST",
                "/v1/apps/app-9/installations/mistyped/accessToken",
                call -> FakeOtto.error(404, "Not Found", "The specified resource(s) could not be found"));
        assertThatThrownBy(() -> otto.orders(ALL, partner)).isInstanceOfSatisfying(InvalidSettings.class, e -> {
            assertThat(e.code()).isEqualTo("installation-refused");
            assertThat(e.component()).contains("installationId");
            assertThat(e.text()).contains("Enter app ID and installation ID again");
        });
    }

    @Test
    void halfAPartnersAppIsTheSettingsFault() {
        assertThatThrownBy(() -> otto.orders(ALL, settings(Optional.of("app-9"), Optional.empty(), Optional.empty())))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("installationId"));
    }

    @Test
    void writesAReportAsOttoWantsIt() throws Exception {
        otto.confirm(confirmation("DHL", "HERMES"), settings(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(server.calls("POST", "/v1/shipments").getFirst().json())
                .isEqualTo(tools.parse("""
                        {"trackingKey":{"carrier":"DHL","trackingNumber":"00340434161094015902"},
                         "shipDate":"2026-01-19T15:30:00.123Z",
                         "shipFromAddress":{"city":"Dresden","countryCode":"DEU","zipCode":"01067"},
                         "positionItems":[{"positionItemId":"%s","salesOrderId":"%s",
                           "returnTrackingKey":{"carrier":"HERMES","trackingNumber":"60701001756402"},
                           "returnAddressCarrierId":"7423afd2-e7ab-4bae-ac30-048b7c0346c1"}]}
                        """.formatted(FakeOtto.id(101), FakeOtto.id(1))));
    }

    @Test
    void asksOttoNothingAboutCarriersItDoesNotKnow() {
        assertThatThrownBy(() -> otto.confirm(confirmation("YUNEXPRESS", "DHL"), settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("carrier-unknown-to-otto"));
        assertThatThrownBy(() -> otto.confirm(confirmation("DHL", "DPD"), settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("return-carrier-not-allowed"));
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void tellsWhatOttoHasHeardOfAParcelOldestFirst() throws Exception {
        server.on(
                "GET", "/v1/shipments/carriers/*/trackingnumbers/*", call -> Reply.text(200, "application/json", """
                        {"shipmentId": "s1", "trackingKey": {"carrier": "DHL", "trackingNumber": "1"}, "positionItems": [], "states": [
                          {"state": "DELIVERED_FOR_PICKUP", "occurredOn": "2026-11-27T10:00:00.000+0000"},
                          {"state": "SENT", "occurredOn": "2026-11-25T16:00:00.000+0000"},
                          {"state": "ON_THE_WAY", "occurredOn": "2026-11-26T16:00:00.000+0000"},
                          {"state": "DELIVERY_ATTEMPT_FAILED", "occurredOn": "2026-11-27T09:00:00.000+0000"},
                          {"state": "ISSUE_OCCURRED", "occurredOn": "2026-11-26T20:00:00.000+0000"},
                          {"state": "DELIVERED", "occurredOn": "2026-11-28T10:00:00.000+0000"},
                          {"state": "SOMETHING_NEW", "occurredOn": "2026-11-29T10:00:00.000+0000"}]}
                        """));
        assertThat(otto.shipment("DHL", "1", settings).orElseThrow().news())
                .extracting(ReportedShipment.News::status)
                .containsExactly(
                        TrackingStatus.ANNOUNCED,
                        TrackingStatus.IN_TRANSIT,
                        TrackingStatus.DELAYED,
                        TrackingStatus.DELIVERY_FAILED,
                        TrackingStatus.READY_FOR_PICKUP,
                        TrackingStatus.DELIVERED,
                        TrackingStatus.UNKNOWN);
    }

    @Test
    void learnsNewCarriersFromTheSettings() throws Exception {
        OttoSettings more =
                settings(Optional.empty(), Optional.empty(), Optional.of("fastbox = FAST_BOX, HES=HES_NEW"));
        assertThat(otto.rules(more).carriers())
                .contains("FASTBOX", "DHL", "OTHER_FORWARDER")
                .hasSize(61);
        assertThat(otto.rules(more).returnCarrier()).contains("HERMES");
        otto.confirm(confirmation("FASTBOX", "HERMES"), more);
        assertThat(server.calls("POST", "/v1/shipments").getFirst().text()).contains("\"FAST_BOX\"");
        assertThat(otto.shipment("FASTBOX", "00340434161094015902", more)
                        .orElseThrow()
                        .carrierCode())
                .isEqualTo("FASTBOX");
    }

    @ParameterizedTest
    @CsvSource({
        "trackingKey, trackingNumber",
        "trackingKey.carrier, carrierCode",
        "positionItems[0].positionItemId, items[0].channelItemId",
        "positionItems[2].salesOrderId, items[2].channelOrderId",
        "positionItems[0].returnTrackingKey, returnNumber",
        "positionItems[0].returnTrackingKey.trackingNumber, returnNumber.number",
        "positionItems[1].returnTrackingKey.carrier, returnNumber.carrierCode",
        "shipDate, shippedAt",
        "shipFromAddress.zipCode, shipFrom.postalCode",
    })
    void namesFieldsAsTheSdkDoes(String jsonPath, String field) {
        assertThat(Shipments.field(jsonPath)).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"errors":[{"path":"/v4/orders","title":"Conflict","detail":"Too late"}]}                                  | Too late
            {"errors":{"path":"/shipments","title":"PROPERTY_IS_MANDATORY","jsonPath":"trackingKey"}}                   | PROPERTY_IS_MANDATORY
            {"errors":[{"path":"/q","title":"Error","code":422,"detail":"SKU is unknown","logref":"a"}]}                | SKU is unknown
            {"type":"x","title":"Bad","status":400,"validationErrors":[{"detail":"Cut-off is no time","logref":"y"}]}  | Cut-off is no time
            {"message":"Unauthorized"}                                                                                  | Unauthorized
            {"error":"invalid_client","error_description":"No such app"}                                                | No such app
            {}                                                                                                          | HTTP 400
            """)
    void readsEveryShapeOfError(String body, String text) {
        assertThat(OttoErrors.of(400, tools.parse(body))).hasToString(text);
    }

    @Test
    void cancelsPiecesTogether() throws Exception {
        String path = "/v4/orders/" + FakeOtto.id(1) + "/positionItems/" + FakeOtto.id(101) + "," + FakeOtto.id(102)
                + "/cancellation";
        server.on("POST", path, call -> Reply.of(202));
        otto.cancel(FakeOtto.id(1), List.of(FakeOtto.id(101), FakeOtto.id(102)), settings);
        assertThat(server.calls("POST", path)).hasSize(1);
        server.on(
                "POST", path, call -> FakeOtto.error(409, "Conflict", "Fulfillment status needs to be [PROCESSABLE]."));
        assertThatThrownBy(() -> otto.cancel(FakeOtto.id(1), List.of(FakeOtto.id(101), FakeOtto.id(102)), settings))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo("too-late-to-cancel"));
    }

    @Test
    void answersForEveryLevelInItsOrder() throws Exception {
        server.on(
                "POST",
                "/v1/availability/quantities",
                call -> Reply.json(
                        207,
                        tools.parse("{\"results\":[{\"sku\":\"a\"}],\"errors\":[{\"title\":\"Not Found\","
                                + "\"detail\":\"Error: SKU is unknown for SKU: b\"}]}")));
        assertThat(otto.push(List.of(new StockTarget.Level("b", -4), new StockTarget.Level("a", 3)), settings))
                .extracting(answer -> answer.sku() + (answer.error().isEmpty() ? " ok" : " refused"))
                .containsExactly("b refused", "a ok");
        assertThat(server.calls("POST", "/v1/availability/quantities")
                        .getFirst()
                        .json()
                        .at(0)
                        .at("quantity")
                        .text())
                .contains("0");
    }

    @Test
    void asksForProductsInTheQuerySoThatSlashesAndUmlautsArrive() throws Exception {
        otto.products(Set.of("Sped-Kühl/084 .kombi"), settings);
        assertThat(server.calls("GET", "/v5/products").getFirst().query())
                .startsWith("sku=Sped-K%C3%BChl%2F084%20.kombi&");
    }
}
