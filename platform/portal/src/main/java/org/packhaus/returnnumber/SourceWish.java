package org.packhaus.returnnumber;

import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;

/**
 * How a person wants a source to be.
 *
 * @param always also where the label would bring a number by itself
 * @param connection whose return labels are bought; for {@link SourceKind#API} only
 * @param lowWater how many free numbers a pool should have at least; 0 gives no alarm
 */
public record SourceWish(
        SourceKind kind, boolean always, @Nullable ConnectionId connection, int lowWater) {
    public SourceWish {
        if (lowWater < 0) {
            throw new ReturnNumberException("low-water-negative", "The alarm level of a pool is 0 or more.");
        }
        if (kind == SourceKind.API && connection == null) {
            throw new ReturnNumberException(
                    "source-without-connection", "Choose the connection whose return labels are bought.");
        }
    }
}
