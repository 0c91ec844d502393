package org.packhaus.plugin.dpd;

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

/** What DPD sells. Countries that ask for customs papers are left out: nothing is declared with DPD here. */
enum DpdProduct {
    CL("DPD Classic", "101", union()),
    E12("DPD 12:00", "225", Set.of(CountryCode.DE)),
    E18("DPD 18:00", "155", Set.of(CountryCode.DE));

    private static final int MOST_GRAMS = 31_500;

    private final String groupCode;
    private final CarrierProduct product;

    DpdProduct(String title, String groupCode, Set<CountryCode> countries) {
        this.groupCode = groupCode;
        this.product = new CarrierProduct(
                name(), title, countries, Weight.grams(MOST_GRAMS), Optional.empty(), Set.of(Service.Kind.INSURANCE));
    }

    static Optional<DpdProduct> find(String id) {
        return Arrays.stream(values()).filter(p -> p.name().equals(id)).findFirst();
    }

    static List<CarrierProduct> all() {
        return Arrays.stream(values()).map(DpdProduct::product).toList();
    }

    CarrierProduct product() {
        return product;
    }

    /** How that account calls it. */
    String code(DpdSettings settings) {
        return settings.groupCodes() ? groupCode : name();
    }

    /** The customs union. */
    private static Set<CountryCode> union() {
        return Stream.of(
                        "DE", "AT", "BE", "BG", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT",
                        "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK")
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
