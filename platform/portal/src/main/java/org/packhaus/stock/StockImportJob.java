package org.packhaus.stock;

import java.time.Duration;
import org.packhaus.job.JobContext;
import org.packhaus.job.JobHandler;
import org.packhaus.job.JobResult;
import org.packhaus.job.JobType;
import org.springframework.stereotype.Component;

/** Writes a list until nothing of it is left. */
@Component
class StockImportJob implements JobHandler<StockImport.Due> {
    private final StockImport lists;

    StockImportJob(StockImport lists) {
        this.lists = lists;
    }

    @Override
    public JobType<StockImport.Due> type() {
        return StockImport.JOB;
    }

    @Override
    public JobResult run(StockImport.Due due, JobContext context) throws Exception {
        while (lists.writeSome(due.list())) {
            if (context.isStopping()) {
                return JobResult.again(Duration.ZERO);
            }
        }
        return JobResult.DONE;
    }
}
