package org.packhaus.job;

import java.time.Duration;
import java.util.Optional;

/**
 * Does one kind of job; a bean. Called outside any transaction, with the job's sellers in scope and as actor "job name". A job whose
 * node died is run again, so it must first look at what has been done already.
 */
public interface JobHandler<D extends Record> {
    JobType<D> type();

    JobResult run(D data, JobContext context) throws Exception;

    /**
     * When to try again after an exception; empty gives up, and the job is gone. By default after 5 s, 10 s, 20 s … up to ten
     * minutes, for ever: nothing is lost because a service is down for a night.
     *
     * @param failures how often it has failed in a row, this time included
     */
    default Optional<Duration> retryAfter(D data, int failures, Throwable failure) {
        return Optional.of(Duration.ofSeconds(Math.min(600, 5L << Math.min(failures - 1, 10))));
    }

    /**
     * Whether a person may have it run now. Not where money may be spent on the way: what is open there is looked up by the ledger, and
     * repeated row by row by somebody who sees what it is.
     */
    default boolean mayBeRunByHand() {
        return true;
    }
}
