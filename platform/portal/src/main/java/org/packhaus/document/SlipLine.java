package org.packhaus.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pieces of one SKU on a slip.
 *
 * @param sku the seller's number
 * @param articleNumber the channel's number; empty if none
 * @param title what it is
 * @param ean empty if none
 * @param count how many pieces, at least one
 * @param attributes what tells variants apart, by display name, in printing order
 * @param takesBackOldAppliance whether the buyer ordered the take-back of an old appliance with it
 * @param under what stands above it and those that follow with the same, where a parcel holds several orders; empty for nothing
 */
public record SlipLine(
        String sku,
        String articleNumber,
        String title,
        String ean,
        int count,
        Map<String, String> attributes,
        boolean takesBackOldAppliance,
        String under) {
    public SlipLine {
        if (count < 1) {
            throw new IllegalArgumentException("No pieces of " + sku);
        }
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** A line of a slip of one order. */
    public SlipLine(
            String sku,
            String articleNumber,
            String title,
            String ean,
            int count,
            Map<String, String> attributes,
            boolean takesBackOldAppliance) {
        this(sku, articleNumber, title, ean, count, attributes, takesBackOldAppliance, "");
    }
}
