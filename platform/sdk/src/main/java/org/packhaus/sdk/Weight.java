package org.packhaus.sdk;

/**
 * A weight.
 *
 * @param grams more than zero: a parcel of no weight is a mistake that carriers fine
 */
public record Weight(int grams) implements Comparable<Weight> {
    public Weight {
        if (grams <= 0) {
            throw new IllegalArgumentException("A weight is more than 0 g, not " + grams);
        }
    }

    /** That many grams. */
    public static Weight grams(int grams) {
        return new Weight(grams);
    }

    /** The sum. */
    public Weight plus(Weight other) {
        return new Weight(Math.addExact(grams, other.grams));
    }

    @Override
    public int compareTo(Weight other) {
        return Integer.compare(grams, other.grams);
    }

    @Override
    public String toString() {
        return grams + " g";
    }
}
