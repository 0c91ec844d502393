package org.packhaus.audit;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/** Writes and reads; there is no delete and no update. */
interface AuditRepository extends Repository<AuditEntry, Long> {
    AuditEntry save(AuditEntry entry);

    List<AuditEntry> findByIdLessThanOrderByIdDesc(long before, Limit limit);

    List<AuditEntry> findBySubjectTypeAndSubjectIdAndIdLessThanOrderByIdDesc(
            String subjectType, long subjectId, long before, Limit limit);
}
