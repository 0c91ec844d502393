package org.packhaus.aftersales;

/** A picture of what came back. */
public record PhotoId(long value) {
    public PhotoId {
        if (value <= 0) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
