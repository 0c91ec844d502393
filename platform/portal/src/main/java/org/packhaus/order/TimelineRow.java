package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "order_timeline")
@Filter(name = "seller")
class TimelineRow {
    static final String NOTE = "note";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_timeline_seq")
    @SequenceGenerator(name = "order_timeline_seq", sequenceName = "order_timeline_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long orderId;
    Instant at;
    String code;
    String text;
    String actor;

    @SuppressWarnings("NullAway.Init")
    protected TimelineRow() {}

    TimelineRow(SalesOrder order, Instant at, String code, String text, String actor) {
        this.sellerId = order.sellerId;
        this.orderId = order.id().value();
        this.at = at;
        this.code = code;
        this.text = SalesOrder.cut(text, 2000);
        this.actor = actor;
    }

    TimelineEntry view() {
        return new TimelineEntry(at, code, text, actor);
    }
}
