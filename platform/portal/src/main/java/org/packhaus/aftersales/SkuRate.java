package org.packhaus.aftersales;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ReturnedItem;

/**
 * How often a SKU came back, and why.
 *
 * @param pieces that came back, or are about to
 * @param refused of them
 * @param sent in the same time; 0 if none, or nobody knows
 * @param reasons how often each was given, by the channel's code
 */
public record SkuRate(String sku, String title, long pieces, long refused, long sent, Map<String, Long> reasons) {
    public SkuRate {
        reasons = Map.copyOf(reasons);
    }

    static SkuRate of(String sku, String title, @Nullable String reason, ReturnedItem.State state, long pieces) {
        return new SkuRate(
                sku,
                title,
                pieces,
                state == ReturnedItem.State.REJECTED ? pieces : 0,
                0,
                reason == null ? Map.of() : Map.of(reason, pieces));
    }

    SkuRate with(SkuRate other) {
        Map<String, Long> both = new TreeMap<>(reasons);
        other.reasons.forEach((reason, times) -> both.merge(reason, times, Long::sum));
        return new SkuRate(sku, title, pieces + other.pieces, refused + other.refused, sent, both);
    }

    SkuRate outOf(long all) {
        return new SkuRate(sku, title, pieces, refused, all, reasons);
    }
}
