package org.packhaus.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what others do. */
final class Patience {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Patience() {}

    /** Until it is done, but no longer than that. */
    static void await(BooleanSupplier done, Duration longest) {
        Instant end = Instant.now().plus(longest);
        while (!done.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(PAUSE);
        }
    }
}
