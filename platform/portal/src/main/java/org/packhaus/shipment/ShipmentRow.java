package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;

/**
 * A shipment of an order.
 *
 * @param number within its order, from 1
 * @param pick who brings it and why; null until it is booked for the first time
 */
public record ShipmentRow(
        ShipmentId id,
        OrderId order,
        int number,
        @Nullable CarrierPick pick,
        Instant createdAt,
        List<ParcelRow> parcels) {
    public ShipmentRow {
        parcels = List.copyOf(parcels);
    }
}
