package org.packhaus.order;

/** Whether an order can be picked. */
public enum StockLight {
    /** Every tracked piece is reserved. */
    GREEN,
    /** Some are. */
    PARTLY,
    /** None is. */
    RED,
    /** Nobody counts these goods. */
    NONE
}
