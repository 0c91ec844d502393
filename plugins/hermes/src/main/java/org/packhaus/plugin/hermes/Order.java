package org.packhaus.plugin.hermes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

/**
 * One purchase as Hermes wants it (HSI, {@code POST /shipmentorders/labels} and {@code POST /returnorders/labels}).
 *
 * @param accept which label is wanted
 * @param body of the request
 * @param warnings for the seller, known before Hermes was asked
 */
record Order(String accept, Json body, List<String> warnings) {
    static final int SHORTEST_REFERENCE = 8;
    static final int LONGEST_REFERENCE = 20;
    private static final int EMAIL = 70;
    private static final int LONGEST_SIDE = 2000;
    private static final int CUBIC_MM_PER_DECILITRE = 100_000;

    static Order outbound(BookingRequest request, HermesSettings settings) throws Rejected {
        check(request);
        checkProduct(request);
        Party from = Party.of(request.from(), "from");
        Party to = Party.of(request.to(), "to");
        List<String> warnings = warnings(from, to, request);
        Json body = references(request)
                .put("receiverName", to.name())
                .put("receiverAddress", to.address())
                .put("senderName", from.name())
                .put("senderAddress", from.address())
                .put("parcel", parcel(request.parcel(), settings).put("productType", HermesCarrier.PARCEL.id()))
                .put("service", services(request, settings, warnings))
                .json();
        return new Order(LabelMedia.accept(request.paper(), settings), body, warnings);
    }

    /** By the addresses; the buyer is the sender. Measured parcels tell their volume too, which smaller contracts must. */
    static Order wayBack(BookingRequest request, HermesSettings settings) throws Rejected {
        check(request);
        if (!request.from().country().equals(CountryCode.DE)) {
            throw Party.refused(
                    "country-not-served",
                    "from.country",
                    "Hermes sells return labels here for returns from within Germany only, not from "
                            + request.from().country().name(Locale.ENGLISH) + ".");
        }
        Party buyer = Party.of(request.from(), "from");
        Party seller = Party.of(request.to(), "to");
        Json.Builder parcel = parcel(request.parcel(), settings);
        request.parcel().dimensions().ifPresent(sides -> parcel.put("parcelVolume", decilitres(sides)));
        Json body = references(request)
                .put("senderName", buyer.name())
                .put("senderAddress", buyer.address())
                .put("receiverName", seller.name())
                .put("receiverAddress", seller.address())
                .put("parcel", parcel)
                .json();
        return new Order(LabelMedia.accept(request.paper(), settings), body, warnings(buyer, seller, request));
    }

    private static List<String> warnings(Party one, Party other, BookingRequest request) {
        List<String> warnings = new ArrayList<>(one.warnings());
        warnings.addAll(other.warnings());
        if (request.orderNumber().length() > LONGEST_REFERENCE) {
            warnings.add("Hermes takes order numbers of " + LONGEST_REFERENCE + " characters, so "
                    + request.orderNumber() + " is not on the label.");
        }
        return warnings;
    }

    private static Json.Builder references(BookingRequest request) {
        String number = request.orderNumber();
        return Json.object()
                .put("clientReference", request.reference())
                .putUnlessEmpty("clientReference2", number.length() > LONGEST_REFERENCE ? "" : number);
    }

    private static void check(BookingRequest request) throws Rejected {
        int length = request.reference().length();
        if (length < SHORTEST_REFERENCE || length > LONGEST_REFERENCE) {
            throw Party.refused(
                    "reference-length",
                    "reference",
                    "References for Hermes have " + SHORTEST_REFERENCE + " to " + LONGEST_REFERENCE
                            + " characters, unlike “" + request.reference() + "”.");
        }
        Parcel parcel = request.parcel();
        if (parcel.weight().compareTo(HermesCarrier.PARCEL.maxWeight()) > 0) {
            throw Party.refused(
                    "too-heavy",
                    "parcel.weight",
                    "The parcel weighs " + parcel.weight() + ", Hermes takes " + HermesCarrier.PARCEL.maxWeight()
                            + ". Split the parcel or choose a forwarder.");
        }
        if (parcel.dimensions().filter(sides -> sides.length() > LONGEST_SIDE).isPresent()) {
            throw Party.refused(
                    "too-large",
                    "parcel.dimensions",
                    "The parcel measures " + parcel.dimensions().get() + ", Hermes takes sides up to " + LONGEST_SIDE
                            + " mm. Split the parcel or choose a forwarder.");
        }
    }

    private static void checkProduct(BookingRequest request) throws Rejected {
        if (!request.product().equals(HermesCarrier.PARCEL.id())) {
            throw Party.refused("product-unknown", "product", "Hermes sells no product “" + request.product() + "”.");
        }
        if (!HermesCarrier.PARCEL.serves(request.to().country())) {
            throw Party.refused(
                    "country-not-served",
                    "to.country",
                    "Hermes Paket goes within Germany only, not to "
                            + request.to().country().name(Locale.ENGLISH) + ". Choose another carrier.");
        }
        if (request.returnNumberWanted()) {
            throw Party.refused(
                    "no-return-number",
                    "product",
                    "Hermes gives no return number with the label. Buy a return label apart, or take the number from a pool.");
        }
        Optional<PickupPoint> place = request.to().pickupPoint();
        if (place.isPresent()) {
            throw Party.refused("pickup-point-not-served", "to.street", pickupPoint(place.get()));
        }
    }

    private static String pickupPoint(PickupPoint place) {
        String what = switch (place.kind()) {
            case LOCKER -> "Packstation ";
            case OUTLET -> "Postfiliale ";
        };
        return "Hermes does not deliver to " + what + place.number()
                + ", which is DHL's. Choose DHL for this order, or ask the buyer for a street address.";
    }

    /** Of a measured parcel Hermes reckons the class by itself, and refuses one that does not match (e010). */
    private static Json.Builder parcel(Parcel parcel, HermesSettings settings) {
        Json.Builder json = Json.object().put("parcelWeight", parcel.weight().grams());
        Optional<Dimensions> measured = parcel.dimensions();
        if (measured.isPresent()) {
            Dimensions sides = measured.get();
            json.put("parcelHeight", sides.height())
                    .put("parcelWidth", sides.width())
                    .put("parcelDepth", sides.length());
        } else {
            settings.parcelClass().ifPresent(size -> json.put("parcelClass", size.name()));
        }
        return json;
    }

    /** Rounded up. */
    private static long decilitres(Dimensions sides) {
        long cubicMm = (long) sides.length() * sides.width() * sides.height();
        return (cubicMm + CUBIC_MM_PER_DECILITRE - 1) / CUBIC_MM_PER_DECILITRE;
    }

    private static Json services(BookingRequest request, HermesSettings settings, List<String> warnings)
            throws Rejected {
        Json.Builder services = Json.object();
        for (Service service : request.services()) {
            put(services, service);
        }
        if (settings.notifyBuyer()) {
            notifyBuyer(services, request.to(), warnings);
        }
        Json json = services.json();
        return json.equals(Json.object().json()) ? Json.MISSING : json;
    }

    private static void put(Json.Builder services, Service service) throws Rejected {
        switch (service) {
            case Service.AgeCheck check -> {
                if (check.years() != 16 && check.years() != 18) {
                    throw Party.refused(
                            "age-not-offered",
                            "services",
                            "Hermes checks for 16 or 18 years, not " + check.years() + ".");
                }
                services.put("identService", Json.object().put("identVerifyFsk", String.valueOf(check.years())));
            }
            case Service.Plain plain -> {
                switch (plain.kind()) {
                    // Hermes's document calls its example of this service "No Delivery To Neighbour".
                    case NO_NEIGHBOUR -> services.put("householdSignatureService", true);
                    case BULKY -> services.put("bulkGoodService", true);
                    case AGE_CHECK ->
                        throw Party.refused(
                                "service-incomplete", "services", "The service AGE_CHECK needs its particulars.");
                    case INSURANCE,
                            PREFERRED_NEIGHBOUR,
                            PREFERRED_LOCATION,
                            PREFERRED_DAY,
                            NAMED_PERSON_ONLY,
                            SIGNATURE,
                            CLIMATE,
                            IDENT_CHECK,
                            OUTLET_ROUTING,
                            PREMIUM,
                            ECONOMY,
                            CLOSEST_DROP_POINT,
                            ABANDON,
                            DUTIES_PAID -> throw notOffered(service);
                }
            }
            case Service.Insurance insurance -> throw notOffered(insurance);
            case Service.PreferredNeighbour neighbour -> throw notOffered(neighbour);
            case Service.PreferredLocation location -> throw notOffered(location);
            case Service.PreferredDay day -> throw notOffered(day);
            case Service.IdentCheck check -> throw notOffered(check);
        }
    }

    private static Rejected notOffered(Service service) {
        return Party.refused(
                "service-not-offered", "services", "Hermes Paket has no service " + service.kind() + ". Leave it out.");
    }

    private static void notifyBuyer(Json.Builder services, Address to, List<String> warnings) {
        if (to.email().length() > EMAIL) {
            warnings.add("Hermes does not write to the buyer: it takes e-mail addresses of " + EMAIL + " characters.");
        } else if (!to.email().isEmpty()) {
            services.put(
                    "customerAlertService",
                    Json.object().put("notificationType", "EMAIL").put("notificationEmail", to.email()));
        }
    }
}
