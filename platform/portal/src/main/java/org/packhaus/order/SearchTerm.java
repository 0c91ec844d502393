package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Filter;

/** A word by which an order is found. A table of its own, because one index then serves every kind of word. */
@Entity
@Table(name = "order_search")
@IdClass(SearchTerm.Key.class)
@Filter(name = "seller")
class SearchTerm {
    /** What the word is; BUYER words are erased with the buyer. */
    enum Kind {
        NUMBER,
        BUYER,
        SKU,
        TRACKING
    }

    @Id
    long sellerId;

    @Id
    String term;

    @Id
    long orderId;

    @Id
    @Enumerated(EnumType.STRING)
    Kind kind;

    @SuppressWarnings("NullAway.Init")
    protected SearchTerm() {}

    SearchTerm(SalesOrder order, Kind kind, String term) {
        this.sellerId = order.sellerId;
        this.orderId = order.id().value();
        this.kind = kind;
        this.term = term;
    }

    /** The whole row. */
    record Key(long sellerId, String term, long orderId, Kind kind) implements Serializable {}
}
