package org.packhaus.order;

import java.util.Map;

/**
 * How many orders each tab shows.
 *
 * @param byTab at most {@value #CAP} each, which means "{@value #CAP} or more"
 * @param atLeast a search found so many that counting stopped: each tab shows that many or more
 */
public record OrderCounts(Map<OrderTab, Integer> byTab, boolean atLeast) {
    /** Before anything was counted. */
    public static final OrderCounts NONE = new OrderCounts(Map.of(), false);

    public static final int CAP = 10_000;

    public OrderCounts {
        byTab = Map.copyOf(byTab);
    }

    public int of(OrderTab tab) {
        return byTab.getOrDefault(tab, 0);
    }

    public boolean isCapped(OrderTab tab) {
        return atLeast || of(tab) >= CAP;
    }
}
