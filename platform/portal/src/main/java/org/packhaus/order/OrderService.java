package org.packhaus.order;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.springframework.stereotype.Service;

/** Shows orders and does to them what people and other rooms may do. Sees the sellers in scope only. */
@Service
public class OrderService {
    OrderService() {}

    /** One page of the list; the most urgent first, what is done from the newest back. */
    public OrderPage page(OrderFilter filter, @Nullable OrderCursor after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many orders each tab would show with this filter. */
    public OrderCounts counts(OrderFilter filter) {
        throw new UnsupportedOperationException();
    }

    /** Those of the orders that are in scope, in no particular order: to refresh rows on the screen. */
    public List<OrderRow> rows(Collection<OrderId> orders) {
        throw new UnsupportedOperationException();
    }

    /** @throws OrderException if there is no such order in scope */
    public OrderDetails details(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** @throws OrderException if there is no such order in scope */
    public ShippableOrder shippable(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** {@link #shippable(OrderId)} for many in a handful of statements; those not in scope are left out. */
    public List<ShippableOrder> shippable(Collection<OrderId> orders) {
        throw new UnsupportedOperationException();
    }

    /** Stops an order until it is released. */
    public void hold(OrderId order, String reason) {
        throw new UnsupportedOperationException();
    }

    public void release(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** Writes a person's note into the timeline. */
    public void note(OrderId order, String text) {
        throw new UnsupportedOperationException();
    }

    /** Puts a corrected address beside the channel's, which is kept; checks it and clears or sets the problem. */
    public void correctAddress(OrderId order, Address corrected) {
        throw new UnsupportedOperationException();
    }

    /** Flags an order; a problem already there is replaced. */
    public void markProblem(OrderId order, Problem problem) {
        throw new UnsupportedOperationException();
    }

    /** Takes the flag away, whatever it says. */
    public void clearProblem(OrderId order) {
        throw new UnsupportedOperationException();
    }

    /** Takes the flag away if it has one of these codes. */
    public void clearProblem(OrderId order, Set<String> codes) {
        throw new UnsupportedOperationException();
    }

    /** Takes over what the shipment room says. Joins its transaction. */
    public void applyShipmentState(OrderId order, ShipmentState state) {
        throw new UnsupportedOperationException();
    }

    /** Takes over what the stock room says. Joins its transaction. */
    public void applyStockLight(OrderId order, StockLight light) {
        throw new UnsupportedOperationException();
    }

    /** Appends to the timeline. Joins a transaction if there is one. */
    public void timeline(OrderId order, String code, String text) {
        throw new UnsupportedOperationException();
    }
}
