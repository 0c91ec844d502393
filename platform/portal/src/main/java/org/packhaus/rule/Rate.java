package org.packhaus.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.rule.PriceTable.Priced;
import org.packhaus.sdk.Money;
import org.packhaus.shipment.CarrierReason.Considered;

/**
 * What a parcel would cost with a product, as far as anybody says.
 *
 * @param source whence it is, as {@link Considered#source()}; null if nobody was asked and no table says
 */
record Rate(
        Optional<Money> price,
        Optional<Integer> days,
        @Nullable String source) {
    private static final Rate UNKNOWN = new Rate(Optional.empty(), Optional.empty(), null);

    static Rate table(Optional<Priced> priced) {
        return priced.map(known -> new Rate(Optional.of(known.price()), known.days(), Considered.TABLE))
                .orElse(UNKNOWN);
    }
}
