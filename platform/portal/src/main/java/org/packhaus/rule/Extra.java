package org.packhaus.rule;

import java.util.Optional;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Service;

/**
 * What a rule adds to the product.
 *
 * @param kind none of the buyer's own wishes (neighbour, place, day): those are no rule
 * @param number of an age or ident check the years, of an insurance the whole euros, 0 for the worth of the goods; else 0
 */
public record Extra(Service.Kind kind, int number) {
    private static final int ADULT = 18;

    Service service(Money worth) {
        return switch (kind) {
            case INSURANCE -> new Service.Insurance(number > 0 ? Money.euro(Integer.toString(number)) : worth);
            case AGE_CHECK -> new Service.AgeCheck(number > 0 ? number : ADULT);
            case IDENT_CHECK -> new Service.IdentCheck("", "", Optional.empty(), number);
            case PREFERRED_NEIGHBOUR,
                    PREFERRED_LOCATION,
                    PREFERRED_DAY,
                    NAMED_PERSON_ONLY,
                    NO_NEIGHBOUR,
                    SIGNATURE,
                    BULKY,
                    CLIMATE,
                    OUTLET_ROUTING,
                    PREMIUM,
                    ECONOMY,
                    CLOSEST_DROP_POINT,
                    ABANDON,
                    DUTIES_PAID -> new Service.Plain(kind);
        };
    }
}
