package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Filter;

/** A word that people stick to an order: "gift", "check twice". */
@Entity
@Table(name = "order_tag")
@Filter(name = "seller")
@IdClass(OrderTag.Key.class)
class OrderTag {
    static final int LONGEST = 40;

    @Id
    long sellerId;

    @Id
    String tag;

    @Id
    long orderId;

    @SuppressWarnings("NullAway.Init")
    protected OrderTag() {}

    OrderTag(SalesOrder order, String tag) {
        this.sellerId = order.sellerId;
        this.orderId = order.id().value();
        this.tag = tag;
    }

    /** The whole row. */
    record Key(long sellerId, String tag, long orderId) implements Serializable {}
}
