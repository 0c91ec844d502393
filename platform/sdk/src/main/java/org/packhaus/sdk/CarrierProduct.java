package org.packhaus.sdk;

import java.util.Optional;
import java.util.Set;

/**
 * One product a carrier sells.
 *
 * @param id the carrier's own code: {@code V01PAK}
 * @param name as the carrier calls it: {@code DHL Paket}
 * @param countries destinations it serves; empty means everywhere
 * @param maxWeight heaviest parcel
 * @param maxDimensions largest parcel, longest side first; absent when only the carrier's girth rules apply
 * @param services what may be added to it
 */
public record CarrierProduct(
        String id,
        String name,
        Set<CountryCode> countries,
        Weight maxWeight,
        Optional<Dimensions> maxDimensions,
        Set<Service.Kind> services) {
    public CarrierProduct {
        countries = Set.copyOf(countries);
        services = Set.copyOf(services);
    }

    /** Whether it goes to that country. */
    public boolean serves(CountryCode country) {
        return countries.isEmpty() || countries.contains(country);
    }
}
