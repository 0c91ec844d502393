package org.packhaus.plugin.dhl;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/**
 * What DHL Paket sells, with what may be added to it (DHL's table of services by product). What depends on the country besides, DHL
 * says when it is asked.
 */
enum DhlProduct {
    V01PAK(
            "DHL Paket",
            Set.of(CountryCode.DE),
            31_500,
            new Dimensions(1200, 600, 600),
            Set.of(
                    Service.Kind.INSURANCE,
                    Service.Kind.PREFERRED_NEIGHBOUR,
                    Service.Kind.PREFERRED_LOCATION,
                    Service.Kind.PREFERRED_DAY,
                    Service.Kind.NAMED_PERSON_ONLY,
                    Service.Kind.NO_NEIGHBOUR,
                    Service.Kind.SIGNATURE,
                    Service.Kind.AGE_CHECK,
                    Service.Kind.IDENT_CHECK,
                    Service.Kind.BULKY,
                    Service.Kind.OUTLET_ROUTING,
                    Service.Kind.CLIMATE),
            "billingNumberPaket",
            DhlSettings::billingNumberPaket),
    V62KP(
            "DHL Kleinpaket",
            Set.of(CountryCode.DE),
            1_000,
            new Dimensions(353, 250, 80),
            Set.of(
                    Service.Kind.PREFERRED_NEIGHBOUR,
                    Service.Kind.PREFERRED_LOCATION,
                    Service.Kind.PREFERRED_DAY,
                    Service.Kind.OUTLET_ROUTING,
                    Service.Kind.CLIMATE),
            "billingNumberKleinpaket",
            DhlSettings::billingNumberKleinpaket),
    V53WPAK(
            "DHL Paket International",
            abroad(Set.of()),
            31_500,
            new Dimensions(1200, 600, 600),
            Set.of(
                    Service.Kind.INSURANCE,
                    Service.Kind.BULKY,
                    Service.Kind.PREMIUM,
                    Service.Kind.ECONOMY,
                    Service.Kind.CLOSEST_DROP_POINT,
                    Service.Kind.ABANDON,
                    Service.Kind.DUTIES_PAID),
            "billingNumberInternational",
            DhlSettings::billingNumberInternational),
    V54EPAK(
            "DHL Europaket",
            europe(),
            31_500,
            new Dimensions(1200, 600, 600),
            Set.of(Service.Kind.INSURANCE, Service.Kind.BULKY, Service.Kind.DUTIES_PAID),
            "billingNumberEuropaket",
            DhlSettings::billingNumberEuropaket),
    V66WPI(
            "Warenpost International",
            abroad(Set.of("US")),
            1_000,
            new Dimensions(353, 250, 100),
            Set.of(Service.Kind.PREMIUM, Service.Kind.ECONOMY),
            "billingNumberWarenpost",
            DhlSettings::billingNumberWarenpost);

    private final CarrierProduct product;
    private final String billingComponent;
    private final Function<DhlSettings, Optional<String>> billingNumber;

    DhlProduct(
            String title,
            Set<CountryCode> countries,
            int grams,
            Dimensions dimensions,
            Set<Service.Kind> services,
            String billingComponent,
            Function<DhlSettings, Optional<String>> billingNumber) {
        this.product =
                new CarrierProduct(name(), title, countries, Weight.grams(grams), Optional.of(dimensions), services);
        this.billingComponent = billingComponent;
        this.billingNumber = billingNumber;
    }

    static Optional<DhlProduct> find(String id) {
        return Arrays.stream(values()).filter(p -> p.name().equals(id)).findFirst();
    }

    static List<CarrierProduct> all() {
        return Arrays.stream(values()).map(DhlProduct::product).toList();
    }

    CarrierProduct product() {
        return product;
    }

    /** The settings' component that holds its billing number. */
    String billingComponent() {
        return billingComponent;
    }

    Optional<String> billingNumber(DhlSettings settings) {
        return billingNumber.apply(settings);
    }

    /** Whether DHL gives a return number with the label. */
    boolean mayBringReturnLabel() {
        return isDomestic();
    }

    boolean isDomestic() {
        return this == V01PAK || this == V62KP;
    }

    boolean offers(Service.Kind service) {
        return product.services().contains(service);
    }

    /** All countries but Germany and those of which DHL's interface has no code. */
    private static Set<CountryCode> abroad(Set<String> except) {
        Set<String> without = Set.of("DE", "AQ", "EH", "GS", "IO", "TF", "UM");
        return Arrays.stream(Locale.getISOCountries())
                .filter(code -> !without.contains(code) && !except.contains(code))
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The customs union without Germany, and its neighbours. */
    private static Set<CountryCode> europe() {
        return Stream.of(
                        "AT", "BE", "BG", "CH", "CY", "CZ", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE",
                        "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK")
                .map(CountryCode::new)
                .collect(Collectors.toUnmodifiableSet());
    }
}
