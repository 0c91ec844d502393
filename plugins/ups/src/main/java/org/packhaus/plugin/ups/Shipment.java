package org.packhaus.plugin.ups;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PickupPoint;
import org.packhaus.sdk.Rejected;

/**
 * One parcel as UPS wants it, for the purchase (Shipping v2409, {@code POST /shipments/v2409/ship}) and for the price. Numbers are
 * strings there; weights are kilograms, lengths centimetres, both rounded up.
 *
 * @param request what is wanted
 * @param from the sender, who is also UPS's shipper: parcels that cannot be delivered come back here
 * @param to the receiver
 */
record Shipment(BookingRequest request, Party from, Party to) {
    static final int SHORTEST_REFERENCE = 8;
    static final int LONGEST_REFERENCE = 35;
    static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final String OWN_PACKAGING = "02";
    private static final int LONGEST_CM = 270;
    private static final int MOST_GIRTH_CM = 330;
    private static final int DAYS_AHEAD = 7;

    /** @throws Rejected for what UPS would refuse, or swallow */
    static Shipment of(BookingRequest request) throws Rejected {
        refusePickupPoint(request);
        checkParcel(request);
        return new Shipment(request, Party.of(request.from(), "from"), Party.of(request.to(), "to"));
    }

    private static void refusePickupPoint(BookingRequest request) throws Rejected {
        if (request.to().country().equals(CountryCode.DE)
                && request.to().pickupPoint().isPresent()) {
            PickupPoint place = request.to().pickupPoint().get();
            String name = (place.kind() == PickupPoint.Kind.LOCKER ? "Packstation " : "Postfiliale ") + place.number();
            throw refused(
                    "pickup-point-not-served",
                    "to.street",
                    "UPS cannot deliver to " + name + ", only DHL can. Ship this order with DHL, or ask the buyer for a"
                            + " street address.");
        }
    }

    private static void checkParcel(BookingRequest request) throws Rejected {
        if (request.parcel().dimensions().isPresent()) {
            Dimensions sides = request.parcel().dimensions().get();
            int girth = centimetres(sides.length()) + 2 * (centimetres(sides.width()) + centimetres(sides.height()));
            if (centimetres(sides.length()) > LONGEST_CM || girth > MOST_GIRTH_CM) {
                throw refused(
                        "too-large",
                        "parcel.dimensions",
                        "The parcel measures " + sides + "; UPS takes " + LONGEST_CM + " cm of length and "
                                + MOST_GIRTH_CM
                                + " cm of length and girth together. Choose another carrier or split the parcel.");
            }
        }
    }

    /** The purchase. @throws Rejected if the product does not take it */
    Json purchase(UpsProduct product, LabelImage image, LocalDate today, UpsSettings settings) throws Rejected {
        checkProduct(product);
        Json.Builder shipment = Json.object()
                .put("Shipper", shipper(settings))
                .put("ShipTo", to.receiver(isAbroad()))
                .put("PaymentInformation", payment("ShipmentCharge", settings))
                .put("ReferenceNumber", references())
                .put("Service", Json.object().put("Code", product.code()))
                .put("Package", Json.array(pack("Packaging")));
        if (settings.negotiatedRates()) {
            shipment.put("ShipmentRatingOptions", Json.object().put("NegotiatedRatesIndicator", ""));
        }
        shipment.put("ShipmentServiceOptions", UpsServices.shipment(request.services()));
        // UPS takes no past day and none beyond a week; without a day it means today.
        LocalDate day = request.shipDate();
        if (day.isAfter(today) && !day.isAfter(today.plusDays(DAYS_AHEAD))) {
            shipment.put("ShipmentDate", day.format(DateTimeFormatter.BASIC_ISO_DATE));
        }
        return Json.object()
                .put(
                        "ShipmentRequest",
                        Json.object()
                                .put(
                                        "Request",
                                        Json.object()
                                                .put("RequestOption", "validate")
                                                .put(
                                                        "TransactionReference",
                                                        Json.object().put("CustomerContext", request.reference())))
                                .put("Shipment", shipment)
                                .put("LabelSpecification", image.specification().put("CharacterSet", "deu")))
                .json();
    }

    /**
     * The question for prices of all products at once. Our OpenAPI documents have no Rating; its shipment is that of the
     * purchase, but for {@code PaymentDetails} and {@code PackagingType}.
     */
    Json priceQuestion(UpsSettings settings) throws Rejected {
        Json.Builder shipment = Json.object()
                .put("Shipper", shipper(settings))
                .put("ShipTo", to.receiver(isAbroad()))
                .put("ShipFrom", from.plain(isAbroad()))
                .put("PaymentDetails", payment("ShipmentCharge", settings))
                .put("NumOfPieces", "1")
                .put("Package", Json.array(pack("PackagingType")))
                .put("ShipmentServiceOptions", UpsServices.shipment(request.services()));
        if (settings.negotiatedRates()) {
            shipment.put("ShipmentRatingOptions", Json.object().put("NegotiatedRatesIndicator", ""));
        }
        return Json.object()
                .put(
                        "RateRequest",
                        Json.object()
                                .put("Request", Json.object().put("RequestOption", "Shop"))
                                .put("PickupType", Json.object().put("Code", "01"))
                                .put("Shipment", shipment))
                .json();
    }

    /** What the seller should read though nothing is refused. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(from.warnings());
        warnings.addAll(to.warnings());
        return warnings;
    }

    boolean isAbroad() {
        return !request.to().country().equals(request.from().country());
    }

    private void checkProduct(UpsProduct product) throws Rejected {
        int length = request.reference().length();
        if (length < SHORTEST_REFERENCE || length > LONGEST_REFERENCE) {
            throw refused(
                    "reference-length",
                    "reference",
                    "UPS takes references of up to 35 characters, not “" + request.reference() + "”.");
        }
        if (request.returnNumberWanted()) {
            throw refused(
                    "no-return-number",
                    "product",
                    "UPS brings no return number with its labels. Take return numbers from a pool or from another"
                            + " carrier's return connection.");
        }
        if (!product.product().serves(request.to().country())) {
            throw refused(
                    "country-not-served",
                    "to.country",
                    product.product().name() + " is not offered to "
                            + request.to().country().name(Locale.ENGLISH) + " here. Choose another carrier.");
        }
        if (!CustomsUnion.holds(request.to())) {
            throw refused(
                    "customs-not-offered",
                    "to.postalCode",
                    "Parcels to this postcode pass customs, and nothing is declared with UPS here. Choose a carrier that does,"
                            + " DHL Paket International for instance.");
        }
        if (request.parcel().weight().compareTo(product.product().maxWeight()) > 0) {
            throw refused(
                    "too-heavy",
                    "parcel.weight",
                    "The parcel weighs " + request.parcel().weight() + ", UPS takes "
                            + product.product().maxWeight() + ". Split the parcel.");
        }
        if (isAbroad() && to.phone().isEmpty()) {
            throw refused(
                    "phone-missing",
                    "to.phone",
                    "UPS wants the receiver's phone number for parcels abroad. Add it to the address.");
        }
    }

    /** UPS wants the shipper's phone for parcels abroad; the seller's connection has it if the address has not. */
    private Json.Builder shipper(UpsSettings settings) {
        String phone = from.phone().isEmpty() ? Party.digits(settings.phone().orElse("")) : from.phone();
        return from.shipper(settings.account(), phone, isAbroad());
    }

    private static Json payment(String name, UpsSettings settings) {
        return Json.object()
                .put(
                        name,
                        Json.array(Json.object()
                                .put("Type", "01")
                                .put("BillShipper", Json.object().put("AccountNumber", settings.account()))
                                .json()))
                .json();
    }

    /** Ours, by which a person finds the label in UPS's portal, and the buyer's order number, both printed on the label. */
    private Json references() throws Rejected {
        String order = request.orderNumber().strip();
        if (order.length() > LONGEST_REFERENCE) {
            throw refused(
                    "text-too-long",
                    "orderNumber",
                    "The order number “" + order + "” is too long: UPS takes 35 characters.");
        }
        List<Json> references = new ArrayList<>();
        references.add(Json.object().put("Value", request.reference()).json());
        if (!order.isEmpty()) {
            references.add(Json.object().put("Code", "PO").put("Value", order).json());
        }
        return Json.array(references);
    }

    private Json pack(String packaging) throws Rejected {
        Json.Builder parcel = Json.object().put(packaging, Json.object().put("Code", OWN_PACKAGING));
        if (request.parcel().dimensions().isPresent()) {
            Dimensions sides = request.parcel().dimensions().get();
            parcel.put(
                    "Dimensions",
                    Json.object()
                            .put("UnitOfMeasurement", Json.object().put("Code", "CM"))
                            .put("Length", String.valueOf(centimetres(sides.length())))
                            .put("Width", String.valueOf(centimetres(sides.width())))
                            .put("Height", String.valueOf(centimetres(sides.height()))));
        }
        return parcel.put(
                        "PackageWeight",
                        Json.object()
                                .put("UnitOfMeasurement", Json.object().put("Code", "KGS"))
                                .put(
                                        "Weight",
                                        kilograms(request.parcel().weight().grams())))
                .put("PackageServiceOptions", UpsServices.parcel(request.services()))
                .json();
    }

    /** Kilograms with one decimal, as UPS prints them; it bills by half kilograms. */
    static String kilograms(int grams) {
        return BigDecimal.valueOf(grams)
                .movePointLeft(3)
                .setScale(1, RoundingMode.UP)
                .toPlainString();
    }

    private static int centimetres(int millimetres) {
        return (millimetres + 9) / 10;
    }

    static Rejected refused(String code, String field, String text) {
        return new Rejected(code, text, List.of(Rejected.Fault.of(field, text)));
    }
}
