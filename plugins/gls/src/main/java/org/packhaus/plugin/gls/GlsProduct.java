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

/** What GLS sells here: parcels within the customs union, up to 40 kg and 200 × 80 × 60 cm. */
final class GlsProduct {
    static final CarrierProduct PARCEL = new CarrierProduct(
            "PARCEL",
            "GLS Paket",
            customsUnion(),
            Weight.grams(40_000),
            Optional.of(new Dimensions(2000, 800, 600)),
            Set.of(Service.Kind.PREFERRED_LOCATION));

    private GlsProduct() {}

    private static Set<CountryCode> customsUnion() {
        return Stream.of(
                        "DE", "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
                        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
