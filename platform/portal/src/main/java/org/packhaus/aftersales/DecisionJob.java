package org.packhaus.aftersales;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/** Goes on with a channel's decisions until they are over; scheduled in the transaction that decides. */
@Component
class DecisionJob implements JobHandler<DecisionJob.Due> {
    static final JobType<Due> TYPE = new JobType<>("aftersales.decide", Due.class);
    private static final Duration AT_LEAST = Duration.ofMillis(500);

    private final Decider decider;

    DecisionJob(Decider decider) {
        this.decider = decider;
    }

    /** Data of the job. */
    record Due(long channel) {}

    @Override
    public JobType<Due> type() {
        return TYPE;
    }

    @Override
    public JobResult run(Due due, JobContext context) {
        Optional<Duration> goOn = decider.turn(new ConnectionId(due.channel()));
        return goOn.map(delay -> JobResult.again(delay.compareTo(AT_LEAST) < 0 ? AT_LEAST : delay))
                .orElse(JobResult.DONE);
    }
}
