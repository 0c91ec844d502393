package org.packhaus.tracking;

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
import org.packhaus.sdk.TrackingStatus;

/** A line in a parcel's history. Never changed; withdrawing is marked, and its texts are emptied with the buyer. */
@Entity
@Table(name = "tracking_event")
@Filter(name = "seller")
class TrackingEventRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tracking_event_seq")
    @SequenceGenerator(name = "tracking_event_seq", sequenceName = "tracking_event_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private long purchaseId;
    private int number;
    private Instant happenedAt;

    @Enumerated(EnumType.STRING)
    private TrackingStatus status;

    private String rawCode;
    private String rawText;
    private String place;
    private Instant seenAt;

    @Nullable
    private Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected TrackingEventRow() {}

    TrackingEventRow(TrackedParcel parcel, int number, Scan scan, Instant now) {
        this.sellerId = parcel.sellerId();
        this.orderId = parcel.order().value();
        this.purchaseId = parcel.id().value();
        this.number = number;
        this.happenedAt = scan.at();
        this.status = scan.status();
        this.rawCode = cut(scan.code(), 80);
        this.rawText = cut(scan.text(), 500);
        this.place = cut(scan.place(), 200);
        this.seenAt = now;
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }

    long purchaseId() {
        return purchaseId;
    }

    int number() {
        return number;
    }

    Scan scan() {
        return new Scan(happenedAt, status, rawCode, rawText, place, withdrawnAt != null);
    }
}
