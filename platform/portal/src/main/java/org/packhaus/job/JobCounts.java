package org.packhaus.job;

import java.time.Duration;

/**
 * How the jobs are doing.
 *
 * @param lag how long the oldest due job has waited
 */
public record JobCounts(long all, long running, long failing, long due, long givenUp, Duration lag) {}
