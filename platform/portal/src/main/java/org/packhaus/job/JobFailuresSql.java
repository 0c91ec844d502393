package org.packhaus.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Why jobs failed: db-scheduler counts failures but keeps no reasons. A job that was given up is kept here for a while, so that a person
 * can have it run again. Belongs to the install: a job may work for several sellers, and only administrators ask.
 */
@Repository
class JobFailuresSql {
    private static final Logger log = LoggerFactory.getLogger(JobFailuresSql.class);
    private static final Duration KEPT = Duration.ofDays(14);
    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    JobFailuresSql(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param givenUp the job as JSON, if it is tried no more */
    record Failure(
            String job,
            int failures,
            Instant at,
            String error,
            @Nullable String givenUp) {}

    /** Never breaks the job's own handling: the log has the story as well. */
    void note(String job, int failures, Throwable cause, @Nullable String givenUp) {
        try {
            jdbc.sql("""
                            insert into job_failure (job, failures, failed_at, error, given_up)
                            values (:job, :failures, :at, :error, :givenUp)
                            on duplicate key update failures = if(:failures > 0, :failures, failures + 1),
                                failed_at = :at, error = :error, given_up = :givenUp
                            """)
                    .param("job", job)
                    .param("failures", failures)
                    .param("at", clock.instant())
                    .param("error", text(cause))
                    .param("givenUp", givenUp)
                    .update();
            jdbc.sql("delete from job_failure where failed_at < :before")
                    .param("before", clock.instant().minus(KEPT))
                    .update();
        } catch (DataAccessException e) {
            log.warn("Why {} failed could not be kept", job, e);
        }
    }

    void forget(String job) {
        try {
            jdbc.sql("delete from job_failure where job = :job")
                    .param("job", job)
                    .update();
        } catch (DataAccessException e) {
            log.warn("The old failure of {} could not be forgotten", job, e);
        }
    }

    Optional<Failure> of(String job) {
        return all().stream().filter(failure -> failure.job().equals(job)).findFirst();
    }

    List<Failure> all() {
        return jdbc.sql("select job, failures, failed_at, error, given_up from job_failure order by failed_at desc")
                .query((row, number) -> new Failure(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, Instant.class),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }

    private static String text(Throwable cause) {
        String text = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
