package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderItem;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;

/**
 * What a box will weigh and measure.
 *
 * @param weight the pieces' own where the catalogue knows all of them, else the seller's default; empty when there is neither
 * @param dimensions of a single piece in a single box; nobody knows how several lie in one
 */
record Packing(Optional<Weight> weight, Optional<Dimensions> dimensions) {

    static Packing of(List<OrderItem> items, int defaultGrams) {
        return of(items, 1, defaultGrams);
    }

    /** @param boxes over how many boxes each piece lies; the catalogue weighs all of them together */
    static Packing of(List<OrderItem> items, int boxes, int defaultGrams) {
        @Nullable Weight sum = null;
        boolean known = !items.isEmpty();
        for (OrderItem item : items) {
            Weight weight = item.weight();
            if (weight == null) {
                known = false;
                break;
            }
            sum = sum == null ? weight : sum.plus(weight);
        }
        Optional<Weight> weight = known
                ? Optional.ofNullable(sum).map(all -> Weight.grams(Math.ceilDiv(all.grams(), boxes)))
                : defaultGrams > 0 ? Optional.of(Weight.grams(defaultGrams)) : Optional.empty();
        Optional<Dimensions> dimensions = items.size() == 1 && boxes == 1
                ? Optional.ofNullable(items.getFirst().dimensions())
                : Optional.empty();
        return new Packing(weight, dimensions);
    }
}
