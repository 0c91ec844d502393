package org.packhaus.print;

/** A printer of this install. */
public record PrinterId(long value) {
    public PrinterId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a printer's id: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
