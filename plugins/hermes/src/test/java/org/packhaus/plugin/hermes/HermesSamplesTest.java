package org.packhaus.plugin.hermes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.Secret;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** The answer that Hermes's own document shows field by field. It shows none of a label order. */
class HermesSamplesTest {

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

    @Test
    void aParcelAsTheDocumentShowsIt() throws Exception {
        Optional<Samples> samples = Samples.find("hermes/hsi-shipment-status.yaml");
        assumeTrue(
                samples.isPresent(),
                "SKIPPED: Hermes's document of its tracking is not on this machine (set PACKHAUS_SPECS)");
        JsonNode answer = samples.orElseThrow().answer("ShipmentInfoResponse");
        String number = answer.at("/shipmentinfo/0/shipmentID").asText();
        assertThat(number).isNotEmpty();
        try (ScriptedServer server = ScriptedServer.start()) {
            server.on(
                    "POST",
                    "/authorization-facade/oauth2/access_token",
                    call -> Reply.text(
                            200,
                            "application/json",
                            "{\"access_token\":\"token-1\",\"expires_in\":\"3600\",\"token_type\":\"Bearer\"}"));
            server.on(
                    "GET",
                    "/services/hsi/shipmentinfo",
                    call -> Reply.text(200, "application/json", answer.toString()));

            TrackingReport report = new HermesCarrier(new FakeTools())
                    .track(List.of(number), settings(server.uri()))
                    .getFirst();

            assertThat(report.trackingNumber()).isEqualTo(number);
            assertThat(report.events())
                    .containsExactly(new TrackingEvent(
                            Instant.parse("2020-12-04T06:58:24Z"),
                            TrackingStatus.ANNOUNCED,
                            "0-0-0",
                            "The parcel has been delivered.",
                            "Hermes Germany, Hamburg"));
            assertThat(report.expectedAt())
                    .as("the end of the time slot")
                    .contains(Instant.parse("2020-06-06T16:00:00Z"));
        }
    }
}
