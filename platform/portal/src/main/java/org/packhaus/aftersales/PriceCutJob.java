package org.packhaus.aftersales;

import java.time.Duration;
import java.util.Optional;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.springframework.stereotype.Component;

/** Sends a refund; scheduled in the transaction that wants it. */
@Component
class PriceCutJob implements JobHandler<PriceCutJob.Due> {
    static final JobType<Due> TYPE = new JobType<>("aftersales.price-cut", Due.class);

    private final PriceCutter cutter;

    PriceCutJob(PriceCutter cutter) {
        this.cutter = cutter;
    }

    /** Data of the job. */
    record Due(long cut) {}

    @Override
    public JobType<Due> type() {
        return TYPE;
    }

    @Override
    public JobResult run(Due due, JobContext context) {
        Optional<Duration> goOn = cutter.goOn(new CutId(due.cut()));
        return goOn.map(JobResult::again).orElse(JobResult.DONE);
    }
}
