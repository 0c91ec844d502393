package org.packhaus.sandbox.world;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a seller offers.
 *
 * @param attributes what tells the variant from its sisters (colour, size); these are OTTO's "dimensions"
 * @param profile the key of the shipping profile: PARCEL, EXPRESS, FORWARDER or CURBSIDE
 * @param hue the colour of its picture, 0 to 359
 */
public record Product(
        String sku,
        String articleNumber,
        String ean,
        String title,
        String brand,
        String category,
        BigDecimal price,
        Map<String, String> attributes,
        List<PackingUnit> packingUnits,
        String profile,
        boolean electrical,
        int hue) {

    public boolean forwarder() {
        return profile.equals("FORWARDER") || profile.equals("CURBSIDE");
    }

    /** Grams of all its boxes. */
    public int weight() {
        return packingUnits.stream().mapToInt(PackingUnit::weight).sum();
    }
}
