package org.packhaus.sandbox.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.sandbox.web.Json;

/** What becomes of a parcel follows from its fate and the hours since its label was sold. */
class TravelTest {
    private static final Instant SOLD = Instant.parse("2026-11-26T09:00:00Z");

    private static Travel after(Fate fate, int hours) {
        Sale sale = Sale.outbound(
                "UPS",
                "account",
                "1",
                "11",
                "ref",
                "1Z5R89390357567127",
                SOLD,
                "Kassel",
                Json.object().put(Roads.FATE, fate.name()));
        return Travel.of(sale, "Hamburg", SOLD.plus(Duration.ofHours(hours)));
    }

    @ParameterizedTest
    @CsvSource({
        "SMOOTH, DELIVERED, 1",
        "AT_SHOP, DELIVERED, 1",
        "SECOND_ATTEMPT, DELIVERED, 2",
        "SLOW, DELIVERED, 1",
        "LEFT_LATE, DELIVERED, 1",
        "RETURNED, RETURNING, 1",
        "LOST, LOST, 0"
    })
    void everyFateHasItsEndAndItsAttempts(Fate fate, Step end, int attempts) {
        Travel whole = after(fate, 30 * 24);
        assertThat(whole.moments().getLast().step()).isEqualTo(end);
        assertThat(whole.attempts()).isEqualTo(attempts);
    }

    @Test
    void whatTheSellerForgotIsHandedOverDaysLater() {
        assertThat(after(Fate.LEFT_LATE, 100).moments())
                .extracting(Travel.Moment::step)
                .containsExactly(Step.ANNOUNCED);
        assertThat(after(Fate.LEFT_LATE, 126).moments().getLast())
                .isEqualTo(new Travel.Moment(Step.HANDED_OVER, SOLD.plus(Duration.ofHours(126)), "Hamburg"));
    }
}
