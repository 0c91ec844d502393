package org.packhaus.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/**
 * What a carrier's price depends on, and nothing that tells one buyer from another. Weights are rounded up to 100 g and sides to a
 * centimetre: no price changes within them, and many orders share one answer.
 */
record ParcelShape(
        Weight weight, Optional<Dimensions> size, CountryCode country, String postcode, List<Service> services) {
    private static final int GRAMS = 100;
    private static final int MILLIMETRES = 10;
    private static final int LONGEST_KEY = 250;

    ParcelShape {
        services = List.copyOf(services);
    }

    /**
     * Empty if no carrier can be asked: the weight is unknown, it goes to a locker or a post office, whose prices nobody tells by
     * postcode, or it passes customs.
     */
    static Optional<ParcelShape> of(Facts parcel, List<Service> services) {
        if (parcel.weight().isEmpty() || parcel.pickup() || parcel.postcode().isEmpty()) {
            return Optional.empty();
        }
        return CountryCode.find(parcel.country())
                .filter(country -> CustomsUnion.holds(country, parcel.postcode()))
                .map(country -> new ParcelShape(
                        Weight.grams(up(parcel.weight().get().grams(), GRAMS)),
                        parcel.size().map(ParcelShape::up),
                        country,
                        parcel.postcode(),
                        services))
                .filter(one -> one.key().length() <= LONGEST_KEY);
    }

    private static Dimensions up(Dimensions size) {
        return new Dimensions(
                up(size.length(), MILLIMETRES), up(size.width(), MILLIMETRES), up(size.height(), MILLIMETRES));
    }

    private static int up(int value, int step) {
        return Math.ceilDiv(value, step) * step;
    }

    /** The same for the same shape: {@code DE 37073 900g 300x200x100 SIGNATURE}. */
    String key() {
        String sides =
                size.map(s -> s.length() + "x" + s.width() + "x" + s.height()).orElse("-");
        String added = services.stream().map(ParcelShape::service).sorted().collect(Collectors.joining(","));
        return String.format(Locale.ROOT, "%s %s %dg %s %s", country.code(), postcode, weight.grams(), sides, added)
                .strip();
    }

    /** A record's own text names its values, an insured sum for instance. */
    private static String service(Service service) {
        return service instanceof Service.Plain ? service.kind().name() : service.toString();
    }
}
