package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import org.packhaus.order.OrderItem;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CustomsUnion;

/** A parcel that leaves the customs union without customs data comes back, weeks later and for a fee. */
final class CustomsCheck {
    private CustomsCheck() {}

    /** @param items that would lie in the parcel */
    static Optional<Problem> check(ShippableOrder order, List<OrderItem> items) {
        Address to = order.deliverTo();
        if (to == null || CustomsUnion.holds(to)) {
            return Optional.empty();
        }
        List<String> silent = items.stream()
                .filter(item -> item.commodity() == null)
                .map(OrderItem::sku)
                .distinct()
                .sorted()
                .toList();
        return silent.isEmpty()
                ? Optional.empty()
                : Optional.of(new Problem(
                        "customs-data-missing",
                        "Order " + order.orderNumber()
                                + " passes customs, and customs asks for tariff number, country of"
                                + " origin, description and net weight of SKU " + String.join(", ", silent)
                                + ". Enter them under Stock."));
    }
}
