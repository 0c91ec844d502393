package org.packhaus.plugin.ups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/**
 * What UPS sells within Germany and the customs union. Countries that ask for customs papers are left out, for nothing is declared
 * with UPS here, and so is Ireland, where UPS wants the county, which our addresses do not have. A parcel weighs 70 kg at most; how large it may be is a rule of girth, see {@link Shipment}.
 */
enum UpsProduct {
    STANDARD("11", "UPS Standard"),
    EXPRESS_SAVER("65", "UPS Express Saver"),
    EXPRESS("07", "UPS Express");

    private static final int HEAVIEST_GRAMS = 70_000;

    private final CarrierProduct product;

    UpsProduct(String code, String title) {
        this.product = new CarrierProduct(
                code,
                title,
                customsUnion(),
                Weight.grams(HEAVIEST_GRAMS),
                Optional.empty(),
                Set.of(
                        Service.Kind.INSURANCE,
                        Service.Kind.SIGNATURE,
                        Service.Kind.AGE_CHECK,
                        Service.Kind.NO_NEIGHBOUR,
                        Service.Kind.CLIMATE));
    }

    static Optional<UpsProduct> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code().equals(code)).findFirst();
    }

    static List<CarrierProduct> all() {
        return Arrays.stream(values()).map(UpsProduct::product).toList();
    }

    CarrierProduct product() {
        return product;
    }

    /** UPS's service code. */
    String code() {
        return product.id();
    }

    private static Set<CountryCode> customsUnion() {
        return Stream.of(
                        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IT", "LT",
                        "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
