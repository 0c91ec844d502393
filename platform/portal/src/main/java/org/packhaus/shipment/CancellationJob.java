package org.packhaus.shipment;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.packhaus.order.OrderId;
import org.springframework.stereotype.Component;

/** Has an order's pieces cancelled and sees to it that they are; scheduled in the transaction that wants it. */
@Component
class CancellationJob implements JobHandler<CancellationJob.Due> {
    static final JobType<Due> TYPE = new JobType<>("shipment.cancel-pieces", Due.class);

    private final Canceller canceller;

    CancellationJob(Canceller canceller) {
        this.canceller = canceller;
    }

    /** Data of the job. */
    record Due(long order) {}

    @Override
    public JobType<Due> type() {
        return TYPE;
    }

    @Override
    public JobResult run(Due due, JobContext context) {
        Optional<Duration> goOn = canceller.goOn(new OrderId(due.order()));
        return goOn.map(JobResult::again).orElse(JobResult.DONE);
    }
}
