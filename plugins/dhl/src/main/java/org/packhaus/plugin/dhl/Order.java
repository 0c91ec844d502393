package org.packhaus.plugin.dhl;

import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

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
    private static final int SERVICE_TEXT = 100;

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
                .put("services", services(request, product, settings))
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

    private static Json services(BookingRequest request, DhlProduct product, DhlSettings settings)
            throws PluginException {
        Json.Builder services = Json.object();
        boolean goGreenPlus = settings.goGreenPlus();
        for (Service service : request.services()) {
            if (!product.product().services().contains(service.kind())) {
                throw Party.refused(
                        "service-not-offered",
                        "services",
                        product.product().name() + " cannot be combined with the service " + service.kind() + ".");
            }
            goGreenPlus |= service.kind() == Service.Kind.CLIMATE;
            put(services, service);
        }
        if (goGreenPlus) {
            services.put("goGreenPlus", true);
        }
        if (request.returnNumberWanted()) {
            services.put("dhlRetoure", retoure(request, goGreenPlus, settings));
        }
        Json json = services.json();
        return json.equals(Json.object().json()) ? Json.MISSING : json;
    }

    private static Json.Builder retoure(BookingRequest request, boolean goGreenPlus, DhlSettings settings)
            throws PluginException {
        String billingNumber = settings.billingNumberReturn()
                .orElseThrow(() -> new InvalidSettings(
                        "billing-number-missing",
                        "The connection has no billing number for returns, so DHL gives no return number. It is in the"
                                + " DHL business customer portal under Contract data (procedure 07).",
                        "billingNumberReturn"));
        Json.Builder retoure = Json.object()
                .put("billingNumber", billingNumber)
                .put("refNo", request.reference())
                .put("returnAddress", Party.of(request.returnTo(), "returnTo"));
        return goGreenPlus ? retoure.put("goGreenPlus", true) : retoure;
    }

    private static void put(Json.Builder services, Service service) throws Rejected {
        switch (service) {
            case Service.Insurance insurance ->
                services.put(
                        "additionalInsurance",
                        Json.object()
                                .put("currency", insurance.value().currency().getCurrencyCode())
                                .put("value", insurance.value().amount()));
            case Service.PreferredNeighbour neighbour ->
                services.put(
                        "preferredNeighbour", Party.within(neighbour.who(), SERVICE_TEXT, "services", "neighbour"));
            case Service.PreferredLocation location ->
                services.put("preferredLocation", Party.within(location.where(), SERVICE_TEXT, "services", "place"));
            case Service.PreferredDay day ->
                services.put("preferredDay", day.day().toString());
            case Service.AgeCheck check -> {
                if (check.years() != 16 && check.years() != 18) {
                    throw Party.refused(
                            "age-not-offered", "services", "DHL checks for 16 or 18 years, not " + check.years() + ".");
                }
                services.put("visualCheckOfAge", "A" + check.years());
            }
            case Service.Plain plain -> {
                switch (plain.kind()) {
                    case NAMED_PERSON_ONLY -> services.put("namedPersonOnly", true);
                    case NO_NEIGHBOUR -> services.put("noNeighbourDelivery", true);
                    case SIGNATURE -> services.put("signedForByRecipient", true);
                    case BULKY -> services.put("bulkyGoods", true);
                    case CLIMATE -> services.put("goGreenPlus", true);
                    case INSURANCE, PREFERRED_NEIGHBOUR, PREFERRED_LOCATION, PREFERRED_DAY, AGE_CHECK ->
                        throw Party.refused(
                                "service-incomplete",
                                "services",
                                "The service " + plain.kind() + " needs its particulars.");
                }
            }
        }
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
