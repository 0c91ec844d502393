package org.packhaus.plugin.gls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

/** The answers that GLS's own document shows. It shows none of ShipIT's. */
class GlsSamplesTest {
    private static final String ANSWERS = "/components/responses/";

    private final ScriptedServer server = ScriptedServer.start();
    private final GlsCarrier gls = new GlsCarrier(new FakeTools());
    private final GlsSettings settings = FakeGls.settings(server.uri());
    private final Optional<Samples> samples = Samples.find("gls/ecitrackandtrace.yaml");

    @BeforeEach
    void teach() {
        assumeTrue(
                samples.isPresent(),
                "SKIPPED: GLS's document of its tracking is not on this machine (set PACKHAUS_SPECS)");
        new FakeGls().teach(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode examples(String answer) {
        JsonNode examples = samples.orElseThrow().at(ANSWERS + answer + "/content/application~1json/examples");
        assertThat(examples).as(answer).isNotEmpty();
        return examples;
    }

    private List<TrackingReport> track(int status, JsonNode body) throws Exception {
        server.on("GET", FakeGls.TRACKING, call -> Reply.text(status, "application/json", body.toString()));
        return gls.track(List.of("36301917596"), settings);
    }

    private List<TrackingReport> track(String example) throws Exception {
        return track(200, examples("Response200").path(example).path("value"));
    }

    @Test
    void everyParcelOfEveryExampleIsRead() throws Exception {
        for (JsonNode example : examples("Response200")) {
            long known =
                    example.path("value").path("parcels").findParents("unitno").size();
            List<TrackingReport> reports = track(200, example.path("value"));
            assertThat(reports)
                    .as(example.path("summary").asText())
                    .hasSize((int) known)
                    .isNotEmpty()
                    .allSatisfy(report -> {
                        assertThat(report.status()).isNotEqualTo(TrackingStatus.UNKNOWN);
                        assertThat(report.events())
                                .isNotEmpty()
                                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
                    });
        }
    }

    @Test
    void whatTheExamplesSay() throws Exception {
        TrackingReport announced = track("200WithErrors").getFirst();
        assertThat(announced.status()).isEqualTo(TrackingStatus.ANNOUNCED);
        assertThat(announced.events())
                .extracting(TrackingEvent::rawCode)
                .containsExactly("INTIAL.PREADVICE", "INTIAL.E48_DATA");

        TrackingReport inShop = track("200WithLinks").getFirst();
        assertThat(inShop.status()).as("not with the buyer").isEqualTo(TrackingStatus.READY_FOR_PICKUP);
        assertThat(inShop.events())
                .extracting(TrackingEvent::status)
                .containsExactly(
                        TrackingStatus.ANNOUNCED,
                        TrackingStatus.ANNOUNCED,
                        TrackingStatus.ACCEPTED,
                        TrackingStatus.READY_FOR_PICKUP);

        assertThat(track("200Reference2Parcels"))
                .extracting(TrackingReport::status)
                .containsExactly(TrackingStatus.IN_TRANSIT, TrackingStatus.IN_TRANSIT);
    }

    @Test
    void everyRefusalIsAskedLater() {
        for (String answer : List.of("Response400", "Response404", "Response429")) {
            for (JsonNode example : examples(answer)) {
                assertThatThrownBy(() -> track(Integer.parseInt(answer.substring(8)), example.path("value")))
                        .as(answer)
                        .isInstanceOf(Unavailable.class);
            }
        }
    }
}
