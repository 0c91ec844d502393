package org.packhaus.job;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** A batch exists for those who see one of its rows; the filter works in the sub-select, too. */
interface BatchRepository extends Repository<BatchEntity, Long> {
    BatchEntity save(BatchEntity batch);

    @Query(
            "select b from BatchEntity b where b.id = :id and exists (select 1 from BatchRowEntity r where r.batchId = b.id)")
    Optional<BatchEntity> find(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select b from BatchEntity b where b.id = :id and exists (select 1 from BatchRowEntity r where r.batchId = b.id)")
    Optional<BatchEntity> lock(long id);

    @Query(
            "select b from BatchEntity b where b.id < :before and exists (select 1 from BatchRowEntity r where r.batchId = b.id)"
                    + " order by b.id desc")
    List<BatchEntity> newest(long before, Limit limit);

    @Query("select count(b) from BatchEntity b where b.state = RUNNING"
            + " and exists (select 1 from BatchRowEntity r where r.batchId = b.id)")
    long running();

    @Query(
            "select b from BatchEntity b where b.actorKind = USER and b.actorId = :user and b.state = FINISHED and b.finishedAt > :since"
                    + " and exists (select 1 from BatchRowEntity r where r.batchId = b.id) order by b.finishedAt desc")
    List<BatchEntity> finished(long user, Instant since, Limit limit);

    /** Batches about one of these that keep what a person wrote before then. */
    @Query("select b from BatchEntity b where b.parameters like '%\"words\"%' and b.startedAt < :before"
            + " and exists (select 1 from BatchRowEntity r where r.batchId = b.id and r.subjectId in :subjects)")
    List<BatchEntity> withWords(Collection<Long> subjects, Instant before);

    @Query("select b from BatchEntity b where b.parameters like '%\"words\"%' and b.startedAt < :before"
            + " and exists (select 1 from BatchRowEntity r where r.batchId = b.id)")
    List<BatchEntity> withWords(Instant before);
}
