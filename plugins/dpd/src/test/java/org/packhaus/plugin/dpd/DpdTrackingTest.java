package org.packhaus.plugin.dpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class DpdTrackingTest {
    private static final String LOGIN = "/services/LoginService/V2_0/";
    private static final String LIFE = "/services/ParcelLifeCycleService/V2_0/";

    private final ScriptedServer server = ScriptedServer.start();
    private final DpdCarrier dpd = new DpdCarrier(new FakeTools());

    @BeforeEach
    void signIn() {
        server.on(
                "POST",
                LOGIN,
                call -> xml(200, "<getAuthResponse><return><authToken>t-1</authToken></return></getAuthResponse>"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static DpdSettings settings(URI base, String tracker) {
        DpdSettings s = Requests.settings();
        return new DpdSettings(
                s.user(),
                s.password(),
                s.customerNumber(),
                Optional.empty(),
                false,
                false,
                Optional.of(tracker),
                Optional.of(Secret.of("tr&ck<3")),
                Optional.of(base));
    }

    private List<TrackingReport> track() throws Exception {
        return dpd.track(List.of("09980000020033"), settings(server.uri(), "delis"));
    }

    private static Reply xml(int status, String body) {
        return Reply.text(
                status,
                "text/xml",
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                        + "</soap:Body></soap:Envelope>");
    }

    private static Reply fault(String kind, String code) {
        return xml(
                500,
                "<soap:Fault><faultstring>Fault occured</faultstring><detail><ns1:" + kind
                        + " xmlns:ns1=\"urn:x\"><errorCode>" + code
                        + "</errorCode><errorMessage>because</errorMessage></ns1:"
                        + kind + "></detail></soap:Fault>");
    }

    private static String info(String code, boolean reached, boolean current, String date) {
        return "<statusInfo><status>" + code
                + "</status><label><content>Label</content></label><description><content><content>Text "
                + code + "</content></content></description><statusHasBeenReached>" + reached
                + "</statusHasBeenReached><isCurrentStatus>" + current
                + "</isCurrentStatus><location><content>Essen (DE)</content></location>"
                + (date.isEmpty() ? "" : "<date><content>" + date + "</content></date>") + "</statusInfo>";
    }

    private void life(String... infos) {
        server.on(
                "POST",
                LIFE,
                call -> xml(
                        200,
                        "<getTrackingDataResponse xmlns=\"urn:y\"><trackingresult>" + String.join("", infos)
                                + "</trackingresult></getTrackingDataResponse>"));
    }

    @ParameterizedTest
    @CsvSource({
        "SHIPMENT, ANNOUNCED",
        "ACCEPTED, ACCEPTED",
        "HANDOVER_CONSIGNOR_TO_PARCELSHOP, ACCEPTED",
        "AT_SENDING_DEPOT, IN_TRANSIT",
        "ON_THE_ROAD, IN_TRANSIT",
        "AT_DELIVERY_DEPOT, IN_TRANSIT",
        "OUT_FOR_DELIVERY, OUT_FOR_DELIVERY",
        "DELIVERED, DELIVERED",
        "SOMETHING_NEW, UNKNOWN"
    })
    void knowsDpdsMilestones(String code, TrackingStatus status) {
        assertThat(TrackingCodes.status(code)).isEqualTo(status);
    }

    @Test
    void keepsWhatDpdSaidAndLeavesOutWhatHasNotHappened() throws Exception {
        life(
                info("SHIPMENT", true, false, ""),
                info("ACCEPTED", true, false, "23.11.2026, 17:05"),
                info("AT_SENDING_DEPOT", true, true, "23.11.2026, 21:40"),
                info("DELIVERED", false, false, ""));
        TrackingReport report = track().getFirst();
        assertThat(report.status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(report.events())
                .containsExactly(
                        new TrackingEvent(
                                Instant.parse("2026-11-23T16:05:00Z"),
                                TrackingStatus.ACCEPTED,
                                "ACCEPTED",
                                "Text ACCEPTED",
                                "Essen (DE)"),
                        new TrackingEvent(
                                Instant.parse("2026-11-23T20:40:00Z"),
                                TrackingStatus.IN_TRANSIT,
                                "AT_SENDING_DEPOT",
                                "Text AT_SENDING_DEPOT",
                                "Essen (DE)"));
    }

    @Test
    void deliveredStaysDelivered() throws Exception {
        life(info("DELIVERED", true, false, "24.11.2026, 11:00"), info("ON_THE_ROAD", true, true, "24.11.2026, 12:00"));
        assertThat(track().getFirst().status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @Test
    void aNewMilestoneDoesNotHideTheLastKnownOne() throws Exception {
        life(
                info("ON_THE_ROAD", true, false, "24.11.2026, 11:00"),
                info("SOMETHING_NEW", true, true, "24.11.2026, 12:00"));
        assertThat(track().getFirst().status()).isEqualTo(TrackingStatus.IN_TRANSIT);
        assertThat(track().getFirst().events()).hasSize(2);
    }

    @Test
    void leavesOutParcelsThatDpdDoesNotKnow() throws Exception {
        life(info("SHIPMENT", false, false, ""));
        assertThat(track()).isEmpty();
        server.on("POST", LIFE, call -> fault("dataFault", "COMMON_4"));
        assertThat(track()).isEmpty();
    }

    @Test
    void sendsWhatMayStandInAPasswordAndTheTokenInTheHead() throws Exception {
        life(info("SHIPMENT", true, true, ""));
        track();
        assertThat(server.calls("POST", LOGIN).getFirst().text())
                .contains("<delisId>delis</delisId>", "<password>tr&amp;ck&lt;3</password>");
        assertThat(server.calls("POST", LIFE).getFirst().text())
                .contains("<authToken>t-1</authToken>", "<parcelLabelNumber>09980000020033</parcelLabelNumber>");
    }

    @Test
    void asksNobodyWithoutAUserForTracking() throws Exception {
        assertThat(dpd.track(List.of("09980000020033"), Requests.settings())).isEmpty();
        assertThat(dpd.track(List.of("09980000020033"), settings(server.uri(), " ")))
                .isEmpty();
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void tellsRefusedFromFailed() {
        server.on("POST", LIFE, call -> fault("authenticationFault", "LOGIN_5"));
        assertThatThrownBy(this::track)
                .isInstanceOfSatisfying(
                        InvalidSettings.class, i -> assertThat(i.component()).contains("trackingUser"));
        assertThat(server.calls("POST", LIFE))
                .as("once more with a new token, then no more")
                .hasSize(2);
        server.on("POST", LIFE, call -> fault("systemFault", "COMMON_1"));
        assertThatThrownBy(this::track).isInstanceOf(Unavailable.class).hasMessageContaining("because");
        server.on("POST", LIFE, call -> Reply.text(502, "text/html", "<html>"));
        assertThatThrownBy(this::track).isInstanceOf(Unavailable.class);
        server.on("POST", LOGIN, call -> fault("authenticationFault", "LOGIN_8"));
        assertThatThrownBy(() -> new DpdCarrier(new FakeTools()).track(List.of("1"), settings(server.uri(), "delis")))
                .isInstanceOf(InvalidSettings.class);
    }

    @Test
    void takesTheHostThatBelongsToTheApi() {
        assertThat(settings(URI.create("https://api-preprod.dpsin.dpdgroup.com:8443"), "delis")
                        .trackingAt("/x"))
                .hasToString("https://public-ws-stage.dpd.com/x");
        assertThat(settings(URI.create("http://localhost:8090/"), "delis").trackingAt("/x"))
                .hasToString("http://localhost:8090/x");
    }
}
