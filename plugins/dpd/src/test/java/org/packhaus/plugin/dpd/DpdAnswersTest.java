package org.packhaus.plugin.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unclear;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** Answers of DPD's that its documents show and that the sandbox does not give. */
class DpdAnswersTest {
    private static final String SHIPMENT = "/shipping/v1/shipment";

    private final FakeTools tools = new FakeTools(Instant.parse("2026-11-23T09:00:00Z"));
    private final ScriptedServer server = ScriptedServer.start();
    private final DpdCarrier dpd = new DpdCarrier(tools);

    @BeforeEach
    void signIn() {
        server.on("POST", "/shipping/v1/login", call -> Reply.of(200).withHeader("X-DPD-TOKEN", "plain"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private DpdSettings settings() {
        DpdSettings s = Requests.settings();
        return new DpdSettings(
                s.user(),
                s.password(),
                s.customerNumber(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(server.uri()));
    }

    private Booking book(LabelPaper paper) throws Exception {
        return dpd.book(Requests.with(Requests.to(Requests.BUYER), "CL", 500, paper), settings());
    }

    private void answer(int status, Json body) {
        server.on("POST", SHIPMENT, call -> Reply.json(status, body));
    }

    private static Json error(String code, String message) {
        return Json.object()
                .put("errorCode", code)
                .put("errorMessage", message)
                .put("errorOrigin", "BU-API")
                .json();
    }

    private static Json sold(String label) {
        return Json.object()
                .put("warningMessage", "Depot changed")
                .put("parcelIds", Json.array(Json.of("09980000020033")))
                .put(
                        "label",
                        Json.object()
                                .put(
                                        "base64Data",
                                        Base64.getEncoder().encodeToString(label.getBytes(StandardCharsets.UTF_8))))
                .json();
    }

    @ParameterizedTest
    @CsvSource({
        "ROUTING_3, 'No route found', to.postalCode",
        "COMMON_7, mpsWeight, parcel.weight",
        "COMMON_7, 'receiver.address.houseNumber: too long', to.houseNumber",
        "COMMON_7, 'receiver.address.street must not be null', to.street",
        "COMMON_7, 'sender.address.city must not be null', from.city",
        "X, 'shipmentInfos.productCode unknown', product",
        "X, 'receiver.contact.email invalid', to.email",
        "X, 'customerReferenceNumbers[0] too long', reference",
        "X, 'Something else', ''"
    })
    void saysWhichFieldDpdComplainsOf(String code, String message, String field) {
        for (Json body : new Json[] {error(code, message), Json.array(error(code, message))}) {
            answer(400, body);
            assertThatThrownBy(() -> book(LabelPaper.PDF_A6)).isInstanceOfSatisfying(Rejected.class, rejected -> {
                assertThat(rejected.faults())
                        .extracting(f -> f.field().orElse(""))
                        .containsExactly(field == null ? "" : field);
                assertThat(rejected.text()).contains("bwqwz7s8cx", message, code);
            });
        }
    }

    @Test
    void blamesTheSettingsForTheAccountsData() {
        answer(400, Json.array(error("COMMON_7", "sendingDepot unknown")));
        assertThatThrownBy(() -> book(LabelPaper.PDF_A6))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, i -> assertThat(i.component()).contains("depot"));
    }

    @Test
    void doesNotTakeAnAnswerWithoutANumberForASale() {
        answer(200, error("COMMON_1", "Something"));
        assertThatThrownBy(() -> book(LabelPaper.PDF_A6)).isInstanceOf(Unclear.class);
        answer(
                200,
                Json.object()
                        .put("parcelIds", Json.array(Json.of("09980000020033")))
                        .json());
        assertThatThrownBy(() -> book(LabelPaper.PDF_A6)).isInstanceOf(Unclear.class);
    }

    @Test
    void asksOnceWhenDpdsUnitDoesNotAnswerInTime() {
        answer(408, error("TIMEOUT", "BU Request Timeout"));
        assertThatThrownBy(() -> book(LabelPaper.PDF_A6)).isInstanceOf(Unclear.class);
        assertThat(server.calls("POST", SHIPMENT)).hasSize(1);
    }

    @Test
    void takesALabelForWhatItIs() throws Exception {
        answer(200, sold("^XA^XZ"));
        Booking zpl = book(LabelPaper.ZPL_100_X_150);
        assertThat(zpl.documents().getFirst().type()).isEqualTo(DocumentType.ZPL);
        assertThat(zpl.warnings()).containsExactly("Depot changed");
        answer(200, Json.array(sold("%PDF-1.4 after all")));
        assertThat(book(LabelPaper.ZPL_100_X_150).documents().getFirst().type()).isEqualTo(DocumentType.PDF);
    }

    @Test
    void sendsARequestWithAnOldTokenOnceMoreAndOneWithAFreshTokenNever() {
        server.on("POST", SHIPMENT, call -> Reply.of(401));
        assertThatThrownBy(() -> book(LabelPaper.PDF_A6)).isInstanceOf(InvalidSettings.class);
        assertThat(server.calls("POST", SHIPMENT)).hasSize(1);
    }

    @Test
    void believesATokenThatSaysItLivesShorter() {
        assertThat(TokenLife.of(jwt("{\"iat\":1000,\"exp\":2800}"), tools)).isEqualTo(Duration.ofMinutes(30));
        assertThat(TokenLife.of(jwt("{\"exp\":" + (tools.clock().instant().getEpochSecond() + 600) + "}"), tools))
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(TokenLife.of(jwt("{\"iat\":0,\"exp\":999999}"), tools)).isEqualTo(Duration.ofHours(24));
        assertThat(TokenLife.of("plain", tools)).isEqualTo(Duration.ofHours(24));
        assertThat(TokenLife.of("a.%%%.b", tools)).isEqualTo(Duration.ofHours(24));
    }

    private static String jwt(String claims) {
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }
}
