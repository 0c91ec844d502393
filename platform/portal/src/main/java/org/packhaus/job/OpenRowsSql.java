package org.packhaus.job;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a batch has anything left to do, whichever seller's: a run sees the rows of its own sellers only. */
@Repository
class OpenRowsSql {
    private final JdbcClient jdbc;

    OpenRowsSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean any(BatchId batch) {
        return jdbc.sql(
                        "select exists (select 1 from batch_row where batch_id = ? and state in ('WAITING', 'RUNNING'))")
                .param(batch.value())
                .query(Boolean.class)
                .single();
    }
}
