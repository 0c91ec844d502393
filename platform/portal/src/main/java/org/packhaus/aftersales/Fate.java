package org.packhaus.aftersales;

/** What became of the goods. */
public enum Fate {
    /** Nobody said yet. */
    OPEN,
    RESTOCKED,
    WRITTEN_OFF
}
