package org.packhaus.shipment;

import java.time.Instant;

/**
 * The report of a parcel to the sales channel.
 *
 * @param channelShipmentId the channel's own id of it; empty until it is known
 * @param problemCode why it waits, was refused or stopped; else empty
 */
public record ConfirmationRow(
        ConfirmationId id,
        PurchaseId purchase,
        ConfirmationState state,
        String carrierCode,
        String trackingNumber,
        Instant shippedAt,
        Instant since,
        String channelShipmentId,
        String problemCode,
        String problemText) {}
