package org.packhaus.job;

import java.time.Duration;

/** How a job ended without an exception. */
public sealed interface JobResult {
    JobResult DONE = new Done();

    static JobResult again(Duration delay) {
        return new Again(delay);
    }

    /** It is finished and forgotten. */
    record Done() implements JobResult {}

    /** It is not finished but nothing is wrong; it runs again later. */
    record Again(Duration delay) implements JobResult {}
}
