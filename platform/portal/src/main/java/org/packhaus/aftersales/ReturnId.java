package org.packhaus.aftersales;

/** A piece that comes back. */
public record ReturnId(long value) {
    public ReturnId {
        if (value <= 0) {
            throw new IllegalArgumentException("not an id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
