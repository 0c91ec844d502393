package org.packhaus.seller;

/** A seller of this install. */
public record SellerId(long value) implements Comparable<SellerId> {
    public SellerId {
        if (value <= 0) {
            throw new IllegalArgumentException("not a seller's id: " + value);
        }
    }

    @Override
    public int compareTo(SellerId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
