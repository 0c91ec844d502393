package org.packhaus.rule;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Service;

/**
 * What a product costs under one contract, in euros before tax.
 *
 * @param surcharges for services; one that is not named here has no known price
 */
public record PriceTable(List<PriceBand> bands, Map<Service.Kind, BigDecimal> surcharges) {
    public PriceTable {
        bands = List.copyOf(bands);
        surcharges = Map.copyOf(surcharges);
    }

    /** Price and days of one parcel. */
    record Priced(Money price, Optional<Integer> days) {}

    /** Empty if the table does not say: no line for such a parcel, an unknown weight, or a service without a price. */
    Optional<Priced> price(Facts parcel, List<Service> services) {
        if (parcel.weight().isEmpty() || !services.stream().map(Service::kind).allMatch(surcharges::containsKey)) {
            return Optional.empty();
        }
        int grams = parcel.weight().get().grams();
        boolean named = bands.stream().anyMatch(band -> band.zone().contains(parcel.country()));
        return bands.stream()
                .filter(band -> named
                        ? band.zone().contains(parcel.country())
                        : band.zone().isEmpty())
                .filter(band -> grams <= band.maxGrams() && fits(parcel, band.max()))
                .min(Comparator.comparing(PriceBand::price))
                .map(band -> new Priced(sum(band.price(), services), Optional.ofNullable(band.days())));
    }

    /** An unknown size is taken to fit: most parcels of several pieces have none. */
    private static boolean fits(Facts parcel, @org.jspecify.annotations.Nullable Dimensions max) {
        return max == null || parcel.size().map(size -> Facts.fits(size, max)).orElse(true);
    }

    private Money sum(BigDecimal price, List<Service> services) {
        BigDecimal sum = services.stream()
                .map(service -> surcharges.getOrDefault(service.kind(), BigDecimal.ZERO))
                .reduce(price, BigDecimal::add);
        return Money.of(sum, "EUR");
    }
}
