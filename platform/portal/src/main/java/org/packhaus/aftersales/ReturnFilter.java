package org.packhaus.aftersales;

import java.util.Set;
import org.packhaus.seller.SellerId;

/**
 * Which returns a person wants to see. Empty texts and sets do not narrow.
 *
 * @param sellers among those in scope
 * @param reason the channel's code of why it was decided so
 * @param sku exactly this one
 * @param carrier code of who brings it
 */
public record ReturnFilter(ReturnTab tab, Set<SellerId> sellers, String reason, String sku, String carrier) {
    public ReturnFilter {
        sellers = Set.copyOf(sellers);
    }

    public static ReturnFilter of(ReturnTab tab) {
        return new ReturnFilter(tab, Set.of(), "", "", "");
    }

    public ReturnFilter with(ReturnTab value) {
        return new ReturnFilter(value, sellers, reason, sku, carrier);
    }
}
