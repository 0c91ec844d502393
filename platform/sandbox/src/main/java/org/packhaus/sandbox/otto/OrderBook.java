package org.packhaus.sandbox.otto;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sandbox.world.SandboxClock;

/**
 * All orders of all sellers. Whoever reads or changes orders or shipments holds the book ({@code synchronized}); it is small, and one
 * lock is easy to believe in.
 */
public final class OrderBook {

    private final SandboxClock clock;
    private final Map<String, Order> bySalesOrderId = new LinkedHashMap<>();
    private final Map<String, Order> byNumber = new HashMap<>();
    private final Map<String, Order> byItem = new HashMap<>();

    OrderBook(SandboxClock clock) {
        this.clock = clock;
    }

    public synchronized void add(Order order) {
        bySalesOrderId.put(order.salesOrderId, order);
        byNumber.put(order.orderNumber, order);
        order.items.forEach(item -> byItem.put(item.positionItemId, order));
    }

    synchronized void clear() {
        bySalesOrderId.clear();
        byNumber.clear();
        byItem.clear();
    }

    synchronized Optional<Order> find(String salesOrderIdOrNumber) {
        Order order = bySalesOrderId.getOrDefault(salesOrderIdOrNumber, byNumber.get(salesOrderIdOrNumber));
        if (order != null) {
            order.settle(clock.now());
        }
        return Optional.ofNullable(order);
    }

    synchronized Optional<Order> ofItem(String positionItemId) {
        return Optional.ofNullable(byItem.get(positionItemId)).flatMap(order -> find(order.salesOrderId));
    }

    synchronized List<Order> of(String seller) {
        List<Order> found = new ArrayList<>();
        for (Order order : bySalesOrderId.values()) {
            if (seller.isEmpty() || order.seller.equals(seller)) {
                order.settle(clock.now());
                found.add(order);
            }
        }
        return found;
    }
}
