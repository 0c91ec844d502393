package org.packhaus.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.shipment.PurchaseId;

/**
 * What the channel itself has heard of a parcel.
 *
 * @param rawState the newest, in the channel's word; empty before it was asked
 * @param behindSince since when it should know what the carrier says; null while the two agree
 */
public record ChannelRow(
        PurchaseId label,
        String rawState,
        TrackingStatus state,
        @Nullable Instant stateAt,
        @Nullable Instant lookedAt,
        @Nullable Instant behindSince) {}
