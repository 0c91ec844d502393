package org.packhaus.order;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether an order can be picked. */
public enum StockLight {
    /** Every tracked piece is reserved. */
    GREEN,
    /** Some are. */
    PARTLY,
    /** None is. */
    RED,
    /** Nobody counts these goods. */
    NONE;

    /** Of orders that leave together. */
    static StockLight of(List<StockLight> lights) {
        Set<StockLight> counted = EnumSet.noneOf(StockLight.class);
        lights.stream().filter(light -> light != NONE).forEach(counted::add);
        return switch (counted.size()) {
            case 0 -> NONE;
            case 1 -> counted.iterator().next();
            default -> PARTLY;
        };
    }
}
