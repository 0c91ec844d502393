package org.packhaus.tracking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.ParcelId;
import org.packhaus.shipment.PurchaseId;

/**
 * A parcel on its way, or there.
 *
 * @param stateAt since when
 * @param open whether it is still watched
 * @param handedOverAt the first scan that proves it
 * @param attempts days on which a delivery was tried
 * @param expectedAt when the carrier says it comes
 * @param promisedBy the end of the day that the buyer was promised
 * @param promise how that stands
 * @param troubles the gravest first
 * @param lookedAt when the carrier was last asked; null before the first time
 */
public record TrackedRow(
        PurchaseId label,
        SellerId seller,
        OrderId order,
        ParcelId parcel,
        ConnectionId carrier,
        String carrierCode,
        String product,
        String trackingNumber,
        TrackingStatus state,
        Instant stateAt,
        boolean open,
        Instant boughtAt,
        @Nullable Instant handedOverAt,
        @Nullable Instant firstAttemptAt,
        int attempts,
        @Nullable Instant deliveredAt,
        @Nullable Instant expectedAt,
        @Nullable Instant promisedBy,
        Promise.Verdict promise,
        List<Trouble> troubles,
        @Nullable Instant lookedAt) {
    public TrackedRow {
        troubles = List.copyOf(troubles);
    }
}
