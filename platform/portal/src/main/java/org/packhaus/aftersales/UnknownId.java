package org.packhaus.aftersales;

/** A parcel that came and nobody had announced. */
public record UnknownId(long value) {
    public UnknownId {
        if (value <= 0) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
