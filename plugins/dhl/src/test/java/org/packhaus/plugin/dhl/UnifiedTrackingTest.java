package org.packhaus.plugin.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.test.Call;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.Reply;
import org.packhaus.sdk.test.ScriptedServer;

class UnifiedTrackingTest {
    private static final String PATH = "/track/shipments";
    private static final String UNKNOWN =
            "{\"title\":\"No result found\",\"detail\":\"No shipment with given tracking number found.\",\"status\":404}";

    private final ScriptedServer server = ScriptedServer.start();
    private final UnifiedTracking tracking = new UnifiedTracking(new FakeTools(), Duration.ZERO);
    private final DhlSettings settings = FakeDhl.worldwide(server.uri(), DhlSettings.TrackingBy.UNIFIED);

    @AfterEach
    void stop() {
        server.close();
    }

    private static Reply json(int status, String text) {
        return Reply.text(status, "application/json", text);
    }

    private static String shipment(String status, String... events) {
        return "{\"shipments\":[{\"id\":7777777770,\"service\":\"parcel-de\",\"status\":{\"statusCode\":\"" + status
                + "\"},\"estimatedTimeOfDelivery\":\"2026-01-18T15:00:10Z\",\"events\":[" + String.join(",", events)
                + "]}]}";
    }

    private static String event(String time, String code) {
        return "{\"timestamp\":\"" + time + "\",\"statusCode\":\"" + code
                + "\",\"description\":\"Text ä\",\"location\":{\"address\":{\"addressLocality\":\"Bonn, Germany\"}}}";
    }

    private List<TrackingReport> track(String... numbers) throws Exception {
        return tracking.of(List.of(numbers), settings);
    }

    @Test
    void readsTheHistoryOldestFirstWithOrWithoutAZone() throws Exception {
        server.on(
                "GET",
                PATH,
                call -> json(
                        200,
                        shipment(
                                "delivered",
                                event("2026-07-18T10:02:00", "delivered"),
                                event("2026-01-16T23:30:00", "pre-transit"),
                                event("2026-01-17T08:00:00Z", "transit"))));
        TrackingReport report = track("00340434161094015902").getFirst();
        assertThat(report.trackingNumber()).isEqualTo("00340434161094015902");
        assertThat(report.status()).isEqualTo(TrackingStatus.DELIVERED);
        assertThat(report.expectedAt()).contains(Instant.parse("2026-01-18T15:00:10Z"));
        assertThat(report.events())
                .extracting(TrackingEvent::at)
                .containsExactly(
                        Instant.parse("2026-01-16T22:30:00Z"),
                        Instant.parse("2026-01-17T08:00:00Z"),
                        Instant.parse("2026-07-18T08:02:00Z"));
        assertThat(report.events().getLast())
                .isEqualTo(new TrackingEvent(
                        Instant.parse("2026-07-18T08:02:00Z"),
                        TrackingStatus.DELIVERED,
                        "delivered",
                        "Text ä",
                        "Bonn, Germany"));
        Call call = server.calls("GET", PATH).getFirst();
        assertThat(call.header("DHL-API-Key")).contains("api-key");
        assertThat(call.parameter("service")).isEqualTo("parcel-de");
    }

    @ParameterizedTest
    @CsvSource({
        "pre-transit, ANNOUNCED",
        "transit, IN_TRANSIT",
        "delivered, DELIVERED",
        "failure, DELIVERY_FAILED",
        "something-new, IN_TRANSIT",
    })
    void takesDhlsSummaryAndElseTheLastEventThatSaysSomething(String code, TrackingStatus status) throws Exception {
        server.on("GET", PATH, call -> json(200, shipment(code, event("2026-01-17T08:00:00", "transit"))));
        assertThat(track("1").getFirst().status()).isEqualTo(status);
    }

    @Test
    void leavesOutWhatDhlDoesNotKnow() throws Exception {
        server.on(
                "GET",
                PATH,
                call -> call.parameter("trackingNumber").equals("2")
                        ? json(200, shipment("transit"))
                        : json(404, UNKNOWN));
        assertThat(track("1", "2", "3"))
                .extracting(TrackingReport::trackingNumber)
                .containsExactly("2");
    }

    @Test
    void keepsWhatItFoundWhenTheDaysQuotaIsUsedUp() throws Exception {
        server.on(
                "GET",
                PATH,
                call -> server.calls("GET", PATH).size() > 2
                        ? json(429, "{\"status\":429}")
                        : json(200, shipment("transit")));
        assertThat(track("1", "2", "3", "4")).hasSize(2);
        assertThat(server.calls("GET", PATH)).as("it stops asking").hasSize(3);
        assertThatThrownBy(() -> track("5")).isInstanceOf(Unavailable.class);
    }

    @Test
    void saysThatTheAppLacksTheInterface() {
        server.on("GET", PATH, call -> json(401, "{\"status\":401,\"title\":\"Unauthorized\"}"));
        assertThatThrownBy(() -> track("1"))
                .isInstanceOfSatisfying(
                        InvalidSettings.class, e -> assertThat(e.component()).contains("apiKey"));
    }

    /** DHL's own examples, whoever of its companies answers. */
    @ParameterizedTest
    @CsvSource({
        "JJD000390011492126828, 4, DELIVERED",
        "7777777770, 1, ANNOUNCED",
        "3SHM00001165430, 10, IN_TRANSIT",
        "423475729485, 6, DELIVERED"
    })
    void readsDhlsExamples(String number, int events, TrackingStatus status) throws Exception {
        Optional<Path> example = Optional.ofNullable(System.getenv("PACKHAUS_SPECS"))
                .map(specs -> Path.of(specs, "dhl-unified-tracking/samples/success-" + number + ".json"))
                .filter(Files::isReadable);
        assumeTrue(example.isPresent(), "SKIPPED: DHL's examples are not on this machine (set PACKHAUS_SPECS)");
        String answer = Files.readString(example.get());
        server.on("GET", PATH, call -> json(200, answer));
        assertThat(track(number)).singleElement().satisfies(report -> {
            assertThat(report.events()).hasSize(events);
            assertThat(report.status()).isEqualTo(status);
            assertThat(report.events())
                    .allSatisfy(event -> assertThat(event.rawText()).isNotBlank());
        });
    }
}
