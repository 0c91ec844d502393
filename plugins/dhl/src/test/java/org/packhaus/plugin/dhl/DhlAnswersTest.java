package org.packhaus.plugin.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class DhlAnswersTest {
    private final FakeTools tools = new FakeTools();
    private final ScriptedServer server = ScriptedServer.start();
    private final DhlCarrier dhl = new DhlCarrier(tools);
    private final DhlSettings settings = FakeDhl.settings(server.uri());
    private final BookingRequest request = Requests.to(
            Address.to("Änne Groß").street("Weg", "1").city("53111", "Bonn").build());

    @BeforeEach
    void teach() {
        new FakeDhl().teach(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Booking bookAnswered(int status, String body) throws PluginException {
        server.on("POST", FakeDhl.ORDERS, call -> Reply.text(status, "application/json", body));
        return dhl.book(request, settings);
    }

    @Test
    void readsTheSchemasComplaint() {
        assertThatThrownBy(() -> bookAnswered(400, """
                        {"status":{"title":"Bad Request","statusCode":400,"detail":"Your request contained technical errors as listed below."},
                         "items":[{"propertyPath":"shipments[0].consignee.country","message":"Parameter country must be valid."}]}"""))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        e -> assertThat(e.faults())
                                .containsExactly(Rejected.Fault.of("to.country", "Parameter country must be valid.")));
    }

    @Test
    void readsTheValidationsComplaint() {
        assertThatThrownBy(() -> bookAnswered(400, """
                        {"status":{"title":"Bad Request","statusCode":400,"detail":"0 of 1 shipment successfully created."},
                         "items":[{"sstatus":{"title":"Bad Request","statusCode":400},"validationMessages":[
                          {"property":"shipper","validationMessage":"The house number entered could not be found.","validationState":"Warning"},
                          {"property":"consignee","validationMessage":"The shipment is not codeable.","validationState":"Warning"}]}]}""")).isInstanceOfSatisfying(Rejected.class, e -> {
            assertThat(e.code()).isEqualTo("address-not-codeable");
            assertThat(e.text()).contains("bwqwz7s8cx").contains("not codeable");
            assertThat(e.faults()).extracting(fault -> fault.field().orElse("")).containsExactly("from", "to");
        });
    }

    @Test
    void readsTheGatewaysComplaint() {
        assertThatThrownBy(() ->
                        bookAnswered(404, "{\"status\":404,\"title\":\"Not Found\",\"detail\":\"Nothing here.\"}"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("Nothing here.");
    }

    @Test
    void readsARefusalInsideASuccess() {
        assertThatThrownBy(() -> bookAnswered(207, """
                        {"status":{"title":"Multi-Status","statusCode":207},"items":[{"sstatus":{"title":"Bad Request","status":400},
                         "validationMessages":[{"property":"dimension.weight","validationMessage":"The weight is too high","validationState":"Error"}]}]}"""))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        e -> assertThat(e.faults())
                                .containsExactly(Rejected.Fault.of("parcel.weight", "The weight is too high")));
    }

    @Test
    void keepsWarnings() throws Exception {
        Booking booking = bookAnswered(200, """
                {"status":{"title":"OK","statusCode":200},"items":[{"shipmentNo":"00340434161094015902","sstatus":{"title":"OK","statusCode":200},
                 "label":{"zpl2":"^XA^XZ","fileFormat":"ZPL2"},
                 "validationMessages":[{"property":"consignee","validationMessage":"Not codeable; surcharge.","validationState":"Warning"}]}]}""");
        assertThat(booking.warnings()).containsExactly("Not codeable; surcharge.");
        assertThat(booking.documents().getFirst().content()).asString().isEqualTo("^XA^XZ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}
            {"items":[]}
            {"items":[{"sstatus":{"statusCode":200}}]}
            {"items":[{"shipmentNo":"1","sstatus":{"statusCode":200}}]}
            {"items":[{"shipmentNo":"1","label":{"b64":"***"}}]}
            {"items":[{"shipmentNo":"1","label":{"url":"https://example.com"}}]}
            """)
    void aSaleWithoutNumberOrLabelIsUnclear(String body) {
        assertThatThrownBy(() -> bookAnswered(200, body)).isInstanceOf(Unclear.class);
    }

    @Test
    void aRefusedBillingNumberIsTheSettingsFault() {
        assertThatThrownBy(() -> bookAnswered(400, """
                        {"status":{"title":"Bad Request","statusCode":400},"items":[{"sstatus":{"title":"Bad Request","statusCode":400},"validationMessages":[
                          {"property":"shipments[0].services.dhlRetoure.billingNumber","validationMessage":"Unknown.","validationState":"Error"}]}]}"""))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("billingNumberReturn"));
    }

    @Test
    void anOldTokenIsRenewedOnceAndAFreshOneNever() throws Exception {
        dhl.book(request, settings);
        server.once("POST", FakeDhl.ORDERS, reply -> Reply.of(401));
        dhl.book(request, settings);
        assertThat(server.calls("POST", FakeDhl.TOKEN)).hasSize(2);
        server.on("POST", FakeDhl.ORDERS, call -> Reply.of(401));
        DhlCarrier fresh = new DhlCarrier(tools);
        int before = server.calls("POST", FakeDhl.ORDERS).size();
        assertThatThrownBy(() -> fresh.book(request, settings)).isInstanceOf(InvalidSettings.class);
        assertThat(server.calls("POST", FakeDhl.ORDERS)).hasSize(before + 1);
    }

    @Test
    void tellsTheAppsFaultFromTheUsers() {
        server.on(
                "POST",
                FakeDhl.TOKEN,
                call -> Reply.text(
                        401,
                        "application/json",
                        "{\"title\":\"Unauthorized\",\"detail\":\"API Authentication failed: Invalid client identifier\"}"));
        assertThatThrownBy(() -> dhl.book(request, settings))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("apiSecret"));
    }

    @Test
    void sendsCredentialsAsDhlWantsThem() throws Exception {
        dhl.book(request, settings);
        var call = server.calls("POST", FakeDhl.TOKEN).getFirst();
        assertThat(call.field("grant_type")).isEqualTo("password");
        assertThat(call.field("username")).isEqualTo("user-valid");
        assertThat(call.field("password")).isEqualTo("SandboxPasswort2023!");
        assertThat(call.field("client_id")).isEqualTo("api-key");
        assertThat(call.field("client_secret")).isEqualTo("api-s3cret");
    }
}
