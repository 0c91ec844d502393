package org.packhaus.desk;

import java.util.Set;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;

/** Which orders a person means: some that were ticked, or all that match, none of which need be on the screen. */
public sealed interface Chosen {

    /** The most that are worked on at once; whoever means more narrows the list. */
    int MOST = 10_000;

    record These(Set<OrderId> orders) implements Chosen {
        public These {
            orders = Set.copyOf(orders);
        }
    }

    record Matching(OrderFilter filter) implements Chosen {}
}
