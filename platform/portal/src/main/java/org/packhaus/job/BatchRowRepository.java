package org.packhaus.job;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BatchRowRepository extends Repository<BatchRowEntity, Long> {
    <R extends BatchRowEntity> List<R> saveAll(Iterable<R> rows);

    Optional<BatchRowEntity> findById(long id);

    List<BatchRowEntity> findByBatchIdAndStateIn(long batchId, Collection<RowState> states);

    List<BatchRowEntity> findByBatchIdAndPositionGreaterThanOrderByPosition(long batchId, int position, Limit limit);

    List<BatchRowEntity> findByBatchIdAndStateAndPositionGreaterThanOrderByPosition(
            long batchId, RowState state, int position, Limit limit);

    @Query("select r from BatchRowEntity r where r.subjectId = :subject and r.state = :state"
            + " and exists (select 1 from BatchEntity b where b.id = r.batchId and b.kind = :kind)")
    List<BatchRowEntity> findBySubject(String kind, long subject, RowState state);

    @Modifying
    @Query("update BatchRowEntity r set r.text = null, r.fix = null, r.version = r.version + 1"
            + " where r.subjectId in :subjects and (r.text is not null or r.fix is not null)"
            + " and r.batchId in (select b.id from BatchEntity b where b.startedAt < :before)")
    int forgetTexts(Collection<Long> subjects, Instant before);

    @Query("select new org.packhaus.job.StateCount(r.batchId, r.state, count(r)) from BatchRowEntity r"
            + " where r.batchId in :batches group by r.batchId, r.state")
    List<StateCount> count(Collection<Long> batches);
}
