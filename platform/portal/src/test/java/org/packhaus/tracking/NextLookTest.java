package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.TrackingStatus;

class NextLookTest {
    private static final Instant BOUGHT = Instant.parse("2026-11-16T08:00:00Z");

    private static Instant hours(int after) {
        return BOUGHT.plus(Duration.ofHours(after));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // state, hours since bought: it stands so, last scan, late, expected, now; hours until the next look,
                // urgency
                "ANNOUNCED, 0, -, 60, -, 3, 4, 1",
                "ANNOUNCED, 0, -, 60, -, 50, 12, 1",
                "ANNOUNCED, 0, -, 60, -, 200, 24, 2",
                "ANNOUNCED, 0, -, 60, -, 1100, -, 2",
                "ACCEPTED, 6, 6, 60, -, 10, 6, 1",
                "IN_TRANSIT, 10, 10, 60, -, 20, 6, 1",
                // expected today: often and first
                "IN_TRANSIT, 10, 10, 60, 30, 24, 2, 0",
                "OUT_FOR_DELIVERY, 26, 26, 60, -, 26, 2, 0",
                // late: first, but not every hour for ever
                "IN_TRANSIT, 10, 10, 60, -, 62, 4, 0",
                "IN_TRANSIT, 10, 10, 60, -, 300, 24, 2",
                // it has not moved for days
                "IN_TRANSIT, 10, 10, -, -, 150, 12, 2",
                "DELIVERY_FAILED, 30, 30, -, -, 31, 6, 0",
                "READY_FOR_PICKUP, 30, 30, -, -, 31, 12, 2",
                // once more a day after it came, then never
                "DELIVERED, 30, 30, -, -, 31, 23, 2",
                "DELIVERED, 30, 30, -, -, 54, -, 2",
                "CANCELLED, 30, 30, -, -, 31, -, 2",
                "LOST, 30, 30, -, -, 60, 24, 2",
                "LOST, 30, 30, -, -, 760, -, 2",
                "RETURNED_TO_SENDER, 30, 30, -, -, 60, 24, 2",
                "RETURNED_TO_SENDER, 30, 30, -, -, 540, -, 2",
                // carriers forget
                "IN_TRANSIT, 10, 10, 60, -, 2160, -, 2",
            })
    void asksWhenSomethingMayHaveHappened(
            TrackingStatus state,
            int since,
            @Nullable Integer scan,
            @Nullable Integer late,
            @Nullable Integer expected,
            int now,
            @Nullable Integer next,
            int urgency) {
        NextLook look = NextLook.after(
                new NextLook.Standing(
                        state,
                        BOUGHT,
                        hours(since),
                        scan == null ? null : hours(scan),
                        late == null ? null : hours(late),
                        expected == null ? null : hours(expected)),
                hours(now));
        assertThat(look).isEqualTo(new NextLook(next == null ? null : hours(now + next), urgency));
    }

    @Test
    void nobodyScansALabelThatWasJustBought() {
        assertThat(NextLook.first(BOUGHT)).isEqualTo(new NextLook(hours(3), NextLook.FRESH));
    }

    @Test
    void theDaysCallsAreSpentOverTheDay() {
        assertThat(TrackingBudgetSql.granted(500, Instant.parse("2026-11-16T00:00:00Z")))
                .isEqualTo(50);
        assertThat(TrackingBudgetSql.granted(500, Instant.parse("2026-11-16T12:00:00Z")))
                .isEqualTo(300);
        assertThat(TrackingBudgetSql.granted(500, Instant.parse("2026-11-16T23:00:00Z")))
                .isEqualTo(500);
        assertThat(TrackingBudgetSql.granted(3, Instant.parse("2026-11-16T00:00:00Z")))
                .isEqualTo(1);
    }
}
