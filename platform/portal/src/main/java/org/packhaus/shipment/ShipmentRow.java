package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Service;
import org.packhaus.seller.ConnectionId;

/**
 * A shipment of an order.
 *
 * @param number within its order, from 1
 * @param product the carrier's own code
 * @param services what is added to the product
 */
public record ShipmentRow(
        ShipmentId id,
        OrderId order,
        int number,
        ConnectionId carrier,
        String product,
        List<Service> services,
        CarrierReason reason,
        Instant createdAt,
        List<ParcelRow> parcels) {
    public ShipmentRow {
        services = List.copyOf(services);
        parcels = List.copyOf(parcels);
    }
}
