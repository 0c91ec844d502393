package org.packhaus.demo;

import java.util.Collection;
import org.packhaus.seller.SellerId;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of the decisions and refunds of these sellers is still under way. */
@Component
@Profile("headless")
class ReturnLedgerSql {
    private final JdbcClient jdbc;

    ReturnLedgerSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Calls that somebody makes this moment. */
    long calling(Collection<SellerId> sellers) {
        return count(sellers, "state = 'SENDING'", "state = 'SENDING'");
    }

    /** What the channel has not had its last word about. */
    long unanswered(Collection<SellerId> sellers) {
        return count(sellers, "open = 1", "state in ('WANTED', 'SENDING', 'UNCLEAR', 'INITIATED')");
    }

    private long count(Collection<SellerId> sellers, String decisions, String refunds) {
        return jdbc.sql("select (select count(*) from return_decision where seller_id in (:sellers) and " + decisions
                        + ") + (select count(*) from price_cut where seller_id in (:sellers) and " + refunds + ")")
                .param("sellers", sellers.stream().map(SellerId::value).toList())
                .query(Long.class)
                .single();
    }
}
