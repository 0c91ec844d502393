package org.packhaus.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines that belong to no seller: sign-ins, users, plugins. The seller filter hides them from everybody, so they are read around it,
 * and {@code seller_id is null} is in every statement.
 */
@Repository
class InstallAuditSql {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    InstallAuditSql(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<AuditRow> find(AuditSearch wanted, long before, int count) {
        Map<String, @Nullable Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("seller_id is null and id < :before");
        values.put("before", before);
        if (wanted.from() != null) {
            where.append(" and at >= :from");
            values.put("from", wanted.from());
        }
        if (wanted.until() != null) {
            where.append(" and at < :until");
            values.put("until", wanted.until());
        }
        if (!wanted.actor().isBlank()) {
            where.append(" and actor_name like :actor escape '!'");
            values.put("actor", AuditQueries.beginning(wanted.actor()));
        }
        if (!wanted.action().isBlank()) {
            where.append(" and action like :action escape '!'");
            values.put("action", AuditQueries.beginning(wanted.action()));
        }
        if (!wanted.subjectType().isBlank()) {
            where.append(" and subject_type = :type");
            values.put("type", wanted.subjectType());
        }
        if (wanted.subjectId() != null) {
            where.append(" and subject_id = :subject");
            values.put("subject", wanted.subjectId());
        }
        return jdbc.sql("select * from audit_entry where " + where + " order by id desc limit " + count)
                .params(values)
                .query((row, number) -> row(row))
                .list();
    }

    private AuditRow row(ResultSet row) throws SQLException {
        long actor = row.getLong("actor_id");
        return new AuditRow(
                row.getLong("id"),
                row.getObject("at", Instant.class),
                null,
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        actor == 0 ? null : Long.valueOf(actor),
                        row.getString("actor_name")),
                row.getString("action"),
                new Subject(row.getString("subject_type"), row.getLong("subject_id")),
                json.readValue(row.getString("detail"), Audit.DETAIL));
    }

    List<String> actions() {
        return jdbc.sql("select distinct action from audit_entry where seller_id is null")
                .query(String.class)
                .list();
    }
}
