package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.ScriptedServer;

/** The answers that UPS's own document shows field by field. It shows none of a shipment. */
class UpsSamplesTest {

    private static Samples tracking() {
        Optional<Samples> samples = Samples.find("ups/Tracking.yaml");
        assumeTrue(
                samples.isPresent(),
                "SKIPPED: UPS's document of its tracking is not on this machine (set PACKHAUS_SPECS)");
        return samples.orElseThrow();
    }

    private static List<TrackingReport> track(int status, JsonNode answer, String number) throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            FakeUps.signIn(server);
            FakeUps.answer(server, "GET", FakeUps.TRACK, status, answer.toString());
            return new UpsCarrier(new FakeTools()).track(List.of(number), FakeUps.settings(server.uri()));
        }
    }

    @Test
    void aParcelAsTheDocumentShowsIt() throws Exception {
        JsonNode answer = tracking().answer("TrackApiResponse");
        String number = answer.at("/trackResponse/shipment/0/inquiryNumber").asText();
        JsonNode parcel = answer.at("/trackResponse/shipment/0/package/0");
        assertThat(parcel.has("trackingNumber"))
                .as("the document leaves it out")
                .isFalse();
        ((ObjectNode) parcel).put("trackingNumber", number);

        TrackingReport report = track(200, answer, number).getFirst();

        assertThat(report.events())
                .containsExactly(new TrackingEvent(
                        Instant.parse("2021-02-10T07:47:00Z"),
                        TrackingStatus.ANNOUNCED,
                        "X/SR/003",
                        "Your package was released by the customs agency.",
                        "Wayne, US"));
        assertThat(report.status()).as("what its code says").isEqualTo(TrackingStatus.ANNOUNCED);
    }

    @Test
    void anErrorAsAClientRecordedIt() {
        Optional<Samples> recorded = Samples.find("ups/sample-error-response.karrio.json");
        assumeTrue(recorded.isPresent(), "SKIPPED: the recorded error is not on this machine (set PACKHAUS_SPECS)");
        JsonNode answer = recorded.orElseThrow().document();
        assertThatThrownBy(() -> track(400, answer, FakeUps.NUMBER))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("250003");
    }
}
