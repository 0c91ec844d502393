package org.packhaus.shipment;

import java.util.List;
import org.packhaus.order.OrderId;
import org.packhaus.order.Problem;

/**
 * What came of booking an order.
 *
 * @param lead the order in whose parcels it leaves, which pays for them: nearly always itself
 * @param problems what stood in the way before any money; then there are no labels
 * @param labels what came of each parcel's label
 */
public record OrderBooking(OrderId order, OrderId lead, List<Problem> problems, List<LabelOutcome> labels) {
    public OrderBooking {
        problems = List.copyOf(problems);
        labels = List.copyOf(labels);
    }
}
