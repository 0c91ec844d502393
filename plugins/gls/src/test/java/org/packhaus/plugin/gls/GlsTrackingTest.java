package org.packhaus.plugin.gls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class GlsTrackingTest {
    private static final String NUMBER = "363019175962";

    private final ScriptedServer server = ScriptedServer.start();
    private final GlsCarrier gls = new GlsCarrier(new FakeTools());
    private final GlsSettings settings = FakeGls.settings(server.uri());

    @BeforeEach
    void teach() {
        new FakeGls().teach(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<TrackingReport> answered(int status, String body) throws Exception {
        server.on("GET", FakeGls.TRACKING, call -> Reply.text(status, "application/json", body));
        return gls.track(List.of(NUMBER), settings);
    }

    private TrackingReport parcel(String status, String... events) throws Exception {
        return answered(
                        200,
                        "{\"parcels\":[{\"requested\":\"" + NUMBER + "\",\"unitno\":\"36301917596\",\"status\":\""
                                + status
                                + "\",\"statusDateTime\":\"2024-10-11T15:24:57+0200\",\"events\":["
                                + String.join(",", events) + "]}]}")
                .getFirst();
    }

    private static String event(String code, String time) {
        return "{\"code\":\"" + code
                + "\",\"city\":\"Bonn\",\"postalCode\":\"53111\",\"country\":\"DE\",\"description\":"
                + "\"Text ä\",\"eventDateTime\":\"" + time + "\"}";
    }

    @Test
    void readsTheHistoryOldestFirst() throws Exception {
        TrackingReport report = parcel(
                "DELIVERED",
                event("DELIVD.NORMAL", "2024-10-13T10:46:14+0200"),
                event("OUTDEL.NORMAL", "2024-10-13T07:00:00+0200"),
                event("INTIAL.NORMAL", "2024-10-11T18:24:51+0200"),
                event("INTIAL.PREADVICE", "2024-10-11T15:24:51+0200"));
        assertThat(report.trackingNumber()).as("as it was asked for").isEqualTo(NUMBER);
        assertThat(report.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.ANNOUNCED,
                        TrackingStatus.ACCEPTED,
                        TrackingStatus.UNKNOWN,
                        TrackingStatus.DELIVERED);
        assertThat(report.events().getFirst())
                .isEqualTo(new TrackingEvent(
                        Instant.parse("2024-10-11T13:24:51Z"),
                        TrackingStatus.ANNOUNCED,
                        "INTIAL.PREADVICE",
                        "Text ä",
                        "53111 Bonn, DE"));
        assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
    }

    @ParameterizedTest
    @CsvSource({
        "PLANNEDPICKUP, ANNOUNCED",
        "INPICKUP, ANNOUNCED",
        "NOTPICKEDUP, DELAYED",
        "PREADVICE, ANNOUNCED",
        "INTRANSIT, IN_TRANSIT",
        "INDELIVERY, OUT_FOR_DELIVERY",
        "DELIVEREDPS, READY_FOR_PICKUP",
        "DELIVERED, DELIVERED",
        "INWAREHOUSE, DELAYED",
        "NOTDELIVERED, DELIVERY_FAILED",
        "CANCELED, CANCELLED",
        "FINAL, UNKNOWN",
        "FUTURE, UNKNOWN",
    })
    void translatesEachStatus(String status, TrackingStatus ours) throws Exception {
        assertThat(parcel(status).status()).isEqualTo(ours);
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVD.NORMAL, DELIVERED",
        "DELIVD.PARCELSHOP, READY_FOR_PICKUP",
        "CANCEL.NORMAL, CANCELLED",
        "INTIAL.E48_DATA, ANNOUNCED",
        "CHANGD.PARCELBOX, UNKNOWN",
    })
    void howAClosedHistoryEndedItsEventsTell(String code, TrackingStatus ours) throws Exception {
        assertThat(TrackingCodes.event(code)).isEqualTo(ours);
        assertThat(parcel("FINAL", event(code, "2024-10-13T10:46:14+02:00")).status())
                .isEqualTo(ours);
    }

    @Test
    void aStatusWithoutEventsIsOne() throws Exception {
        assertThat(parcel("INDELIVERY").events())
                .containsExactly(new TrackingEvent(
                        Instant.parse("2024-10-11T13:24:57Z"), TrackingStatus.OUT_FOR_DELIVERY, "INDELIVERY", "", ""));
        assertThat(parcel("INDELIVERY", event("X.Y", "yesterday")).events()).hasSize(1);
    }

    @Test
    void aParcelNobodyHasSeenYetIsLeftOut() throws Exception {
        assertThat(answered(
                        200,
                        "{\"parcels\":[{\"requested\":\"" + NUMBER
                                + "\",\"errorCode\":\"E_404_01\",\"errorMessage\":\"Resource Not Found\"}]}"))
                .isEmpty();
        assertThat(gls.track(List.of(), settings)).isEmpty();
        assertThat(gls.track(List.of("no number"), settings)).isEmpty();
    }

    @Test
    void asksForUpToTenAtOnce() throws Exception {
        gls.track(List.of(NUMBER, "00340434161094015902", "202800020052"), settings);
        assertThat(server.calls("GET", FakeGls.TRACKING).getFirst().path())
                .endsWith("/trackids/" + NUMBER + ",202800020052");
        assertThat(gls.mostPerCall()).isEqualTo(10);
        assertThatThrownBy(() -> gls.track(Collections.nCopies(11, NUMBER), settings))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailingServiceIsAskedLater() {
        assertThatThrownBy(() -> answered(400, "{\"title\":\"Bad Request\",\"detail\":\"No.\"}"))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("No.");
        assertThatThrownBy(() -> answered(429, "{\"fault\":{\"faultstring\":\"Rate limit quota violation.\"}}"))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void anAppWithoutTrackingSellsLabelsAllTheSame() {
        assertThatThrownBy(() -> answered(403, "{\"fault\":{\"faultstring\":\"Invalid API call\"}}"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.code()).isEqualTo("tracking-refused"));
    }
}
