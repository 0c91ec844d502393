package org.packhaus.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** What a carrier answered once; never changed, and forgotten after it has expired. The newest of a product and shape counts. */
@Entity
@Table(name = "price_quote")
@Filter(name = "seller")
class PriceQuote {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_quote_seq")
    @SequenceGenerator(name = "price_quote_seq", sequenceName = "price_quote_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long connectionId;
    String product;
    String shape;

    @Enumerated(EnumType.STRING)
    LiveQuote.Answer answer;

    @Nullable
    BigDecimal price;

    @Nullable
    Integer days;

    Instant askedAt;
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected PriceQuote() {}

    PriceQuote(SellerId seller, Offer offer, ParcelShape shape, LiveQuote quote, Instant now, Instant expires) {
        this.sellerId = seller.value();
        this.connectionId = offer.connection().value();
        this.product = offer.product();
        this.shape = shape.key();
        this.answer = quote.answer();
        this.price = quote.price() == null ? null : quote.price().amount();
        this.days = quote.days();
        this.askedAt = now;
        this.expiresAt = expires;
    }

    Offer offer() {
        return new Offer(new ConnectionId(connectionId), product);
    }

    LiveQuote quote() {
        return new LiveQuote(answer, price == null ? null : Money.of(price, "EUR"), days);
    }
}
