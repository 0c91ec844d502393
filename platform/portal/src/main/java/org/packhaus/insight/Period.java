package org.packhaus.insight;

/** How far back labels and spend are counted, today included. */
public enum Period {
    TODAY(1),
    WEEK(7),
    MONTH(30);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
