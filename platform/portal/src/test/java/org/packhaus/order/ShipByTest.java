package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;

class ShipByTest {
    private static final Set<DayOfWeek> MONDAY_TO_FRIDAY = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    /** All in Germany's time; cut-off 14:00. */
    @ParameterizedTest(name = "{0}: ordered {1}, {2} days → {3}")
    @CsvSource({
        "before the cut-off,              2026-11-16T10:00,        1, 2026-11-16T18:00",
        "exactly at the cut-off,          2026-11-16T14:00,        1, 2026-11-16T18:00",
        "a second after it,               2026-11-16T14:00:01,     1, 2026-11-17T18:00",
        "two days,                        2026-11-16T10:00,        2, 2026-11-17T18:00",
        "Friday after the cut-off,        2026-11-20T15:00,        1, 2026-11-23T18:00",
        "Friday before it and two days,   2026-11-20T09:00,        2, 2026-11-23T18:00",
        "Saturday night,                  2026-11-21T23:00,        1, 2026-11-23T18:00",
        "Sunday late counts for Monday,   2026-11-22T20:00,        1, 2026-11-23T18:00",
        "Good Friday and Easter Monday,   2026-04-02T15:00,        1, 2026-04-07T18:00",
        "Ascension Day,                   2026-05-13T15:00,        1, 2026-05-15T18:00",
        "Whit Monday,                     2026-05-22T15:00,        1, 2026-05-26T18:00",
        "Labour Day on a Friday,          2026-04-30T15:00,        1, 2026-05-04T18:00",
        "Christmas Eve is a working day,  2026-12-23T15:00,        1, 2026-12-24T18:00",
        "over Christmas,                  2026-12-24T15:00,        1, 2026-12-28T18:00",
        "over New Year,                   2026-12-31T15:00,        1, 2027-01-04T18:00",
        "night of the clock going on,     2026-03-29T01:59,        1, 2026-03-30T18:00",
        "night of the clock going back,   2026-10-25T02:30,        1, 2026-10-26T18:00",
        "five days over that Sunday,      2026-10-22T10:00,        5, 2026-10-28T18:00"
    })
    void leavesOnTheRightDay(String name, LocalDateTime ordered, int days, LocalDateTime due) {
        Term term = new Term(Kind.PARCEL, MONDAY_TO_FRIDAY, LocalTime.of(14, 0), days, 2);

        assertThat(ShipBy.deadline(ordered.atZone(ShipBy.GERMANY).toInstant(), term)
                        .atZone(ShipBy.GERMANY)
                        .toLocalDateTime())
                .isEqualTo(due);
    }

    @Test
    void aLaterCutOffIsTheLatestHour() {
        Term term = new Term(Kind.PARCEL, Set.of(DayOfWeek.SATURDAY), LocalTime.of(20, 0), 1, 2);

        assertThat(ShipBy.deadline(
                        LocalDateTime.of(2026, 11, 16, 10, 0)
                                .atZone(ShipBy.GERMANY)
                                .toInstant(),
                        term))
                .isEqualTo(LocalDateTime.of(2026, 11, 21, 20, 0)
                        .atZone(ShipBy.GERMANY)
                        .toInstant());
    }

    @Test
    void aBuyerWhoPaidLateIsServedFromThePayment() {
        var ordered = ChannelOrders.MONDAY_MORNING;

        assertThat(ShipBy.countsFrom(ordered, ordered.plusSeconds(2100))).isEqualTo(ordered);
        assertThat(ShipBy.countsFrom(ordered, ordered.plusSeconds(400_000))).isEqualTo(ordered.plusSeconds(400_000));
        assertThat(ShipBy.countsFrom(ordered, null)).isEqualTo(ordered);
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2025, 2025-04-20", "2026, 2026-04-05", "2027, 2027-03-28", "2038, 2038-04-25"})
    void knowsEaster(int year, LocalDate sunday) {
        assertThat(GermanHolidays.easterSunday(year)).isEqualTo(sunday);
    }
}
