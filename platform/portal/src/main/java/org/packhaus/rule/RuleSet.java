package org.packhaus.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A seller's shipping rules in one version.
 *
 * @param number counts the versions from 1; 0 while none was saved
 * @param rules in the order they are asked
 * @param savedBy empty while none was saved
 * @param restoredFrom the version this one brought back
 */
public record RuleSet(
        SellerId seller,
        int number,
        List<ShippingRule> rules,
        Instant savedAt,
        String savedBy,
        @Nullable Integer restoredFrom) {
    public RuleSet {
        rules = List.copyOf(rules);
    }

    static RuleSet none(SellerId seller) {
        return new RuleSet(seller, 0, List.of(), Instant.EPOCH, "", null);
    }
}
