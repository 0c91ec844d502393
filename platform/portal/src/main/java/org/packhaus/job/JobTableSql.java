package org.packhaus.job;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks into db-scheduler's table, for administrators of the install. What runs is changed through db-scheduler only. */
@Repository
class JobTableSql {
    private static final JsonSerializer JSON = new JsonSerializer();

    private final JdbcClient jdbc;

    JobTableSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Entry(
            String instance,
            @Nullable JobEnvelope envelope,
            Instant at,
            boolean picked,
            @Nullable String node,
            @Nullable Instant lastSuccess,
            int failures) {}

    record Counts(
            long all,
            long running,
            long failing,
            long due,
            @Nullable Instant oldestDue) {}

    /** The jobs that run, are due or wait, the earliest first; those of a batch's or a seller's turn included. */
    List<Entry> jobs(boolean failingOnly, int most) {
        return jdbc.sql("select * from scheduled_tasks where task_name = :task"
                        + (failingOnly ? " and consecutive_failures > 0" : "")
                        + " order by picked desc, execution_time, task_instance limit " + most)
                .param("task", JobDispatcher.TASK)
                .query((row, number) -> entry(row))
                .list();
    }

    List<Entry> ticks() {
        return jdbc.sql("select * from scheduled_tasks where task_name = :task order by task_instance")
                .param("task", RecurringJobs.TASK)
                .query((row, number) -> entry(row))
                .list();
    }

    Counts counts(Instant now) {
        return jdbc.sql("""
                        select count(*), coalesce(sum(picked), 0), coalesce(sum(consecutive_failures > 0), 0),
                            coalesce(sum(not picked and execution_time <= :now), 0),
                            min(if(not picked and execution_time <= :now, execution_time, null))
                        from scheduled_tasks where task_name = :task
                        """)
                .param("now", now)
                .param("task", JobDispatcher.TASK)
                .query((row, number) -> new Counts(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getObject(5, Instant.class)))
                .single();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        byte[] data = row.getBytes("task_data");
        return new Entry(
                row.getString("task_instance"),
                data == null ? null : JSON.deserialize(JobEnvelope.class, data),
                row.getObject("execution_time", Instant.class),
                row.getBoolean("picked"),
                row.getString("picked_by"),
                row.getObject("last_success", Instant.class),
                row.getInt("consecutive_failures"));
    }

    static String json(JobEnvelope envelope) {
        byte[] bytes = JSON.serialize(envelope);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
