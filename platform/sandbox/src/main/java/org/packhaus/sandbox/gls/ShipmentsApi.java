package org.packhaus.sandbox.gls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ShipIT Farm: parcels, their labels, their cancellation, the end of the day. */
final class ShipmentsApi {

    static final String BASE = "/shipit-farm/v1/backend/rs/shipments";
    private static final String MEDIA_TYPE = "application/glsVersion1+json";

    private final GlsAccess access;
    private final ParcelBook book;
    private final SandboxClock clock;

    ShipmentsApi(GlsAccess access, ParcelBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(GlsErrors::shipIt);
        group.add("POST", BASE, "gls.shipments.create", this::create);
        group.add("POST", BASE + "/validate", "gls.shipments.validate", this::validate);
        group.add("POST", BASE + "/allowedservices", "gls.shipments.allowedservices", this::allowedServices);
        group.add("POST", BASE + "/cancel/{trackID}", "gls.shipments.cancel", this::cancel);
        group.add("POST", BASE + "/endofday", "gls.shipments.endofday", this::endOfDay);
        group.add("POST", BASE + "/reprintparcel", "gls.shipments.reprintparcel", this::reprint);
    }

    private Seller caller(Request request) {
        Seller seller = access.caller(request);
        if (request.header("Accept")
                .filter(a -> a.contains(MEDIA_TYPE) || a.contains("*/*"))
                .isEmpty()) {
            throw new Refused(Reply.empty(406));
        }
        if (request.hasBody()
                && request.header("Content-Type")
                        .filter(c -> c.startsWith(MEDIA_TYPE))
                        .isEmpty()) {
            throw new Refused(Reply.empty(415));
        }
        return seller;
    }

    private static Reply answer(JsonNode body) {
        return new Reply(200, MEDIA_TYPE, Json.bytes(body), Map.of());
    }

    private Reply create(Request request) {
        Seller seller = caller(request);
        JsonNode order = request.json();
        JsonNode shipment = order.path("Shipment");
        ShipmentRules.check(shipment, seller);
        ShipmentRules.printing(order.path("PrintingOptions"));
        boolean withReturn = has(shipment, "service_shopreturn");
        String city = shipment.path("Consignee").path("Address").path("City").asString("");
        Parcel parcel = book.sell(seller, shipment, withReturn, city);
        List<Parcel> parcels =
                Stream.concat(Stream.of(parcel), parcel.back().stream()).toList();
        return created(parcels, order);
    }

    private static boolean has(JsonNode shipment, String service) {
        for (JsonNode wrapped : shipment.path("Service")) {
            for (JsonNode one : wrapped) {
                if (one.path("ServiceName").asString("").equals(service)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The outbound parcel first, in both lists; the way back second. @param order says what to print */
    private Reply created(List<Parcel> parcels, JsonNode order) {
        JsonNode labels = order.path("PrintingOptions").path("ReturnLabels");
        JsonNode options = order.path("ReturnOptions");
        String format = labels.path("LabelFormat").asString("PDF");
        Parcel first = parcels.getFirst();
        ObjectNode body = Json.object();
        ObjectNode shipment = body.putObject("CreatedShipment");
        shipment.putArray("ShipmentReference").add(first.sale().reference());
        ArrayNode data = shipment.putArray("ParcelData");
        parcels.forEach(parcel ->
                data.add(parcelData(parcel, options.path("ReturnRoutingInfo").asBoolean(true))));
        if (options.path("ReturnPrintData").asBoolean(true)) {
            ArrayNode print = shipment.putArray("PrintData");
            for (Parcel parcel : parcels) {
                ObjectNode document = print.addObject();
                document.putArray("Data")
                        .add(GlsLabel.of(parcel)
                                .data(format, labels.path("TemplateSet").asString("NONE")));
                document.put("LabelFormat", format);
            }
        }
        shipment.put("CustomerID", "276" + first.sale().account().substring(4));
        shipment.put("PickupLocation", "DE 300");
        return answer(body);
    }

    private static ObjectNode parcelData(Parcel parcel, boolean withRouting) {
        ObjectNode data = Json.object().put("TrackID", parcel.trackId());
        ArrayNode references = data.putArray("ShipmentUnitReference");
        parcel.shipment()
                .path("ShipmentUnit")
                .path(0)
                .path("ShipmentUnitReference")
                .forEach(references::add);
        data.put("ParcelNumber", parcel.number());
        data.putObject("Barcodes")
                .put("Primary2D", GlsLabel.matrix(parcel))
                .put("Primary1D", parcel.number())
                .put("Primary1DPrint", true);
        if (withRouting) {
            data.putObject("RoutingInfo")
                    .put("Tour", "1" + parcel.number().substring(8, 11))
                    .put("InboundSortingFlag", "2")
                    .put(
                            "FinalLocationCode",
                            GlsLabel.routing(parcel.isReturn() ? parcel.returnTo() : parcel.consignee()))
                    .put("HubLocation", "DE 36")
                    .put("LastRoutingDate", parcel.sale().at().toString());
        }
        return data;
    }

    private Reply validate(Request request) {
        Seller seller = caller(request);
        ObjectNode body = Json.object();
        ArrayNode issues = Json.array();
        try {
            ShipmentRules.check(request.json().path("Shipment"), seller);
        } catch (Refused refused) {
            Map<String, String> headers = refused.reply().headers();
            String message = headers.getOrDefault("message", "");
            issues.addObject()
                    .put("Rule", headers.getOrDefault("error", ""))
                    .put("Location", message.replaceFirst("^.*?(Shipment[\\w.]*[\\w]).*$", "$1"))
                    .putArray("Parameters")
                    .add(message);
        }
        body.put("Success", issues.isEmpty());
        body.putObject("ValidationResult").set("Issues", issues);
        return answer(body);
    }

    private Reply allowedServices(Request request) {
        Seller seller = caller(request);
        JsonNode question = request.json();
        for (String place : List.of("Source", "Destination")) {
            if (question.path(place).path("CountryCode").asString("").isEmpty()) {
                throw GlsErrors.mandatory(place + ".CountryCode");
            }
        }
        String contact = question.path("ContactID").asString("");
        if (!contact.isEmpty()) {
            ShipmentRules.contact(contact, "ContactID", seller);
        }
        ObjectNode body = Json.object();
        ArrayNode allowed = body.putArray("AllowedServices");
        allowed.addObject().put("ProductName", "PARCEL");
        ShipmentRules.SERVICES.forEach(name -> allowed.addObject().put("ServiceName", name));
        return answer(body);
    }

    /** Before the end of the day at once; after it when asked twice; no more once the parcel was scanned. */
    private Reply cancel(Request request) {
        Seller seller = caller(request);
        String trackId = request.variable("trackID");
        Parcel parcel = book.parcel(trackId)
                .filter(p -> p.trackId().equals(trackId) && p.sale().seller().equals(seller.key()))
                .orElseThrow(() -> unknown("TrackID", trackId));
        Instant now = clock.now();
        String result;
        if (parcel.sale().voided()) {
            result = "CANCELLED";
        } else if (parcel.isScanned(now)) {
            result = "SCANNED";
        } else if (parcel.sale().closed() && !book.noteCancellation(parcel)) {
            result = "CANCELLATION_PENDING";
        } else {
            book.cancel(parcel);
            result = "CANCELLED";
        }
        return answer(Json.object().put("TrackID", trackId).put("Result", result));
    }

    /** GLS's documents do not say what becomes of parcels it does not know. */
    private static Refused unknown(String field, String value) {
        return new Refused(GlsErrors.shipIt(404, "NOT_FOUND", "No parcel was found for " + field + " " + value));
    }

    private Reply endOfDay(Request request) {
        Seller seller = caller(request);
        LocalDate day = request.query("date")
                .map(ShipmentsApi::day)
                .orElseGet(() -> clock.now().atZone(SandboxClock.BERLIN).toLocalDate());
        ObjectNode body = Json.object();
        ArrayNode shipments = body.putArray("Shipments");
        for (Parcel parcel : book.close(seller, day)) {
            ObjectNode shipment = (ObjectNode) parcel.shipment().deepCopy();
            ((ObjectNode) shipment.path("ShipmentUnit").path(0))
                    .put("TrackID", parcel.trackId())
                    .put("ParcelNumber", parcel.number());
            shipments.add(shipment);
        }
        return answer(body);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw GlsErrors.invalid("date", text, "");
        }
    }

    private Reply reprint(Request request) {
        Seller seller = caller(request);
        JsonNode question = request.json();
        if (question.path("PrintingOptions").isObject()) {
            ShipmentRules.printing(question.path("PrintingOptions"));
        }
        for (String name : List.of("TrackID", "ParcelNumber")) {
            String value = question.path(name).asString("");
            if (!value.isEmpty()) {
                return created(List.of(book.open(seller, value).orElseThrow(() -> unknown(name, value))), question);
            }
        }
        String reference = question.path("ShipmentReference").asString("");
        Optional<Parcel> parcel = book.byReference(seller, reference);
        return created(List.of(parcel.orElseThrow(() -> unknown("ShipmentReference", reference))), question);
    }
}
