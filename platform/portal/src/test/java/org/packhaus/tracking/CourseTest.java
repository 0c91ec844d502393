package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.TrackingStatus.ACCEPTED;
import static org.packhaus.sdk.TrackingStatus.ANNOUNCED;
import static org.packhaus.sdk.TrackingStatus.DELAYED;
import static org.packhaus.sdk.TrackingStatus.DELIVERED;
import static org.packhaus.sdk.TrackingStatus.DELIVERY_FAILED;
import static org.packhaus.sdk.TrackingStatus.IN_TRANSIT;
import static org.packhaus.sdk.TrackingStatus.LOST;
import static org.packhaus.sdk.TrackingStatus.OUT_FOR_DELIVERY;
import static org.packhaus.sdk.TrackingStatus.READY_FOR_PICKUP;
import static org.packhaus.sdk.TrackingStatus.RETURNED_TO_SENDER;
import static org.packhaus.sdk.TrackingStatus.UNKNOWN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingStatus;

/** What follows from a parcel's history. The tables are the rule. */
class CourseTest {
    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    private static Scan scan(int hour, TrackingStatus status) {
        return new Scan(MONDAY.plusSeconds(hour * 3600L), status, status.name(), "", "", false);
    }

    private static Instant at(int hour) {
        return MONDAY.plusSeconds(hour * 3600L);
    }

    /** {@code 0:ANNOUNCED 10:IN_TRANSIT}, withdrawn ones with a minus before them. */
    private static List<Scan> history(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> {
                    boolean withdrawn = word.startsWith("-");
                    String[] parts = word.substring(withdrawn ? 1 : 0).split(":");
                    Scan scan = scan(Integer.parseInt(parts[0]), TrackingStatus.valueOf(parts[1]));
                    return new Scan(scan.at(), scan.status(), scan.code(), "", "", withdrawn);
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // history, what the carrier says, what is so
        "0:ANNOUNCED, UNKNOWN, ANNOUNCED",
        "0:ANNOUNCED 6:ACCEPTED 10:IN_TRANSIT, UNKNOWN, IN_TRANSIT",
        "0:ANNOUNCED 6:ACCEPTED 30:DELIVERED, UNKNOWN, DELIVERED",
        // a shop or a locker is not the buyer
        "0:ANNOUNCED 6:ACCEPTED 30:READY_FOR_PICKUP, UNKNOWN, READY_FOR_PICKUP",
        "6:ACCEPTED 30:READY_FOR_PICKUP 50:DELIVERED, UNKNOWN, DELIVERED",
        // what is final stays so, whatever scan comes late
        "6:ACCEPTED 30:DELIVERED 31:IN_TRANSIT, UNKNOWN, DELIVERED",
        "6:ACCEPTED 30:DELIVERED 31:OUT_FOR_DELIVERY 32:DELIVERY_FAILED, UNKNOWN, DELIVERED",
        // unless it is taken back, by the history or by the carrier's own word
        "6:ACCEPTED -30:DELIVERED 31:IN_TRANSIT, UNKNOWN, IN_TRANSIT",
        "6:ACCEPTED 30:DELIVERED 31:UNKNOWN, IN_TRANSIT, IN_TRANSIT",
        // once it goes back, an arrival is one at the sender's
        "6:ACCEPTED 30:DELIVERY_FAILED 54:RETURNED_TO_SENDER 90:DELIVERED, UNKNOWN, RETURNED_TO_SENDER",
        "6:ACCEPTED 30:DELIVERY_FAILED 54:RETURNED_TO_SENDER 90:DELIVERED, DELIVERED, RETURNED_TO_SENDER",
        "6:ACCEPTED 54:RETURNED_TO_SENDER 60:IN_TRANSIT, UNKNOWN, RETURNED_TO_SENDER",
        // a delivered one stays so though the buyer sends something back
        "6:ACCEPTED 30:DELIVERED 200:RETURNED_TO_SENDER, UNKNOWN, DELIVERED",
        "6:ACCEPTED 30:DELIVERED 200:RETURNED_TO_SENDER, DELIVERED, DELIVERED",
        // lost, and found
        "6:ACCEPTED 30:LOST, UNKNOWN, LOST",
        "6:ACCEPTED 30:LOST 70:IN_TRANSIT, UNKNOWN, IN_TRANSIT",
        "6:ACCEPTED 30:LOST 70:IN_TRANSIT 80:DELIVERED, UNKNOWN, DELIVERED",
        // words nobody can place say nothing
        "6:ACCEPTED 30:UNKNOWN, UNKNOWN, ACCEPTED",
        "6:UNKNOWN 30:UNKNOWN, IN_TRANSIT, IN_TRANSIT",
        "6:UNKNOWN, UNKNOWN, UNKNOWN",
    })
    void standsWhereItsWholeHistoryPutsIt(String history, TrackingStatus carrierSays, TrackingStatus expected) {
        assertThat(Course.of(history(history), carrierSays).status()).isEqualTo(expected);
    }

    @Test
    void orderAndRepetitionOfWhatIsToldMakeNoDifference() {
        List<Scan> told = new ArrayList<>(
                history(
                        "0:ANNOUNCED 6:ACCEPTED 10:IN_TRANSIT 20:IN_TRANSIT 26:OUT_FOR_DELIVERY 30:DELIVERY_FAILED 50:OUT_FOR_DELIVERY 54:DELIVERED"));
        Course expected = Course.of(told, UNKNOWN);
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            List<Scan> shuffled = new ArrayList<>(told);
            shuffled.addAll(told.subList(0, random.nextInt(told.size())));
            Collections.shuffle(shuffled, random);
            assertThat(Course.of(shuffled, UNKNOWN)).isEqualTo(expected);
        }
        assertThat(expected.attempts()).isEqualTo(2);
        assertThat(expected.firstAttemptAt()).isEqualTo(at(30));
        assertThat(expected.deliveredAt()).isEqualTo(at(54));
    }

    @ParameterizedTest
    @CsvSource({
        "6:ACCEPTED 30:DELIVERED, 30, 1",
        "6:ACCEPTED 30:DELIVERY_FAILED 54:DELIVERED, 30, 2",
        // taken to the shop after nobody was there is the same day's attempt; fetching it is none
        "6:ACCEPTED 25:DELIVERY_FAILED 28:READY_FOR_PICKUP 80:DELIVERED, 25, 1",
        "6:ACCEPTED 25:READY_FOR_PICKUP 50:READY_FOR_PICKUP 80:DELIVERED, 25, 1",
        // two words about one door on one day
        "6:ACCEPTED 25:DELIVERY_FAILED 26:DELIVERY_FAILED, 25, 1",
        // what happens at the sender's door is no attempt
        "6:ACCEPTED 25:DELIVERY_FAILED 50:RETURNED_TO_SENDER 90:DELIVERED, 25, 1",
    })
    void countsAttempts(String history, int first, int attempts) {
        Course course = Course.of(history(history), UNKNOWN);
        assertThat(course.firstAttemptAt()).isEqualTo(at(first));
        assertThat(course.attempts()).isEqualTo(attempts);
    }

    @Test
    void aDeliveryTheCarrierDoesNotStandByWasNone() {
        Course course = Course.of(List.of(scan(6, ACCEPTED), scan(30, DELIVERED), scan(31, UNKNOWN)), IN_TRANSIT);
        assertThat(course.deliveredAt()).isNull();
        assertThat(course.firstAttemptAt()).isNull();
        assertThat(course.attempts()).isZero();
    }

    @Test
    void aReturnToTheSenderIsNoDelivery() {
        Course course = Course.of(
                List.of(scan(6, ACCEPTED), scan(50, RETURNED_TO_SENDER), scan(90, DELIVERED)), RETURNED_TO_SENDER);
        assertThat(course.deliveredAt()).isNull();
        assertThat(course.firstAttemptAt()).isNull();
        assertThat(course.since()).isEqualTo(at(50));
    }

    @Test
    void knowsWhenTheCarrierGotIt() {
        assertThat(Course.of(List.of(scan(0, ANNOUNCED)), UNKNOWN).handedOverAt())
                .isNull();
        assertThat(Course.of(List.of(scan(0, ANNOUNCED), scan(5, DELAYED)), UNKNOWN)
                        .handedOverAt())
                .as("the van may have found nothing to take along")
                .isNull();
        assertThat(Course.of(List.of(scan(0, ANNOUNCED), scan(9, IN_TRANSIT)), UNKNOWN)
                        .handedOverAt())
                .isEqualTo(at(9));
        assertThat(Course.of(List.of(scan(0, ANNOUNCED), scan(9, UNKNOWN), scan(12, UNKNOWN)), IN_TRANSIT)
                        .handedOverAt())
                .as("a carrier whose single scans we cannot read")
                .isEqualTo(at(9));
    }

    @Test
    void withoutAnyScanItIsAnnounced() {
        assertThat(Course.of(List.of(), UNKNOWN)).isEqualTo(Course.NONE);
        assertThat(Course.of(history("-6:LOST"), UNKNOWN).status()).isEqualTo(ANNOUNCED);
    }

    @Test
    void everyStatusIsPlaced() {
        for (TrackingStatus status : TrackingStatus.values()) {
            Course course = Course.of(List.of(scan(6, status)), UNKNOWN);
            assertThat(course.status()).isEqualTo(status);
            assertThat(course.firstAttemptAt() != null)
                    .isEqualTo(List.of(DELIVERED, READY_FOR_PICKUP, DELIVERY_FAILED)
                            .contains(status));
        }
        assertThat(Course.isFinal(LOST)).isTrue();
        assertThat(Course.isFinal(OUT_FOR_DELIVERY)).isFalse();
    }
}
