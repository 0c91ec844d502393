package org.packhaus.plugin.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.TrackingStatus.ANNOUNCED;
import static org.packhaus.sdk.TrackingStatus.CANCELLED;
import static org.packhaus.sdk.TrackingStatus.DELAYED;
import static org.packhaus.sdk.TrackingStatus.DELIVERED;
import static org.packhaus.sdk.TrackingStatus.DELIVERY_FAILED;
import static org.packhaus.sdk.TrackingStatus.IN_TRANSIT;
import static org.packhaus.sdk.TrackingStatus.LOST;
import static org.packhaus.sdk.TrackingStatus.OUT_FOR_DELIVERY;
import static org.packhaus.sdk.TrackingStatus.RETURNED_TO_SENDER;
import static org.packhaus.sdk.TrackingStatus.UNKNOWN;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.test.FakeTools;
import org.packhaus.sdk.test.ScriptedServer;

class UpsTrackingTest {

    @ParameterizedTest
    @CsvSource({
        "M,003,ANNOUNCED",
        "M,3,ANNOUNCED",
        "P,038,ACCEPTED",
        "I,160,ACCEPTED",
        "I,005,IN_TRANSIT",
        "I,087,IN_TRANSIT",
        "I,006,OUT_FOR_DELIVERY",
        "I,021,OUT_FOR_DELIVERY",
        "I,162,OUT_FOR_DELIVERY",
        "D,011,DELIVERED",
        "D,026,DELIVERED",
        "I,017,READY_FOR_PICKUP",
        "D,161,READY_FOR_PICKUP",
        "D,144,READY_FOR_PICKUP",
        "X,022,DELIVERY_FAILED",
        "X,145,DELIVERY_FAILED",
        "X,069,DELIVERY_FAILED",
        "X,064,RETURNED_TO_SENDER",
        "X,034,RETURNED_TO_SENDER",
        "X,012,DELAYED",
        "I,084,IN_TRANSIT",
        "X,046,DELAYED",
        "X,059,DELAYED",
        "X,068,LOST",
        "M,007,CANCELLED",
        "MV,,CANCELLED",
        "MV,000,CANCELLED",
        "D,,DELIVERED",
        "I,,IN_TRANSIT",
        "P,,ACCEPTED",
        "X,,DELAYED",
        "M,,ANNOUNCED",
        "NA,,UNKNOWN",
        "X,129,UNKNOWN",
        "I,999,UNKNOWN",
        "I,000,UNKNOWN"
    })
    void everyCodeHasItsMeaning(String type, String code, TrackingStatus status) {
        assertThat(TrackingCodes.status(type, code == null ? "" : code)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ANNOUNCED        | 3",
                "IN_TRANSIT       | 5 10 25 39 47 87 14 84 134",
                "ACCEPTED         | 38 160",
                "OUT_FOR_DELIVERY | 6 21 37 89 91 146 162",
                "DELIVERED        | 11 26",
                "READY_FOR_PICKUP | 17 40 144 161",
                "DELIVERY_FAILED  | 22 23 24 60 145 69",
                "RETURNED_TO_SENDER | 64 33 35 36 34 67 81",
                "DELAYED          | 12 92 46 48 51 52 86 90 132 59",
                "CANCELLED        | 7"
            })
    void everyCodeOfTheTableWithAndWithoutItsZeros(TrackingStatus status, String codes) {
        for (String code : codes.split(" ")) {
            assertThat(TrackingCodes.status("I", code)).as(code).isEqualTo(status);
            assertThat(TrackingCodes.status("I", "0".repeat(3 - code.length()) + code))
                    .as(code)
                    .isEqualTo(status);
        }
    }

    private static TrackingStatus of(TrackingStatus... history) {
        return TrackingCodes.status(Stream.of(history)
                .map(status -> new TrackingEvent(Instant.EPOCH, status, "", "", ""))
                .toList());
    }

    @Test
    void theWholeHistoryCounts() {
        assertThat(of()).isEqualTo(UNKNOWN);
        assertThat(of(ANNOUNCED, IN_TRANSIT, UNKNOWN)).isEqualTo(IN_TRANSIT);
        assertThat(of(OUT_FOR_DELIVERY, DELIVERED, IN_TRANSIT))
                .as("a late scan")
                .isEqualTo(DELIVERED);
        assertThat(of(DELIVERY_FAILED, OUT_FOR_DELIVERY, DELIVERED)).isEqualTo(DELIVERED);
        assertThat(of(RETURNED_TO_SENDER, IN_TRANSIT, DELIVERED))
                .as("delivered to us")
                .isEqualTo(RETURNED_TO_SENDER);
        assertThat(of(ANNOUNCED, CANCELLED)).isEqualTo(CANCELLED);
        assertThat(of(IN_TRANSIT, LOST, DELIVERED)).as("found again").isEqualTo(DELIVERED);
        assertThat(of(IN_TRANSIT, DELAYED)).isEqualTo(DELAYED);
    }

    @Test
    void readsTimesPlacesAndTheExpectedDay() throws Exception {
        try (var server = ScriptedServer.start()) {
            FakeUps.signIn(server);
            FakeUps.answer(server, "GET", FakeUps.TRACK, 200, """
                    {"trackResponse":{"shipment":[{"inquiryNumber":"1Z5R89390357567127","package":[{"trackingNumber":"1Z5R89390357567127",
                     "deliveryDate":[{"type":"SDD","date":"20261124"},{"type":"RDD","date":"20261125"}],
                     "deliveryTime":{"type":"EDW","startTime":"090000","endTime":"133000"},
                     "activity":[
                      {"date":"20261124","time":"081500","gmtDate":"20261124","gmtTime":"71500","status":{"type":"I","code":"OT","statusCode":"021","description":"In Zustellung"},
                       "location":{"address":{"city":"Bonn","countryCode":"DE"}}},
                      {"date":"20261123","time":"201500","status":{"type":"I","code":"DP","statusCode":"005","description":"Abfahrt"},"location":{"address":{"country":"DE"}}},
                      {"date":"20261123","time":"201500","status":{"type":"M","code":"MP","statusCode":"003","description":"Bereit"}},
                      {"date":"","status":{"type":"M"}}]}]}]}}""");
            TrackingReport report = new UpsCarrier(new FakeTools())
                    .track(List.of(FakeUps.NUMBER), FakeUps.settings(server.uri()))
                    .getFirst();
            assertThat(report.status()).isEqualTo(OUT_FOR_DELIVERY);
            assertThat(report.events())
                    .extracting(TrackingEvent::rawCode)
                    .containsExactly("M/MP/003", "I/DP/005", "I/OT/021");
            assertThat(report.events())
                    .extracting(TrackingEvent::at)
                    .containsExactly(
                            Instant.parse("2026-11-23T19:15:00Z"),
                            Instant.parse("2026-11-23T19:15:00Z"),
                            Instant.parse("2026-11-24T07:15:00Z"));
            assertThat(report.events()).extracting(TrackingEvent::place).containsExactly("", "DE", "Bonn, DE");
            assertThat(report.expectedAt()).contains(Instant.parse("2026-11-25T12:30:00Z"));
        }
    }

    /** Fields as in the Track Alert document's example. */
    @Test
    void readsTheNumberOfAPushedMessage() throws Exception {
        var carrier = new UpsCarrier(new FakeTools());
        var settings = FakeUps.settings(URI.create("https://wwwcie.ups.com"));
        assertThat(carrier.numbers("""
                {"trackingNumber":"1z5r89390357567127","localActivityDate":"20261124","localActivityTime":"091519",
                 "activityStatus":{"type":"D","code":"FS","description":"Delivered","descriptionCode":"011"}}""", settings)).containsExactly("1Z5R89390357567127");
        assertThat(carrier.numbers("{\"trackingNumber\":\"1Z\"}", settings))
                .as("nothing happened")
                .isEmpty();
        assertThat(carrier.numbers("<html>", settings)).isEmpty();
    }
}
