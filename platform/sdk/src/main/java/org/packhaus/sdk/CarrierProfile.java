package org.packhaus.sdk;

import java.util.List;
import java.util.Optional;

/**
 * Who a carrier is and what it sells.
 *
 * @param id stable, lower-case, unique among all carriers: {@code dhl}
 * @param name as written on the parcel: {@code DHL}
 * @param carrierCode the trade's code for who moves the parcel, upper-case ({@code DHL}, {@code HERMES}, {@code DPD},
 *     {@code GLS}, {@code UPS}); sales channels map it to their own names
 * @param products in the order to offer them, the ordinary one first
 * @param reference lengths the carrier's reference field takes
 */
public record CarrierProfile(
        String id, String name, String carrierCode, List<CarrierProduct> products, ReferenceLimits reference) {
    public CarrierProfile {
        products = List.copyOf(products);
        if (products.isEmpty()) {
            throw new IllegalArgumentException("A carrier sells at least one product.");
        }
    }

    /**
     * How long a reference may be.
     *
     * @param min shortest, in characters
     * @param max longest, in characters
     */
    public record ReferenceLimits(int min, int max) {}

    /** The product of that id. */
    public Optional<CarrierProduct> product(String productId) {
        return products.stream().filter(p -> p.id().equals(productId)).findFirst();
    }
}
