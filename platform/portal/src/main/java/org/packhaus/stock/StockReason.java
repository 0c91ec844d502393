package org.packhaus.stock;

/** Why a number changed. */
public enum StockReason {
    /** Somebody counted. */
    COUNTED,
    /** Goods came in. */
    RECEIVED,
    /** Broken or lost. */
    WRITTEN_OFF,
    /** Came back from a buyer. */
    RETURNED,
    /** Left in a parcel. */
    SENT,
    /** Had not left after all, says the channel. */
    NOT_SENT,
    /** From a list. */
    LIST
}
