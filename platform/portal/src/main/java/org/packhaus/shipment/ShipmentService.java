package org.packhaus.shipment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;
import org.springframework.stereotype.Service;

/** Ships orders: labels, parcels, confirmation. Sees the sellers in scope only. */
@Service
public class ShipmentService {
    private final Parcels parcels;

    ShipmentService(Parcels parcels) {
        this.parcels = parcels;
    }

    /** The shipments of an order with their parcels, numbers, documents and states; oldest first. */
    public List<ShipmentRow> ofOrder(OrderId order) {
        return parcels.ofOrders(List.of(order));
    }

    /** What stands in the way of a label, before any money: an empty list for orders that may be booked. */
    public Map<OrderId, List<Problem>> check(Collection<OrderId> orders) {
        throw new UnsupportedOperationException();
    }
}
