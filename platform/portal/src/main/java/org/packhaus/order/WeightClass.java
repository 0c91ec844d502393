package org.packhaus.order;

import org.jspecify.annotations.Nullable;

/** How heavy an order's goods are together, in the steps carriers price by. */
public enum WeightClass {
    /** At least one piece's weight is not known. */
    UNKNOWN(0),
    TO_1(1_000),
    TO_2(2_000),
    TO_5(5_000),
    TO_10(10_000),
    TO_31(31_500),
    /** More than a parcel carrier takes. */
    OVER(Integer.MAX_VALUE);

    private final int upToGrams;

    WeightClass(int upToGrams) {
        this.upToGrams = upToGrams;
    }

    static WeightClass of(@Nullable Integer grams) {
        if (grams == null) {
            return UNKNOWN;
        }
        for (WeightClass one : values()) {
            if (one != UNKNOWN && grams <= one.upToGrams) {
                return one;
            }
        }
        return OVER;
    }
}
