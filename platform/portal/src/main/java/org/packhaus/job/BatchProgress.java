package org.packhaus.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Actor;

/** How far a batch is, counting the rows of the sellers in scope. */
public record BatchProgress(
        BatchId id,
        String kind,
        String title,
        Actor startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        BatchState state,
        int waiting,
        int running,
        int done,
        int failed,
        int pending,
        int cancelled) {

    public int total() {
        return waiting + running + done + failed + pending + cancelled;
    }

    /** Rows that need no more work, whatever became of them. */
    public int settled() {
        return total() - waiting - running;
    }

    public boolean isFinished() {
        return state == BatchState.FINISHED;
    }
}
