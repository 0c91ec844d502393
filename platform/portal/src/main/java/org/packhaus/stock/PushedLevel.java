package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** What a channel was told of a SKU last, and what it said. */
@Entity
@Table(name = "stock_push")
@IdClass(PushedLevel.Key.class)
@Filter(name = "seller")
class PushedLevel {
    @Id
    long sellerId;

    @Id
    long connectionId;

    @Id
    String sku;

    @Nullable
    Integer pushed;

    @Nullable
    Instant pushedAt;

    @Nullable
    Integer refused;

    @Nullable
    String error;

    @SuppressWarnings("NullAway.Init")
    protected PushedLevel() {}

    PushedLevel(SellerId seller, ConnectionId connection, String sku) {
        this.sellerId = seller.value();
        this.connectionId = connection.value();
        this.sku = sku;
    }

    void taken(int level, Instant now) {
        pushed = level;
        pushedAt = now;
        refused = null;
        error = null;
    }

    void refused(int level, String text) {
        refused = level;
        error = text.length() > 1000 ? text.substring(0, 1000) : text;
    }

    /** The whole of the row's identity. */
    record Key(long sellerId, long connectionId, String sku) implements Serializable {}
}
