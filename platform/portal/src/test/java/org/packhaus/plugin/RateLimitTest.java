package org.packhaus.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.packhaus.plugin.RateLimit.Bucket;

class RateLimitTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void noSecondEverHoldsMoreThanTheLimit() {
        Bucket bucket = Bucket.full(20, START);
        List<Instant> sent = new ArrayList<>();
        Instant now = START;
        for (int i = 0; i < 200; i++) {
            bucket = bucket.filled(20, now);
            Duration pause = bucket.pause(20);
            bucket = bucket.less();
            sent.add(now.plus(pause));
            // Somebody asks again at once, somebody later.
            now = now.plusMillis(i % 3 == 0 ? 90 : 5);
        }

        for (Instant from : sent) {
            assertThat(sent.stream()
                            .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
                            .count())
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    void aBucketThatWasLeftAloneIsFullAndNotFuller() {
        Bucket bucket = Bucket.full(20, START).less().less().filled(20, START.plusSeconds(3600));

        assertThat(bucket.tokens()).isEqualTo(3);
    }
}
