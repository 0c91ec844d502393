package org.packhaus.tracking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.ParcelLabels.ParcelLabel;
import org.packhaus.shipment.PurchaseId;

/** Where a parcel is. Everything here follows from its history; the row is what lists and figures read. */
@Entity
@Table(name = "tracked_parcel")
@Filter(name = "seller")
class TrackedParcel {
    @Id
    private long purchaseId;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long parcelId;
    private long connectionId;
    private String carrierCode;
    private String product;
    private String trackingNumber;
    private String region;

    @Nullable
    private BigDecimal priceAmount;

    @Nullable
    private String priceCurrency;

    private Instant boughtAt;

    @Nullable
    private Instant shipBy;

    @Nullable
    private Instant promisedBy;

    @Enumerated(EnumType.STRING)
    private TrackingStatus state = TrackingStatus.ANNOUNCED;

    private Instant stateAt;

    @Nullable
    private Instant handedOverAt;

    @Nullable
    private Instant firstAttemptAt;

    private int attempts;

    @Nullable
    private Instant deliveredAt;

    @Nullable
    private Instant lastScanAt;

    @Nullable
    private Instant expectedAt;

    @Enumerated(EnumType.STRING)
    private Promise.@Nullable Verdict verdict;

    @Nullable
    private Integer transitDays;

    @Nullable
    @Column(name = "open")
    private Integer open = 1;

    @Nullable
    private Instant lateAt;

    @Nullable
    private Instant stuckAt;

    private int urgency;

    @Nullable
    private Instant nextLookAt;

    @Nullable
    private Instant lookedAt;

    private String digest = "";

    @SuppressWarnings("NullAway.Init")
    protected TrackedParcel() {}

    TrackedParcel(ParcelLabel label, Destination to) {
        this.purchaseId = label.label().value();
        this.sellerId = label.seller().value();
        this.orderId = label.order().value();
        this.parcelId = label.parcel().value();
        this.connectionId = label.carrier().value();
        this.carrierCode = label.carrierCode();
        this.product = label.product();
        this.trackingNumber = label.trackingNumber();
        this.region = to.region();
        this.priceAmount = label.price().map(price -> price.amount()).orElse(null);
        this.priceCurrency =
                label.price().map(price -> price.currency().getCurrencyCode()).orElse(null);
        this.boughtAt = label.boughtAt();
        this.stateAt = label.boughtAt();
        this.shipBy = to.shipBy();
        this.promisedBy = to.promisedBy();
        take(Course.NONE, null, label.boughtAt());
        look(NextLook.first(label.boughtAt()));
    }

    /** Where it goes and until when. */
    record Destination(
            String region,
            @Nullable Instant shipBy,
            @Nullable Instant promisedBy) {}

    /** Takes over what follows from the history. */
    final void take(Course course, @Nullable Instant expected, Instant now) {
        state = course.status();
        stateAt = course.since() == null ? stateAt : course.since();
        handedOverAt = course.handedOverAt();
        firstAttemptAt = course.firstAttemptAt();
        attempts = course.attempts();
        deliveredAt = course.deliveredAt();
        lastScanAt = course.lastScanAt();
        expectedAt = expected;
        lateAt = Trouble.lateAt(course, promisedBy);
        stuckAt = Trouble.stuckAt(course, boughtAt, shipBy);
        Promise.Verdict settled =
                Promise.of(promisedBy, shipBy, course, expected, now).verdict();
        verdict = settled.isSettled() && (firstAttemptAt != null || Course.isFinal(state)) ? settled : null;
        transitDays = handedOverAt == null || firstAttemptAt == null
                ? null
                : Integer.valueOf(WorkingDays.between(handedOverAt, firstAttemptAt));
        open = state == TrackingStatus.DELIVERED || state == TrackingStatus.CANCELLED ? null : Integer.valueOf(1);
    }

    /** Nobody looks any more: what is open then is given up. */
    final void look(NextLook next) {
        nextLookAt = next.at();
        urgency = next.urgency();
        if (next.at() == null) {
            open = null;
        }
    }

    /** Whether it is looked at again; one whose buyer is forgotten is not. */
    boolean isWatched() {
        return nextLookAt != null;
    }

    void answered(String answer, Instant now) {
        digest = answer;
        lookedAt = now;
    }

    /** A person corrected it; the history goes on under the new one. */
    void goesUnder(String number) {
        trackingNumber = number;
        digest = "";
    }

    /** The label was given back or replaced: nothing leaves with it. */
    void withdraw(Instant now) {
        state = TrackingStatus.CANCELLED;
        stateAt = now;
        lateAt = null;
        stuckAt = null;
        look(NextLook.NEVER);
    }

    NextLook.Standing standing() {
        return new NextLook.Standing(state, boughtAt, stateAt, lastScanAt, lateAt, expectedAt);
    }

    PurchaseId id() {
        return new PurchaseId(purchaseId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    long sellerId() {
        return sellerId;
    }

    TrackingStatus state() {
        return state;
    }

    @Nullable
    Instant handedOverAt() {
        return handedOverAt;
    }

    @Nullable
    Instant deliveredAt() {
        return deliveredAt;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    Instant boughtAt() {
        return boughtAt;
    }

    Instant stateAt() {
        return stateAt;
    }

    @Nullable
    Instant lateAt() {
        return lateAt;
    }

    @Nullable
    Instant stuckAt() {
        return stuckAt;
    }

    /** Nobody is called stuck of whom nobody was asked since. */
    private @Nullable Instant knownStuckAt() {
        return stuckAt == null || lookedAt == null || lookedAt.isBefore(stuckAt) ? null : stuckAt;
    }

    TrackedRow row(Instant now) {
        Course course = new Course(state, stateAt, handedOverAt, firstAttemptAt, attempts, deliveredAt, lastScanAt);
        Promise.Verdict promise = state == TrackingStatus.CANCELLED
                ? Promise.Verdict.NONE
                : Promise.of(promisedBy, shipBy, course, expectedAt, now).verdict();
        List<Trouble> troubles =
                open == null && state != TrackingStatus.LOST && state != TrackingStatus.RETURNED_TO_SENDER
                        ? List.of()
                        : Trouble.of(state, handedOverAt != null, promise, lateAt, knownStuckAt(), now);
        return new TrackedRow(
                id(),
                new SellerId(sellerId),
                order(),
                new ParcelId(parcelId),
                new ConnectionId(connectionId),
                carrierCode,
                product,
                trackingNumber,
                state,
                stateAt,
                open != null,
                boughtAt,
                handedOverAt,
                firstAttemptAt,
                attempts,
                deliveredAt,
                expectedAt,
                promisedBy,
                promise,
                troubles,
                lookedAt);
    }
}
