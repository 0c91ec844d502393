package org.packhaus.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.tracking.TrackedRow;

/** What is asked back from a carrier. There is at most one of a parcel that is not over. */
@Entity
@Table(name = "claim")
@Filter(name = "seller")
class Claim {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "claim_seq")
    @SequenceGenerator(name = "claim_seq", sequenceName = "claim_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long purchaseId;
    private long connectionId;
    private String trackingNumber;

    @Enumerated(EnumType.STRING)
    private ClaimReason reason;

    @Enumerated(EnumType.STRING)
    private ClaimState state = ClaimState.OPEN;

    @Nullable
    private Integer unfinished = 1;

    @Nullable
    private BigDecimal amount;

    @Nullable
    private BigDecimal paidAmount;

    private String currency = "EUR";
    private String carrierReference = "";

    @Nullable
    @Column(name = "deadline_on")
    private LocalDate deadline;

    private Instant createdAt;
    private String createdBy;
    private Instant stateAt;

    @SuppressWarnings("NullAway.Init")
    protected Claim() {}

    Claim(TrackedRow parcel, ClaimReason reason, Instant now, String by) {
        this.sellerId = parcel.seller().value();
        this.orderId = parcel.order().value();
        this.purchaseId = parcel.label().value();
        this.connectionId = parcel.carrier().value();
        this.trackingNumber = parcel.trackingNumber();
        this.reason = reason;
        this.createdAt = now;
        this.createdBy = by;
        this.stateAt = now;
    }

    /** Takes over what a person typed. */
    void says(@Nullable Money asked, String reference, @Nullable LocalDate until) {
        if (asked != null) {
            currency = asked.currency().getCurrencyCode();
        }
        amount = asked == null ? null : asked.amount();
        carrierReference = reference;
        deadline = until;
    }

    void into(ClaimState wanted, @Nullable Money paid, Instant now) {
        if (!state.next().contains(wanted)) {
            throw new ClaimException(
                    "claim-state",
                    "The claim is " + state + " by now and cannot become " + wanted + ". Reload and look again.");
        }
        state = wanted;
        stateAt = now;
        unfinished = wanted == ClaimState.PAID || wanted == ClaimState.DROPPED ? null : Integer.valueOf(1);
        if (wanted == ClaimState.PAID) {
            paidAmount = paid == null ? amount : paid.amount();
            currency = paid == null ? currency : paid.currency().getCurrencyCode();
        }
    }

    ClaimId id() {
        return new ClaimId(Objects.requireNonNull(id, "saved"));
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    PurchaseId label() {
        return new PurchaseId(purchaseId);
    }

    ClaimState state() {
        return state;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    private @Nullable Money money(@Nullable BigDecimal of) {
        return of == null ? null : Money.of(of, currency);
    }

    ClaimRow row() {
        return new ClaimRow(
                id(),
                seller(),
                order(),
                label(),
                new ConnectionId(connectionId),
                trackingNumber,
                reason,
                state,
                money(amount),
                money(paidAmount),
                carrierReference,
                deadline,
                createdAt,
                createdBy,
                stateAt);
    }
}
