package org.packhaus.plugin.gls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;
import org.packhaus.sdk.Weight;

/**
 * One purchase as GLS wants it (ShipIT Farm, {@code POST /rs/shipments}). The contact ID says who pays; the sender on the label
 * is the request's.
 *
 * @param body of the request
 * @param warnings for the seller, known before GLS was asked
 */
record Order(Json body, List<String> warnings) {
    static final int LONGEST_REFERENCE = 40;
    private static final int PLACE = 40;
    private static final Weight LIGHTEST = Weight.grams(100);

    static Order of(BookingRequest request, GlsSettings settings) throws Rejected {
        check(request);
        Party from = Party.of(request.from(), "from");
        Party to = Party.of(request.to(), "to");
        List<String> warnings = new ArrayList<>(from.warnings());
        warnings.addAll(to.warnings());
        Json.Builder shipment = Json.object()
                .put("ShipmentReference", Json.array(Json.of(request.reference())))
                .put("ShippingDate", request.shipDate().toString())
                .put("Middleware", "Packhaus")
                .put("Product", request.product())
                .put(
                        "Consignee",
                        Json.object()
                                .put("Category", request.to().company().isEmpty() ? "PRIVATE" : "BUSINESS")
                                .put("Address", to.json()))
                .put(
                        "Shipper",
                        Json.object()
                                .put("ContactID", settings.contactId())
                                .put("AlternativeShipperAddress", from.json()))
                .put("ShipmentUnit", Json.array(unit(request)));
        List<Json> services = services(request, settings);
        if (!services.isEmpty()) {
            shipment.put("Service", Json.array(services));
        }
        if (request.returnNumberWanted() && !request.returnTo().equals(request.from())) {
            Party back = Party.of(request.returnTo(), "returnTo");
            warnings.addAll(back.warnings());
            shipment.put("Return", Json.object().put("Address", back.json()));
        }
        return new Order(
                Json.object()
                        .put("Shipment", shipment)
                        .put("PrintingOptions", PrintFormat.on(request.paper(), settings))
                        .json(),
                warnings);
    }

    private static void check(BookingRequest request) throws Rejected {
        if (!request.product().equals(GlsProduct.PARCEL.id())) {
            throw Party.refused("product-unknown", "product", "GLS sells no product “" + request.product() + "”.");
        }
        int length = request.reference().length();
        if (length < 1 || length > LONGEST_REFERENCE) {
            throw Party.refused(
                    "reference-length",
                    "reference",
                    "GLS takes references of 1 to 40 characters, not “" + request.reference() + "”.");
        }
        if (!GlsProduct.PARCEL.serves(request.to().country())) {
            throw Party.refused(
                    "country-not-served",
                    "to.country",
                    GlsProduct.PARCEL.name() + " does not go to "
                            + request.to().country().name(Locale.ENGLISH) + ". Choose another carrier.");
        }
        if (!CustomsUnion.holds(request.to())) {
            throw Party.refused(
                    "customs-not-offered",
                    "to.postalCode",
                    "Parcels to this postcode pass customs, and nothing is declared with GLS here. Choose a carrier that does,"
                            + " DHL Paket International for instance.");
        }
        if (request.parcel().weight().compareTo(GlsProduct.PARCEL.maxWeight()) > 0) {
            throw Party.refused(
                    "too-heavy",
                    "parcel.weight",
                    "The parcel weighs " + request.parcel().weight() + ", GLS takes " + GlsProduct.PARCEL.maxWeight()
                            + ". Split the parcel.");
        }
        Optional<Dimensions> tooLarge = request.parcel().dimensions().filter(sides -> !GlsProduct.fits(sides));
        if (tooLarge.isPresent()) {
            throw Party.refused(
                    "too-large",
                    "parcel.dimensions",
                    "The parcel is " + tooLarge.get() + ", GLS takes 2000 × 800 × 600 mm with 3000 mm of length and"
                            + " girth. Split the parcel or choose another carrier.");
        }
        Optional<PickupPoint> place =
                request.to().country().equals(CountryCode.DE) ? request.to().pickupPoint() : Optional.empty();
        if (place.isPresent()) {
            throw Party.refused(
                    "pickup-point-not-served",
                    "to.street",
                    "GLS cannot deliver to "
                            + switch (place.get().kind()) {
                                case LOCKER -> "DHL's Packstation ";
                                case OUTLET -> "DHL's Postfiliale ";
                            }
                            + place.get().number() + ". Send the parcel with DHL, or ask the buyer for a street"
                            + " address.");
        }
    }

    private static Json unit(BookingRequest request) {
        return Json.object()
                .put("ShipmentUnitReference", Json.array(Json.of(shortened(request.orderNumber()))))
                .put("Weight", kilograms(request.parcel().weight()))
                .json();
    }

    /** Two decimals, rounded up: GLS bills by weight, and less than 0.1 kg it does not take. */
    private static BigDecimal kilograms(Weight weight) {
        Weight counted = weight.compareTo(LIGHTEST) < 0 ? LIGHTEST : weight;
        return BigDecimal.valueOf(counted.grams())
                .movePointLeft(3)
                .setScale(2, RoundingMode.UP)
                .stripTrailingZeros();
    }

    /** For people only: our own reference is what finds the parcel. */
    private static String shortened(String orderNumber) {
        String plain = Party.plain(orderNumber);
        return plain.substring(0, Math.min(LONGEST_REFERENCE, plain.length()));
    }

    private static List<Json> services(BookingRequest request, GlsSettings settings) throws Rejected {
        List<Json> services = new ArrayList<>();
        boolean deposited = false;
        for (Service service : request.services()) {
            if (!(service instanceof Service.PreferredLocation(String where))) {
                throw Party.refused(
                        "service-not-offered",
                        "services",
                        GlsProduct.PARCEL.name() + " cannot be combined with the service " + service.kind() + ".");
            }
            String place = Party.plain(where);
            if (place.length() > PLACE) {
                throw Party.refused(
                        "text-too-long",
                        "services",
                        "The place “" + where + "” is too long: GLS takes " + PLACE + " characters. Shorten it.");
            }
            deposited = true;
            services.add(Json.object()
                    .put(
                            "Deposit",
                            Json.object().put("ServiceName", "service_deposit").put("PlaceOfDeposit", place))
                    .json());
        }
        // It writes to the buyer, who could not be reached otherwise; and a place agreed on is steered already.
        if (settings.flexDelivery() && !request.to().email().isEmpty() && !deposited) {
            services.add(Json.object()
                    .put("Service", Json.object().put("ServiceName", "service_flexdelivery"))
                    .json());
        }
        if (request.returnNumberWanted()) {
            services.add(Json.object()
                    .put(
                            "ShopReturn",
                            Json.object()
                                    .put("ServiceName", "service_shopreturn")
                                    .put("NumberOfLabels", 1))
                    .json());
        }
        return services;
    }
}
