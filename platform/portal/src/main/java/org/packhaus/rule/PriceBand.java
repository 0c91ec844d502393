package org.packhaus.rule;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Dimensions;

/**
 * A line of a price table.
 *
 * @param zone destinations, ISO alpha-2; empty for every country that no other line names
 * @param maxGrams heaviest parcel at this price
 * @param max largest parcel at this price; null if size does not matter
 * @param price euros before tax
 * @param days working days until the first delivery attempt; null if the contract does not say
 */
public record PriceBand(
        Set<String> zone,
        int maxGrams,
        @Nullable Dimensions max,
        BigDecimal price,
        @Nullable Integer days) {
    public PriceBand {
        zone = Set.copyOf(zone);
    }
}
