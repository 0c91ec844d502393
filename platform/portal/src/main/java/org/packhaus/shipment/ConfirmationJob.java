package org.packhaus.shipment;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.springframework.stereotype.Component;

/** Goes on with a report until it is over; scheduled in the transaction that wants the report. */
@Component
class ConfirmationJob implements JobHandler<ConfirmationMoves.Due> {
    private static final Duration AT_LEAST = Duration.ofMillis(500);

    private final Confirmer confirmer;

    ConfirmationJob(Confirmer confirmer) {
        this.confirmer = confirmer;
    }

    @Override
    public JobType<ConfirmationMoves.Due> type() {
        return ConfirmationMoves.JOB;
    }

    @Override
    public JobResult run(ConfirmationMoves.Due due, JobContext context) {
        Optional<Duration> goOn = confirmer.goOn(new ConfirmationId(due.confirmation()));
        return goOn.map(delay -> JobResult.again(delay.compareTo(AT_LEAST) < 0 ? AT_LEAST : delay))
                .orElse(JobResult.DONE);
    }
}
