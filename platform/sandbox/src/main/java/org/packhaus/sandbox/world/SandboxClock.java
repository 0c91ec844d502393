package org.packhaus.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The time in the sandbox: real time plus whatever the control API advanced it by. Milliseconds, as OTTO's dates carry them. */
public final class SandboxClock {

    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final AtomicLong aheadMillis = new AtomicLong();

    public Instant now() {
        return Instant.now().plusMillis(aheadMillis.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    public void advance(Duration by) {
        aheadMillis.addAndGet(by.toMillis());
    }

    public Duration ahead() {
        return Duration.ofMillis(aheadMillis.get());
    }

    public void reset(Duration ahead) {
        aheadMillis.set(ahead.toMillis());
    }
}
