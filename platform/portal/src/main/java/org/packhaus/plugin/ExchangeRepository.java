package org.packhaus.plugin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExchangeRepository extends Repository<ExchangeEntry, Long> {
    void saveAll(Iterable<ExchangeEntry> entries);

    List<ExchangeEntry> findByConnectionIdAndIdLessThanOrderByIdDesc(long connectionId, long before, Limit limit);

    List<ExchangeEntry> findByReferenceInOrderByIdDesc(Collection<String> references, Limit limit);

    @Modifying
    @Query("delete from ExchangeEntry e where e.at < :before")
    int deleteBefore(Instant before);

    @Modifying
    @Query("delete from ExchangeEntry e where e.reference in :references")
    int deleteAbout(Collection<String> references);
}
