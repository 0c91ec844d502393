package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;

@Entity
@Table(name = "stock_movement")
@Filter(name = "seller")
class MovementRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_movement_seq")
    @SequenceGenerator(name = "stock_movement_seq", sequenceName = "stock_movement_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    String sku;
    Instant at;
    int amount;
    int onHandAfter;

    @Enumerated(EnumType.STRING)
    StockReason reason;

    String note;
    String actor;

    @Nullable
    Long orderId;

    @Nullable
    Long itemId;

    @SuppressWarnings("NullAway.Init")
    protected MovementRow() {}

    MovementRow(StockLevel level, Instant at, int amount, StockReason reason, String note, String actor) {
        this.sellerId = level.sellerId;
        this.sku = level.sku;
        this.at = at;
        this.amount = amount;
        this.onHandAfter = level.onHand;
        this.reason = reason;
        this.note = note.length() > 500 ? note.substring(0, 500) : note;
        this.actor = actor;
    }

    StockMovement view() {
        return new StockMovement(
                at, amount, onHandAfter, reason, note, actor, orderId == null ? null : new OrderId(orderId));
    }
}
