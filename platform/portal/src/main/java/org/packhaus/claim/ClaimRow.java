package org.packhaus.claim;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.shipment.PurchaseId;

/**
 * A claim to a carrier.
 *
 * @param trackingNumber of the parcel, as it stood on its label
 * @param amount asked for; null until somebody says how much
 * @param paid what the carrier paid; null before
 * @param carrierReference what the carrier files it under; empty while it is not known
 * @param deadline until when the carrier wants to have it; null if nobody said so
 * @param stateAt since when it stands so
 */
public record ClaimRow(
        ClaimId id,
        SellerId seller,
        OrderId order,
        PurchaseId label,
        ConnectionId carrier,
        String trackingNumber,
        ClaimReason reason,
        ClaimState state,
        @Nullable Money amount,
        @Nullable Money paid,
        String carrierReference,
        @Nullable LocalDate deadline,
        Instant createdAt,
        String createdBy,
        Instant stateAt) {}
