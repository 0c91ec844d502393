package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;

/**
 * A shipment of an order.
 *
 * @param number within its order, from 1
 * @param product the carrier's own code
 * @param reason why this carrier, a stable code: {@code seller-default}
 */
public record ShipmentRow(
        ShipmentId id,
        OrderId order,
        int number,
        ConnectionId carrier,
        String product,
        String reason,
        Instant createdAt,
        List<ParcelRow> parcels) {
    public ShipmentRow {
        parcels = List.copyOf(parcels);
    }
}
