package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * How many there are of a SKU. Whoever changes its claims holds this row's lock, so a SKU is dealt out by one at a time. Whole
 * rows are written, because lists change many at once and only like statements go together.
 */
@Entity
@Table(name = "stock_level")
@Filter(name = "seller")
class StockLevel {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_level_seq")
    @SequenceGenerator(name = "stock_level_seq", sequenceName = "stock_level_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String sku;
    String title = "";
    String place = "";
    boolean tracked;
    int onHand;
    int reserved;
    int waiting;

    @Nullable
    Integer lowAt;

    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected StockLevel() {}

    StockLevel(SellerId seller, String sku, String title, Instant now) {
        this.sellerId = seller.value();
        this.sku = sku;
        this.title = title;
        this.changedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the level of " + sku + " has not been saved yet");
        }
        return id;
    }

    int free() {
        return onHand - reserved;
    }

    /** What may still be sold: what orders wait for is sold already. */
    int available() {
        return Math.max(0, onHand - reserved - waiting);
    }
}
