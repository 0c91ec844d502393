package org.packhaus.dayend;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Repository;

/** The room's rows: finding them, adding to them. Every method runs inside the caller's transaction and scope. */
@Repository
class DayEndBook {
    private final EntityManager entities;

    DayEndBook(EntityManager entities) {
        this.entities = entities;
    }

    void add(Object row) {
        entities.persist(row);
    }

    /** A unique key violated shows here and not only at the commit. */
    void flush() {
        entities.flush();
    }

    Optional<DayClose> find(long closing) {
        return Optional.ofNullable(entities.find(DayClose.class, closing));
    }

    Optional<DayClose> unfinished(ConnectionId connection) {
        return entities.createQuery(
                        "select c from DayClose c where c.connectionId = :connection and c.unfinished = 1",
                        DayClose.class)
                .setParameter("connection", connection.value())
                .getResultStream()
                .findFirst();
    }

    Map<ConnectionId, DayClose> unfinished() {
        return entities.createQuery("select c from DayClose c where c.unfinished = 1", DayClose.class)
                .getResultStream()
                .collect(Collectors.toMap(DayClose::connection, closing -> closing));
    }

    /** The newest closed one of each connection. */
    Map<ConnectionId, DayClose> newest() {
        return entities.createQuery(
                        "select c from DayClose c where c.id in (select max(n.id) from DayClose n"
                                + " where n.state = :closed group by n.connectionId)",
                        DayClose.class)
                .setParameter("closed", CloseState.CLOSED)
                .getResultStream()
                .collect(Collectors.toMap(DayClose::connection, closing -> closing));
    }

    List<DayClose> closed(long before, int limit) {
        return entities.createQuery(
                        "select c from DayClose c where c.state = :closed and c.id < :before order by c.id desc",
                        DayClose.class)
                .setParameter("closed", CloseState.CLOSED)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    List<DayCloseEvent> history(long closing) {
        return entities.createQuery(
                        "select e from DayCloseEvent e where e.closeId = :closing order by e.id", DayCloseEvent.class)
                .setParameter("closing", closing)
                .getResultList();
    }

    /** Without their bytes, in the carrier's order; those that were erased are left out. */
    Map<Long, List<ClosingRow.Paper>> papers(Collection<DayClose> closings) {
        return closings.isEmpty()
                ? Map.of()
                : entities.createQuery(
                                "select p.closeId, p.id, p.own from DayClosePaper p"
                                        + " where p.closeId in (:closings) and p.size > 0 order by p.closeId, p.number",
                                Object[].class)
                        .setParameter(
                                "closings", closings.stream().map(DayClose::id).toList())
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0],
                                Collectors.mapping(
                                        row -> new ClosingRow.Paper((Long) row[1], (Boolean) row[2]),
                                        Collectors.toList())));
    }

    Optional<DayClose> closing(long id) {
        return Optional.ofNullable(entities.find(DayClose.class, id));
    }

    Optional<DayClosePaper> paper(long id) {
        return entities.createQuery(
                        "select p from DayClosePaper p where p.id = :id and p.size > 0", DayClosePaper.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<DayEndPlan> plan(ConnectionId connection) {
        return Optional.ofNullable(entities.find(DayEndPlan.class, connection.value()));
    }

    Map<Long, DayEndPlan> plans() {
        return entities.createQuery("select p from DayEndPlan p", DayEndPlan.class)
                .getResultStream()
                .collect(Collectors.toMap(DayEndPlan::connection, plan -> plan));
    }

    /** Carriers that need a person: parcels stay behind, or the carrier said no. */
    long alarms() {
        return entities.createQuery("select count(p) from DayEndPlan p where p.overdueSince is not null", Long.class)
                        .getSingleResult()
                + entities.createQuery(
                                "select count(c) from DayClose c where c.unfinished = 1 and c.state = :failed"
                                        + " and not exists (select 1 from DayEndPlan p"
                                        + " where p.connectionId = c.connectionId and p.overdueSince is not null)",
                                Long.class)
                        .setParameter("failed", CloseState.FAILED)
                        .getSingleResult();
    }

    /** Papers name parcels and postcodes, and a carrier's words may quote its customers: both go with the first buyer. */
    void forget(Collection<Long> closings) {
        entities.createQuery(
                        "update DayClosePaper p set p.content = :nothing, p.size = 0 where p.closeId in (:closings)")
                .setParameter("nothing", new byte[0])
                .setParameter("closings", closings)
                .executeUpdate();
        entities.createQuery(
                        "update DayCloseEvent e set e.text = null where e.text is not null and e.closeId in (:closings)")
                .setParameter("closings", closings)
                .executeUpdate();
        entities.createQuery(
                        "update DayClose c set c.problemText = null where c.problemText is not null and c.id in (:closings)")
                .setParameter("closings", closings)
                .executeUpdate();
    }
}
