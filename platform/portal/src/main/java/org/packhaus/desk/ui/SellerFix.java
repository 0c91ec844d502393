package org.packhaus.desk.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * Where a problem is mended that lies with the seller and not with the order.
 *
 * @param part of the seller's page
 */
record SellerFix(String part) {
    private static final Set<String> NUMBERS =
            Set.of("return-pool-empty", "no-return-number", "return-carrier-differs", "no-return-labels");
    private static final Set<String> CONNECTIONS =
            Set.of("connection-paused", "connection-broken", "channel-unavailable", "settings-invalid");
    private static final Set<String> SETTINGS =
            Set.of("no-carrier", "sender-incomplete", "product-unknown", "no-weight");

    /** Empty if it is mended at the order. */
    static Optional<SellerFix> of(@Nullable String code) {
        String word = code == null ? "" : code.toLowerCase(Locale.ROOT).replace('_', '-');
        if (NUMBERS.contains(word)) {
            return Optional.of(new SellerFix("numbers"));
        }
        if (CONNECTIONS.contains(word)) {
            return Optional.of(new SellerFix("connections"));
        }
        return SETTINGS.contains(word) ? Optional.of(new SellerFix("settings")) : Optional.empty();
    }

    String href(SellerId seller) {
        return "sellers/" + seller + "/" + part;
    }

    /** What the link says. */
    String textKey() {
        return "fix.seller." + part;
    }
}
