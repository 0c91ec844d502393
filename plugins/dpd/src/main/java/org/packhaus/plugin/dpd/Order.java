package org.packhaus.plugin.dpd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

/**
 * One purchase as DPD wants it (META API 2.30, {@code POST /shipping/v1/shipment}).
 *
 * @param query of the request, from the question mark on
 * @param body a list with one shipment
 * @param warnings for the seller, known before DPD was asked
 */
record Order(String query, Json body, List<String> warnings) {
    static final int LONGEST_REFERENCE = 35;
    private static final int INSURED_CONTENT = 35;
    /** The interface behind this one counts in units of 10 g. */
    private static final int WEIGHT_STEP = 10;

    static Order of(BookingRequest request, DpdSettings settings) throws Rejected {
        DpdProduct product = DpdProduct.find(request.product())
                .orElseThrow(() -> Party.refused(
                        "product-unknown", "product", "DPD sells no product “" + request.product() + "”."));
        check(request, product);
        Party from = Party.of(request.from(), "from");
        Party to = Party.receiver(request.to());
        List<String> warnings = new ArrayList<>(from.warnings());
        warnings.addAll(to.warnings());
        Json.Builder shipment = Json.object()
                .put(
                        "shipmentInfos",
                        Json.object().put("productCode", product.code(settings)).put("weight", weight(request)))
                .put("customerReferenceNumbers", Json.array(references(request)))
                .put("numberOfParcels", "1")
                .put("shippingDate", request.shipDate().toString())
                .put("sender", from.json().put("customerInfos", customer(settings)))
                .put("receiver", to.json())
                .put("parcel", Json.array(parcel(request).json()));
        // The group's number of a depot begins with the country's unit.
        settings.depot().ifPresent(depot -> shipment.put("sendingDepot", "001" + depot));
        return new Order(
                PrintFormat.query(request.paper(), settings), Json.array(shipment.json()), List.copyOf(warnings));
    }

    static Json.Builder customer(DpdSettings settings) {
        return Json.object()
                .put("customerAccountNumber", settings.customerNumber())
                .put("customerID", settings.customerNumber());
    }

    private static void check(BookingRequest request, DpdProduct product) throws Rejected {
        int length = request.reference().length();
        if (length == 0 || length > LONGEST_REFERENCE) {
            throw Party.refused(
                    "reference-length",
                    "reference",
                    "DPD takes references of 1 to 35 characters, not “" + request.reference() + "”.");
        }
        if (!product.product().serves(request.to().country())) {
            throw Party.refused(
                    "country-not-served",
                    "to.country",
                    product.product().name() + " does not go to "
                            + request.to().country().name(Locale.ENGLISH) + ". Choose another product.");
        }
        if (!CustomsUnion.holds(request.to())) {
            throw Party.refused(
                    "customs-not-offered",
                    "to.postalCode",
                    "Parcels to this postcode pass customs, and nothing is declared with DPD here. Choose a carrier that does,"
                            + " DHL Paket International for instance.");
        }
        if (request.parcel().weight().compareTo(product.product().maxWeight()) > 0) {
            throw Party.refused(
                    "too-heavy",
                    "parcel.weight",
                    "The parcel weighs " + request.parcel().weight() + ", "
                            + product.product().name() + " takes "
                            + product.product().maxWeight() + ". Split the parcel.");
        }
        if (request.returnNumberWanted()) {
            throw Party.refused(
                    "no-return-number",
                    "product",
                    "DPD gives no return number, and OTTO takes none of DPD's. Take the number from a pool, or book the"
                            + " return label with DHL, Hermes or GLS.");
        }
    }

    private static List<Json> references(BookingRequest request) throws Rejected {
        if (request.orderNumber().length() > LONGEST_REFERENCE) {
            throw Party.refused(
                    "text-too-long",
                    "orderNumber",
                    "The order number “" + request.orderNumber() + "” is too long: DPD takes 35 characters.");
        }
        List<Json> references = new ArrayList<>();
        references.add(Json.of(request.reference()));
        if (!request.orderNumber().isBlank()) {
            references.add(Json.of(request.orderNumber()));
        }
        return references;
    }

    private static String weight(BookingRequest request) {
        int grams = request.parcel().weight().grams();
        return Integer.toString(Math.ceilDiv(grams, WEIGHT_STEP) * WEIGHT_STEP);
    }

    private static Json.Builder parcel(BookingRequest request) throws Rejected {
        Json.Builder infos = Json.object().put("weight", weight(request));
        if (request.parcel().dimensions().isPresent()) {
            Dimensions sides = request.parcel().dimensions().get();
            infos.put(
                    "dimensions",
                    Json.object()
                            .put("length", Math.ceilDiv(sides.length(), 10))
                            .put("width", Math.ceilDiv(sides.width(), 10))
                            .put("height", Math.ceilDiv(sides.height(), 10)));
        }
        Json.Builder parcel =
                Json.object().put("parcelInfos", infos).put("senderParcelRefs", Json.array(references(request)));
        for (Service service : request.services()) {
            put(parcel, service, request);
        }
        return parcel;
    }

    private static void put(Json.Builder parcel, Service service, BookingRequest request) throws Rejected {
        if (!(service instanceof Service.Insurance insurance)) {
            throw Party.refused(
                    "service-not-offered", "services", "DPD does not offer the service " + service.kind() + ".");
        }
        String content = request.parcel().contents().stream()
                .findFirst()
                .map(first -> first.title().strip())
                .orElse("");
        parcel.put(
                "insurance",
                Json.object()
                        .put(
                                "insuranceAmount",
                                Json.object()
                                        .put("amount", insurance.value().amount())
                                        .put(
                                                "currency",
                                                insurance.value().currency().getCurrencyCode()))
                        // A description for the claim, not part of the address: its beginning says enough.
                        .putUnlessEmpty(
                                "insuranceParcelContent",
                                content.substring(0, Math.min(content.length(), INSURED_CONTENT))));
    }
}
