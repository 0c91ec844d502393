package org.packhaus.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** That a person corrected a number of a label. Never changed, only its reason is emptied with the buyer; the newest of a kind counts. */
@Entity
@Table(name = "number_correction")
@Filter(name = "seller")
class NumberCorrection {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "number_correction_seq")
    @SequenceGenerator(name = "number_correction_seq", sequenceName = "number_correction_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private long parcelId;
    private long purchaseId;

    @Enumerated(EnumType.STRING)
    private CorrectionRow.Kind kind;

    private String numberBefore;
    private String numberAfter;
    private String why;
    private String correctedBy;
    private Instant correctedAt;

    @SuppressWarnings("NullAway.Init")
    protected NumberCorrection() {}

    NumberCorrection(
            LabelPurchase label,
            CorrectionRow.Kind kind,
            String before,
            String after,
            String why,
            String by,
            Instant now) {
        this.sellerId = label.sellerId().value();
        this.orderId = label.order().value();
        this.parcelId = label.parcelId().value();
        this.purchaseId = label.id().value();
        this.kind = kind;
        this.numberBefore = before;
        this.numberAfter = after;
        this.why = Objects.requireNonNull(LabelPurchase.cut(why, 500));
        this.correctedBy = Objects.requireNonNull(LabelPurchase.cut(by, 120));
        this.correctedAt = now;
    }

    ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    CorrectionRow row() {
        return new CorrectionRow(
                new PurchaseId(purchaseId), kind, numberBefore, numberAfter, why, correctedBy, correctedAt);
    }
}
