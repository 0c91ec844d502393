package org.packhaus.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts a search together from what is asked for; nothing that is not asked for is in the statement, so an index can be used. */
@Component
class AuditQueries {
    /** Actions are gathered from the newest lines: all lines would be read for a list of thirty words. */
    private static final long NEWEST = 20_000;

    private final EntityManager entities;

    AuditQueries(EntityManager entities) {
        this.entities = entities;
    }

    List<AuditEntry> find(AuditSearch wanted, long before, int count) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder("e.id < :before");
        values.put("before", before);
        if (wanted.from() != null) {
            where.append(" and e.at >= :from");
            values.put("from", wanted.from());
        }
        if (wanted.until() != null) {
            where.append(" and e.at < :until");
            values.put("until", wanted.until());
        }
        if (!wanted.actor().isBlank()) {
            where.append(" and e.actorName like :actor escape '!'");
            values.put("actor", beginning(wanted.actor()));
        }
        if (!wanted.action().isBlank()) {
            where.append(" and e.action like :action escape '!'");
            values.put("action", beginning(wanted.action()));
        }
        if (!wanted.subjectType().isBlank()) {
            where.append(" and e.subjectType = :type");
            values.put("type", wanted.subjectType());
        }
        if (wanted.subjectId() != null) {
            where.append(" and e.subjectId = :subject");
            values.put("subject", wanted.subjectId());
        }
        TypedQuery<AuditEntry> query = entities.createQuery(
                "select e from AuditEntry e where " + where + " order by e.id desc", AuditEntry.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(count).getResultList();
    }

    static String beginning(String typed) {
        return typed.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    List<String> actions() {
        Long newest = entities.createQuery("select max(e.id) from AuditEntry e", Long.class)
                .getSingleResult();
        return newest == null
                ? List.of()
                : entities.createQuery(
                                "select distinct e.action from AuditEntry e where e.id > :from order by e.action",
                                String.class)
                        .setParameter("from", newest - NEWEST)
                        .getResultList();
    }
}
