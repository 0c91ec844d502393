package org.packhaus.print;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Repository;

/** Stations, printers and tasks. Every method runs inside the caller's transaction; tasks are those of the sellers in scope. */
@Repository("printTasks")
class PrintBook {
    private final EntityManager entities;

    PrintBook(EntityManager entities) {
        this.entities = entities;
    }

    <T> T add(T entity) {
        entities.persist(entity);
        return entity;
    }

    List<PrintStation> stations() {
        return entities.createQuery("select s from PrintStation s order by s.name", PrintStation.class)
                .getResultList();
    }

    PrintStation station(StationId id) {
        return Optional.ofNullable(entities.find(PrintStation.class, id.value()))
                .orElseThrow(
                        () -> new PrintException("station-unknown", "There is no print station " + id + " any more."));
    }

    Optional<PrintStation> stationOf(String tokenHash) {
        return entities.createQuery("select s from PrintStation s where s.tokenHash = :hash", PrintStation.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    List<Printer> printers() {
        return entities.createQuery("select p from Printer p order by p.name", Printer.class)
                .getResultList();
    }

    Printer printer(PrinterId id) {
        return Optional.ofNullable(entities.find(Printer.class, id.value()))
                .orElseThrow(() -> new PrintException("printer-unknown", "There is no printer " + id + " any more."));
    }

    /** Until the transaction ends nobody else takes a file from its queue. */
    Printer locked(PrinterId id) {
        return Optional.ofNullable(entities.find(Printer.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new PrintException("printer-unknown", "There is no printer " + id + " any more."));
    }

    /** Of the files in that state the one that was queued first. */
    Optional<PrintTask> first(PrinterId printer, TaskState state) {
        return entities.createQuery(
                        "select t from PrintTask t where t.printerId = :printer and t.state = :state"
                                + " order by t.queuedAt, t.id",
                        PrintTask.class)
                .setParameter("printer", printer.value())
                .setParameter("state", state)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Where a file is to come out, without reading its pages; empty if there is no such file, or not in one of these states. */
    Optional<PrinterId> printerOf(TaskId id, Collection<TaskState> states) {
        return entities.createQuery(
                        "select t.printerId from PrintTask t where t.id = :id and t.state in (:states)", Long.class)
                .setParameter("id", id.value())
                .setParameter("states", states)
                .getResultStream()
                .findFirst()
                .map(PrinterId::new);
    }

    Optional<PrintTask> task(TaskId id) {
        return Optional.ofNullable(entities.find(PrintTask.class, id.value()));
    }

    /** The oldest one that waits for the station's agent. */
    Optional<PrintTask> next(StationId station) {
        return entities.createQuery(
                        "select t from PrintTask t where t.stationId = :station and t.state = QUEUED and t.printerId in"
                                + " (select p.id from Printer p where p.stationId = :station) order by t.queuedAt, t.id",
                        PrintTask.class)
                .setParameter("station", station.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Without their contents: a list of fifty would read hundreds of megabytes. */
    List<TaskRow> newest(long before, int count) {
        return entities.createQuery(
                        "select t.id, t.sellerId, t.stationId, t.printerId, t.title, t.type, t.orders, t.state, t.attempt,"
                                + " t.problemCode, t.problemText, t.queuedAt, t.queuedBy, t.endedAt"
                                + " from PrintTask t where t.id < :before order by t.id desc",
                        TaskLine.class)
                .setParameter("before", before)
                .setMaxResults(count)
                .getResultStream()
                .map(TaskLine::row)
                .toList();
    }

    /** A task as it stands in its table, but for its pages. */
    record TaskLine(
            Long id,
            long seller,
            long station,
            long printer,
            String title,
            DocumentType type,
            int orders,
            TaskState state,
            int attempt,
            @Nullable String problemCode,
            @Nullable String problemText,
            Instant queuedAt,
            String queuedBy,
            @Nullable Instant endedAt) {
        TaskRow row() {
            return new TaskRow(
                    new TaskId(id),
                    new SellerId(seller),
                    new StationId(station),
                    new PrinterId(printer),
                    title,
                    type,
                    orders,
                    state,
                    attempt,
                    problemCode,
                    problemText,
                    queuedAt,
                    queuedBy,
                    endedAt);
        }
    }

    /** Papers show buyers' addresses: what is over keeps its line and loses its pages. */
    int empty(Instant before) {
        return entities.createQuery("update PrintTask t set t.content = :nothing, t.version = t.version + 1"
                        + " where t.queuedAt < :before and t.content <> :nothing")
                .setParameter("nothing", new byte[0])
                .setParameter("before", before)
                .executeUpdate();
    }
}
