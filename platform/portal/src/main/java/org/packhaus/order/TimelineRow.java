package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "order_timeline")
@Filter(name = "seller")
class TimelineRow {
    static final String NOTE = "note";
    static final String HOLD = "hold";
    static final String PROBLEM = "problem";
    static final String TAG = "tag";
    /** So begins the text of a tag that was put on. */
    static final String TAGGED = "+ ";

    /**
     * What says nothing but numbers, amounts, goods and stages, in our own words. Whatever else stands in a timeline was typed by
     * somebody or quotes a carrier or a channel, and may name the buyer: a code that is missing here is forgotten, not kept.
     */
    static final Set<String> PLAIN = Set.of(
            "imported",
            "announced",
            "released",
            "stage",
            "sent",
            "cancelled",
            "channel-corrected",
            "sent-together",
            "sent-apart",
            "parcels-dealt",
            "label-bought",
            "label-voided",
            "return-label-bought",
            "number-corrected",
            "confirmed",
            "read-back",
            "cancellation-wanted",
            "parcel-delivered",
            "parcel-at-shop",
            "parcel-attempted",
            "parcel-returning",
            "parcel-lost",
            "return-announced",
            "return-misdirected",
            "return-on-the-way",
            "return-arrived",
            "return-received",
            "return-accepted",
            "return-accepted-there",
            "return-rejected",
            "return-rejected-there",
            "return-refused",
            "return-restocked",
            "return-written-off",
            "price-cut",
            "price-cut-refused",
            "price-cut-done",
            "price-cut-rejected",
            "claim-open",
            "claim-sent",
            "claim-accepted",
            "claim-refused",
            "claim-paid",
            "claim-dropped",
            "case");

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

    boolean mayNameTheBuyer() {
        return !text.isEmpty() && !PLAIN.contains(code);
    }

    TimelineEntry view() {
        return new TimelineEntry(at, code, text, actor);
    }
}
