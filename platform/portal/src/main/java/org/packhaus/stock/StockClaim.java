package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.packhaus.order.PieceMoves.Move;
import org.packhaus.seller.SellerId;

/** A piece of an order that wants one of a tracked SKU: it has one, or waits for it. */
@Entity
@Table(name = "stock_claim")
@Filter(name = "seller")
class StockClaim {
    @Id
    long itemId;

    long sellerId;
    long orderId;
    String sku;
    Instant dueAt;
    boolean reserved;

    @SuppressWarnings("NullAway.Init")
    protected StockClaim() {}

    StockClaim(SellerId seller, Move move) {
        this.itemId = move.item().value();
        this.sellerId = seller.value();
        this.orderId = move.order().value();
        this.sku = move.sku();
        this.dueAt = move.dueAt();
    }
}
