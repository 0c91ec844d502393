package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.tracking.Promise.Verdict;

class TroubleTest {
    /** A Thursday. */
    private static final Instant SCANNED = Instant.parse("2026-11-19T10:00:00Z");

    private static Course moving(TrackingStatus status) {
        return new Course(status, SCANNED, SCANNED, null, 0, null, SCANNED);
    }

    @Test
    void isStuckAfterThreeWorkingDaysWithoutAScan() {
        Instant stuck = Objects.requireNonNull(Trouble.stuckAt(moving(TrackingStatus.IN_TRANSIT), SCANNED, null));
        assertThat(stuck).as("Friday, Monday, Tuesday").isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(Trouble.of(TrackingStatus.IN_TRANSIT, true, Verdict.OPEN, null, stuck, stuck.minusSeconds(1)))
                .isEmpty();
        assertThat(Trouble.of(TrackingStatus.IN_TRANSIT, true, Verdict.OPEN, null, stuck, stuck))
                .containsExactly(Trouble.STUCK);
    }

    @Test
    void christmasIsNoWorkingDay() {
        assertThat(WorkingDays.after(Instant.parse("2026-12-24T10:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-12-28T10:00:00Z"));
        assertThat(WorkingDays.between(Instant.parse("2026-12-23T10:00:00Z"), Instant.parse("2026-12-28T08:00:00Z")))
                .isEqualTo(2);
        assertThat(WorkingDays.between(SCANNED, SCANNED)).isZero();
    }

    @Test
    void whatWaitsForTheBuyerIsNotStuck() {
        assertThat(Trouble.stuckAt(moving(TrackingStatus.READY_FOR_PICKUP), SCANNED, null))
                .isNull();
        assertThat(Trouble.stuckAt(moving(TrackingStatus.DELIVERED), SCANNED, null))
                .isNull();
    }

    @Test
    void whatWasNeverScannedWasNotHandedOver() {
        Instant bought = Instant.parse("2026-11-16T09:00:00Z");
        Instant shipBy = Instant.parse("2026-11-17T17:00:00Z");
        Instant stuck = Objects.requireNonNull(Trouble.stuckAt(Course.NONE, bought, shipBy));
        assertThat(stuck).isEqualTo(Instant.parse("2026-11-19T17:00:00Z"));
        assertThat(Trouble.of(TrackingStatus.ANNOUNCED, false, Verdict.OPEN, null, stuck, stuck))
                .containsExactly(Trouble.NOT_HANDED_OVER);
        assertThat(Trouble.stuckAt(Course.NONE, shipBy.plusSeconds(60), shipBy))
                .as("bought after the deadline, it could not be there before")
                .isEqualTo(Instant.parse("2026-11-19T17:01:00Z"));
    }

    @Test
    void onceSomebodyStoodAtTheDoorItIsNotLateAnyMore() {
        Course attempted = new Course(TrackingStatus.DELIVERY_FAILED, SCANNED, SCANNED, SCANNED, 1, null, SCANNED);
        assertThat(Trouble.lateAt(attempted, SCANNED)).isNull();
        assertThat(Trouble.lateAt(moving(TrackingStatus.LOST), SCANNED)).isNull();
        assertThat(Trouble.lateAt(moving(TrackingStatus.IN_TRANSIT), SCANNED)).isEqualTo(SCANNED);
    }

    @Test
    void whatMayStillComeInTimeIsSaidBeforeItIsTooLate() {
        assertThat(Trouble.of(TrackingStatus.ANNOUNCED, false, Verdict.AT_RISK, SCANNED.plusSeconds(1), null, SCANNED))
                .containsExactly(Trouble.AT_RISK);
        assertThat(Trouble.of(TrackingStatus.IN_TRANSIT, true, Verdict.LATE_CARRIER, SCANNED, null, SCANNED))
                .containsExactly(Trouble.LATE);
    }

    @Test
    void theGravestStandsFirstAndEachSaysWhatToDo() {
        assertThat(Trouble.of(TrackingStatus.LOST, true, Verdict.OPEN, SCANNED, SCANNED, SCANNED))
                .isEqualTo(List.of(Trouble.LOST, Trouble.STUCK, Trouble.LATE));
        for (Trouble trouble : Trouble.values()) {
            assertThat(trouble.measures()).isNotEmpty();
        }
    }
}
