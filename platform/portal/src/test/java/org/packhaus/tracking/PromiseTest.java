package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.tracking.Promise.Verdict;

/** Whether a promise was kept and whose fault it is. Ship by Monday 18:00, promised for Wednesday; times are German. */
class PromiseTest {
    private static final Instant SHIP_BY = Instant.parse("2026-11-16T17:00:00Z");
    private static final Instant BY = Promise.endOfDay(Instant.parse("2026-11-18T11:00:00Z"));

    @Test
    void theWholePromisedDayCountsInGermany() {
        assertThat(BY).isEqualTo(Instant.parse("2026-11-18T23:00:00Z"));
        assertThat(Promise.endOfDay(Instant.parse("2026-07-01T22:30:00Z")))
                .as("already the second of July there")
                .isEqualTo(Instant.parse("2026-07-02T22:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // status, handed over, first attempt, expected, now, verdict
                "ANNOUNCED, -, -, -, 2026-11-16T12:00:00Z, OPEN",
                "ANNOUNCED, -, -, -, 2026-11-17T04:59:00Z, OPEN",
                // nobody has scanned it in the night after it should have left
                "ANNOUNCED, -, -, -, 2026-11-17T08:00:00Z, AT_RISK",
                "IN_TRANSIT, 2026-11-16T20:00:00Z, -, -, 2026-11-17T08:00:00Z, OPEN",
                "IN_TRANSIT, 2026-11-16T20:00:00Z, -, 2026-11-18T15:00:00Z, 2026-11-17T08:00:00Z, OPEN",
                "IN_TRANSIT, 2026-11-16T20:00:00Z, -, 2026-11-19T15:00:00Z, 2026-11-17T08:00:00Z, AT_RISK",
                // over
                "IN_TRANSIT, 2026-11-16T20:00:00Z, -, -, 2026-11-18T23:00:00Z, LATE_CARRIER",
                "IN_TRANSIT, 2026-11-17T20:00:00Z, -, -, 2026-11-18T23:00:00Z, LATE_SELLER",
                "ANNOUNCED, -, -, -, 2026-11-18T23:00:00Z, LATE_SELLER",
                // the first attempt counts, not the delivery
                "DELIVERED, 2026-11-16T20:00:00Z, 2026-11-18T22:59:00Z, -, 2026-11-25T08:00:00Z, ON_TIME",
                "DELIVERY_FAILED, 2026-11-16T20:00:00Z, 2026-11-18T10:00:00Z, -, 2026-11-25T08:00:00Z, ON_TIME",
                "READY_FOR_PICKUP, 2026-11-16T20:00:00Z, 2026-11-18T10:00:00Z, -, 2026-11-25T08:00:00Z, ON_TIME",
                "DELIVERED, 2026-11-16T20:00:00Z, 2026-11-19T10:00:00Z, -, 2026-11-25T08:00:00Z, LATE_CARRIER",
                // the depot scanned in the night what the van took along: in time
                "DELIVERED, 2026-11-17T04:00:00Z, 2026-11-19T10:00:00Z, -, 2026-11-25T08:00:00Z, LATE_CARRIER",
                "DELIVERED, 2026-11-17T06:00:00Z, 2026-11-19T10:00:00Z, -, 2026-11-25T08:00:00Z, LATE_SELLER",
                // handed over late, and there in time all the same
                "DELIVERED, 2026-11-17T18:00:00Z, 2026-11-18T10:00:00Z, -, 2026-11-25T08:00:00Z, ON_TIME",
                // it will never come
                "LOST, 2026-11-16T20:00:00Z, -, -, 2026-11-17T08:00:00Z, LATE_CARRIER",
                "RETURNED_TO_SENDER, 2026-11-16T20:00:00Z, -, -, 2026-11-17T08:00:00Z, LATE_CARRIER",
            })
    void isKeptOrNot(
            TrackingStatus status,
            Instant handedOver,
            Instant attempt,
            Instant expected,
            Instant now,
            Verdict verdict) {
        Course course = new Course(status, null, handedOver, attempt, 0, null, handedOver);
        assertThat(Promise.of(BY, SHIP_BY, course, expected, now).verdict()).isEqualTo(verdict);
    }

    @Test
    void withoutAPromiseThereIsNothingToKeep() {
        assertThat(Promise.of(null, SHIP_BY, Course.NONE, null, SHIP_BY).verdict())
                .isEqualTo(Verdict.NONE);
    }
}
