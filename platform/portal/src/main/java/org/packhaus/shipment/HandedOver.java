package org.packhaus.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;

/** The carrier was told of this label at a day's end. Appended, never changed. */
@Entity
@Table(name = "hand_over")
@Filter(name = "seller")
class HandedOver {
    @Id
    private long purchaseId;

    private long sellerId;
    private long orderId;
    private long closeId;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected HandedOver() {}

    HandedOver(LabelPurchase purchase, long closing, Instant at) {
        this.purchaseId = purchase.id().value();
        this.sellerId = purchase.sellerId().value();
        this.orderId = purchase.order().value();
        this.closeId = closing;
        this.at = at;
    }
}
