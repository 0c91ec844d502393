package org.packhaus.plugin.dhl;

import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;

/**
 * One purchase as DHL wants it (Parcel DE Shipping v2, {@code POST /orders}).
 *
 * @param query of the request, from the question mark on
 * @param body of the request
 * @param warnings for the seller, known before DHL was asked
 */
record Order(String query, Json body, java.util.List<String> warnings) {
    static final int SHORTEST_REFERENCE = 8;
    static final int LONGEST_REFERENCE = 35;
    private static final int COST_CENTRE = 50;

    static Order of(BookingRequest request, DhlSettings settings) throws PluginException {
        DhlProduct product = DhlProduct.find(request.product())
                .orElseThrow(() -> Party.refused(
                        "product-unknown", "product", "DHL sells no product “" + request.product() + "”."));
        check(request, product);
        Consignee consignee = Consignee.of(request.to());
        Json shipment = Json.object()
                .put("product", product.name())
                .put("billingNumber", billingNumber(product, settings))
                .put("refNo", request.reference())
                .put("costCenter", Party.within(request.orderNumber(), COST_CENTRE, "orderNumber", "order number"))
                .put("shipDate", request.shipDate().toString())
                .put("shipper", Party.of(request.from(), "from"))
                .put("consignee", consignee.json())
                .put("details", details(request))
                .put("services", Services.of(request, product, settings))
                .put("customs", Customs.of(request, product, settings))
                .json();
        Json body = Json.object()
                .put("profile", settings.profileName())
                .put("shipments", Json.array(shipment))
                .json();
        return new Order(query(request, product, settings), body, consignee.warnings());
    }

    private static void check(BookingRequest request, DhlProduct product) throws Rejected {
        int length = request.reference().length();
        if (length < SHORTEST_REFERENCE || length > LONGEST_REFERENCE) {
            throw Party.refused(
                    "reference-length",
                    "reference",
                    "DHL takes references of 8 to 35 characters, not “" + request.reference() + "”.");
        }
        if (!product.product().serves(request.to().country())) {
            throw Party.refused(
                    "country-not-served",
                    "to.country",
                    product.product().name() + " does not go to "
                            + request.to().country().name(java.util.Locale.ENGLISH) + ". Choose another product.");
        }
        if (product == DhlProduct.V54EPAK && request.to().company().isEmpty()) {
            throw Party.refused(
                    "company-missing",
                    "to.company",
                    "DHL Europaket goes to companies only, and the address names none. Choose DHL Paket International.");
        }
        if (request.parcel().weight().compareTo(product.product().maxWeight()) > 0) {
            throw Party.refused(
                    "too-heavy",
                    "parcel.weight",
                    "The parcel weighs " + request.parcel().weight() + ", "
                            + product.product().name() + " takes "
                            + product.product().maxWeight() + ". Choose another product or split the parcel.");
        }
        if (request.returnNumberWanted() && !product.mayBringReturnLabel()) {
            throw Party.refused(
                    "no-return-number",
                    "product",
                    product.product().name() + " brings no return number. Choose DHL Paket or DHL Kleinpaket, or take"
                            + " the number from a pool.");
        }
    }

    private static String billingNumber(DhlProduct product, DhlSettings settings) throws InvalidSettings {
        return product.billingNumber(settings)
                .orElseThrow(() -> new InvalidSettings(
                        "billing-number-missing",
                        "The connection has no billing number for "
                                + product.product().name()
                                + ". It is in the DHL business customer portal under Contract data.",
                        product.billingComponent()));
    }

    private static Json.Builder details(BookingRequest request) {
        Json.Builder details = Json.object()
                .put(
                        "weight",
                        Json.object()
                                .put("uom", "g")
                                .put("value", request.parcel().weight().grams()));
        if (request.parcel().dimensions().isPresent()) {
            Dimensions sides = request.parcel().dimensions().get();
            details.put(
                    "dim",
                    Json.object()
                            .put("uom", "mm")
                            .put("height", sides.height())
                            .put("length", sides.length())
                            .put("width", sides.width()));
        }
        return details;
    }

    /**
     * {@code combine=false} keeps the return label out of the label's file: OTTO's buyers get theirs from OTTO, and it must not
     * lie in the parcel.
     */
    private static String query(BookingRequest request, DhlProduct product, DhlSettings settings) throws Rejected {
        boolean mustEncode =
                !settings.acceptUncodeable() && request.to().country().equals(CountryCode.DE);
        String format = PrintFormat.on(request.paper(), product).code();
        return "?mustEncode=" + mustEncode + "&includeDocs=include&combine=false&docFormat="
                + PrintFormat.docFormat(request.paper()) + "&printFormat=" + format + "&retourePrintFormat=" + format;
    }
}
