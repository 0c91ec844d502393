package org.packhaus.aftersales;

/** A part of a price that is given back. */
public record CutId(long value) {
    public CutId {
        if (value <= 0) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
