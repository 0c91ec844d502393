package org.packhaus.seller;

/** A seller's configured account at a plugin's extension. */
public record ConnectionId(long value) {
    public ConnectionId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a connection's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
