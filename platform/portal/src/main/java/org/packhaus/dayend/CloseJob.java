package org.packhaus.dayend;

import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionService;
import org.springframework.stereotype.Component;

/** Does what a person wanted; what fails is gone on with by {@link DayEndJob}. */
@Component
class CloseJob implements JobHandler<CloseJob.Wanted> {
    static final JobType<Wanted> TYPE = new JobType<>("dayend.close", Wanted.class);

    private final Closer closer;
    private final ConnectionService connections;

    CloseJob(Closer closer, ConnectionService connections) {
        this.closer = closer;
        this.connections = connections;
    }

    /** Whose day. @param by who wanted it */
    record Wanted(long connection, String by) {}

    @Override
    public JobType<Wanted> type() {
        return TYPE;
    }

    @Override
    public JobResult run(Wanted wanted, JobContext context) {
        closer.close(connections.connection(new ConnectionId(wanted.connection())), wanted.by());
        return JobResult.DONE;
    }
}
