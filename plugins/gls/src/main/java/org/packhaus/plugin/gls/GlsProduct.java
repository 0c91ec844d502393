package org.packhaus.plugin.gls;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/** What GLS sells here: parcels within the customs union, up to 40 kg, 200 × 80 × 60 cm and 300 cm of length and girth. */
final class GlsProduct {
    private static final Dimensions LARGEST = new Dimensions(2000, 800, 600);
    private static final int LENGTH_AND_GIRTH = 3000;

    static final CarrierProduct PARCEL = new CarrierProduct(
            "PARCEL",
            "GLS Paket",
            customsUnion(),
            Weight.grams(40_000),
            Optional.of(LARGEST),
            Set.of(Service.Kind.PREFERRED_LOCATION));

    private GlsProduct() {}

    static boolean fits(Dimensions sides) {
        return sides.length() <= LARGEST.length()
                && sides.width() <= LARGEST.width()
                && sides.height() <= LARGEST.height()
                && sides.length() + 2 * (sides.width() + sides.height()) <= LENGTH_AND_GIRTH;
    }

    private static Set<CountryCode> customsUnion() {
        return Stream.of(
                        "DE", "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
                        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
