package org.packhaus.stock;

/** Which goods a list shows. */
public enum StockShow {
    ALL,
    /** Those of which so few are left to sell that somebody wants to be told, sold out ones included. */
    LOW,
    /** Those of which nothing is left to sell. */
    OUT
}
