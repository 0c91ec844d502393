package org.packhaus.dayend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The hour is the seller's, and there is none on days without a driver. */
class CloseTimesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private final CloseTimes times = new CloseTimes(LocalTime.of(15, 15), BERLIN);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @Test
    void comesEachDayAtTheHourOfTheSeller() {
        assertThat(times.next(at("2026-11-24T09:00"))).isEqualTo(at("2026-11-24T15:15"));
        assertThat(times.next(at("2026-11-24T15:15"))).isEqualTo(at("2026-11-25T15:15"));
        assertThat(times.last(at("2026-11-24T15:15"))).isEqualTo(at("2026-11-24T15:15"));
        assertThat(times.last(at("2026-11-24T15:14"))).isEqualTo(at("2026-11-23T15:15"));
        assertThat(new CloseTimes(LocalTime.of(15, 15), ZoneId.of("Asia/Shanghai")).next(at("2026-11-24T05:00")))
                .isEqualTo(at("2026-11-24T08:15"));
    }

    @Test
    void leavesOutSundaysAndHolidays() {
        assertThat(times.next(at("2026-11-28T16:00"))).as("Saturday to Monday").isEqualTo(at("2026-11-30T15:15"));
        assertThat(times.last(at("2026-12-27T18:00")))
                .as("Sunday after two Christmas days")
                .isEqualTo(at("2026-12-24T15:15"));
    }

    @Test
    void standsStillWhenTheClockIsTurned() {
        assertThat(times.next(at("2026-03-28T16:00"))).isEqualTo(at("2026-03-30T15:15"));
        assertThat(at("2026-03-30T15:15").toString()).endsWith("13:15:00Z");
    }

    @Test
    void isOverdueAfterTheGraceOnly() {
        Instant morning = at("2026-11-24T09:00");
        assertThat(times.overdue(morning, at("2026-11-24T15:40"))).isEmpty();
        assertThat(times.overdue(morning, at("2026-11-24T15:46"))).contains(at("2026-11-24T15:15"));
        assertThat(times.overdue(at("2026-11-24T15:20"), at("2026-11-24T18:00")))
                .as("bought after the hour: tomorrow's parcel")
                .isEmpty();
        assertThat(times.overdue(morning, at("2026-11-25T15:20")))
                .as("yesterday's is still overdue within today's grace")
                .contains(at("2026-11-24T15:15"));
    }
}
