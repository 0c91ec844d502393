package org.packhaus.plugin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** An answer that spoke of many orders, a page of them for instance, and one of these. */
@Entity
@Immutable
@Table(name = "exchange_mention")
@Filter(name = "seller")
class ExchangeMention {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exchange_mention_seq")
    @SequenceGenerator(name = "exchange_mention_seq", sequenceName = "exchange_mention_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private String orderReference;
    private String exchangeReference;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected ExchangeMention() {}

    ExchangeMention(SellerId seller, String order, String exchange, Instant at) {
        this.sellerId = seller.value();
        this.orderReference = order;
        this.exchangeReference = exchange;
        this.at = at;
    }
}
