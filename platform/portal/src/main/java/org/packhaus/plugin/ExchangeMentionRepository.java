package org.packhaus.plugin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExchangeMentionRepository extends Repository<ExchangeMention, Long> {
    void saveAll(Iterable<ExchangeMention> mentions);

    @Query("select distinct m.exchangeReference from ExchangeMention m where m.orderReference in :orders")
    List<String> exchangesThatMention(Collection<String> orders);

    @Modifying
    @Query("delete from ExchangeMention m where m.at < :before")
    int deleteBefore(Instant before);

    @Modifying
    @Query("delete from ExchangeMention m where m.orderReference in :orders")
    int deleteAbout(Collection<String> orders);
}
