package org.packhaus.order;

/** In which order the list is read. Each way is one index read from one end. */
public enum OrderSort {
    /** By when it must leave: what is to do, the most urgent first; what is done, from the newest back. */
    SHIP_BY,
    /** What was ordered last comes first. */
    NEWEST,
    /** What has waited longest comes first. */
    OLDEST;

    String column() {
        return this == SHIP_BY ? "dueAt" : "orderedAt";
    }

    boolean down(OrderTab tab) {
        return switch (this) {
            case SHIP_BY -> tab.newestFirst();
            case NEWEST -> true;
            case OLDEST -> false;
        };
    }
}
