package org.packhaus.print;

/** A print station of this install. */
public record StationId(long value) {
    public StationId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a station's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
