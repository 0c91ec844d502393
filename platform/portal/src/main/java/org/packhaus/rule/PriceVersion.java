package org.packhaus.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** A price table as it was imported once; never changed. The highest number of a product counts. */
@Entity
@Table(name = "price_table")
@Filter(name = "seller")
class PriceVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_table_seq")
    @SequenceGenerator(name = "price_table_seq", sequenceName = "price_table_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long connectionId;
    String product;
    int number;
    String content;
    Instant savedAt;
    String savedBy;

    @SuppressWarnings("NullAway.Init")
    protected PriceVersion() {}

    PriceVersion(SellerId seller, Offer offer, int number, PriceTable table, Instant now, String by) {
        this.sellerId = seller.value();
        this.connectionId = offer.connection().value();
        this.product = offer.product();
        this.number = number;
        this.content = RuleJson.writeTable(table);
        this.savedAt = now;
        this.savedBy = by;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the price table of " + product + " has not been saved yet");
        }
        return id;
    }

    Offer offer() {
        return new Offer(new ConnectionId(connectionId), product);
    }

    PriceTable table() {
        return RuleJson.readTable(content);
    }

    PriceTableRow row() {
        return new PriceTableRow(offer(), number, table(), savedAt, savedBy);
    }
}
