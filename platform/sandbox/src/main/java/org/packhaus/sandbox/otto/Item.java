package org.packhaus.sandbox.otto;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.sandbox.world.Product;

/** A position item. Changed only while its {@link OrderBook} is held. */
public final class Item {

    final String positionItemId;
    final Product product;
    final BigDecimal reduction;
    final boolean weeePickup;
    final Instant expectedDelivery;
    FulfillmentStatus status;

    @Nullable
    Instant processableAt;

    @Nullable
    Instant sentAt;

    @Nullable
    Instant cancelledAt;

    @Nullable
    String cancellationReason;

    /** When a cancellation that was accepted takes effect. */
    @Nullable
    Instant cancelDue;

    @Nullable
    String shipmentId;

    @Nullable
    TrackingKey tracking;

    @Nullable
    TrackingKey returnTracking;

    @Nullable
    Instant returnedAt;

    /** OTTO took it back, not the seller. */
    boolean acceptedByMarketplace;

    /** @param reduction what a discount takes off the price, 0 for none */
    public Item(
            String positionItemId,
            Product product,
            BigDecimal reduction,
            boolean weeePickup,
            Instant expectedDelivery,
            FulfillmentStatus status) {
        this.positionItemId = positionItemId;
        this.product = product;
        this.reduction = reduction;
        this.weeePickup = weeePickup;
        this.expectedDelivery = expectedDelivery;
        this.status = status;
    }

    public Item processable(Instant at) {
        status = FulfillmentStatus.PROCESSABLE;
        processableAt = at;
        return this;
    }

    public Item cancelled(FulfillmentStatus by, String reason, Instant at) {
        status = by;
        cancellationReason = reason;
        cancelledAt = at;
        cancelDue = null;
        return this;
    }

    /** What the buyer pays for it, tax included. */
    BigDecimal price() {
        return product.price().subtract(reduction);
    }

    /** May it leave as a parcel right now? */
    boolean shippable() {
        return status == FulfillmentStatus.PROCESSABLE && cancelDue == null && !product.forwarder();
    }
}
