package org.packhaus.plugin.ups;

import java.util.List;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

/** Services in UPS's words. Signatures belong to the shipment in Europe, to the package only within the USA. */
final class UpsServices {
    private static final String SIGNATURE = "1";
    private static final String ADULT_SIGNATURE = "2";
    private static final int ADULT = 18;

    private UpsServices() {}

    /** {@code ShipmentServiceOptions}; {@link Json#MISSING} if there are none. */
    static Json shipment(List<Service> services) throws Rejected {
        Json.Builder options = Json.object();
        String confirmation = "";
        for (Service service : services) {
            switch (service) {
                case Service.AgeCheck check -> {
                    if (check.years() != ADULT) {
                        throw Shipment.refused(
                                "age-not-offered",
                                "services",
                                "UPS checks for 18 years only, not for " + check.years() + ".");
                    }
                    confirmation = ADULT_SIGNATURE;
                }
                case Service.Plain plain -> {
                    switch (plain.kind()) {
                        case SIGNATURE -> confirmation = confirmation.isEmpty() ? SIGNATURE : confirmation;
                        case NO_NEIGHBOUR -> options.put("DirectDeliveryOnlyIndicator", "");
                        case CLIMATE -> options.put("UPScarbonneutralIndicator", "");
                        case INSURANCE,
                                PREFERRED_NEIGHBOUR,
                                PREFERRED_LOCATION,
                                PREFERRED_DAY,
                                NAMED_PERSON_ONLY,
                                AGE_CHECK,
                                BULKY,
                                IDENT_CHECK,
                                OUTLET_ROUTING,
                                PREMIUM,
                                ECONOMY,
                                CLOSEST_DROP_POINT,
                                ABANDON,
                                DUTIES_PAID -> throw notOffered(plain.kind());
                    }
                }
                case Service.Insurance insurance -> {} // with the parcel, below
                case Service.PreferredNeighbour neighbour -> throw notOffered(neighbour.kind());
                case Service.PreferredLocation location -> throw notOffered(location.kind());
                case Service.PreferredDay day -> throw notOffered(day.kind());
                case Service.IdentCheck check -> throw notOffered(check.kind());
            }
        }
        if (!confirmation.isEmpty()) {
            options.put("DeliveryConfirmation", Json.object().put("DCISType", confirmation));
        }
        return orMissing(options);
    }

    /** {@code PackageServiceOptions}; {@link Json#MISSING} if there are none. */
    static Json parcel(List<Service> services) {
        Json.Builder options = Json.object();
        for (Service service : services) {
            if (service instanceof Service.Insurance(var value)) {
                options.put(
                        "DeclaredValue",
                        Json.object()
                                .put("CurrencyCode", value.currency().getCurrencyCode())
                                .put("MonetaryValue", value.amount().toPlainString()));
            }
        }
        return orMissing(options);
    }

    private static Json orMissing(Json.Builder options) {
        Json json = options.json();
        return json.equals(Json.object().json()) ? Json.MISSING : json;
    }

    private static Rejected notOffered(Service.Kind kind) {
        return Shipment.refused(
                "service-not-offered", "services", "UPS has no service like " + kind + ". Leave it out.");
    }
}
