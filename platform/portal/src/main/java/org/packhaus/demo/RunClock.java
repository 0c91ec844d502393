package org.packhaus.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The portal's time in a headless run: real, until the days begin to pass; then the sandbox's, or carriers would tell of scans that have not
 * happened yet.
 */
@Component
@Profile("headless")
final class RunClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** From now on it is so late here too. Time never goes back. */
    void follow(Instant theirs) {
        Duration between = Duration.between(Instant.now(), theirs);
        ahead = between.compareTo(ahead) > 0 ? between : ahead;
    }

    @Override
    public Instant instant() {
        // As the portal's own clock: MariaDB keeps microseconds.
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
