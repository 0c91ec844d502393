package org.packhaus.sandbox.dhl;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.RateLimit;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shipment Tracking - Unified: one number a call, one call a second and 250 a day for each app; the day ends at 24:00 GMT. */
final class UnifiedApi {

    static final int A_DAY = 250;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(SandboxClock.BERLIN);

    private final ParcelBook book;
    private final SandboxClock clock;
    private final RateLimit perSecond = new RateLimit(1);
    private LocalDate day = LocalDate.EPOCH;
    private int today;

    UnifiedApi(ParcelBook book, SandboxClock clock) {
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(UnifiedApi::error).add("GET", "/track/shipments", "dhl.unified", this::track);
    }

    synchronized void clear() {
        today = 0;
        perSecond.change(perSecond.perSecond());
    }

    private static Reply error(int status, String detail, Request request) {
        String title = switch (status) {
            case 400 -> "Invalid input";
            case 401 -> "Unauthorized";
            case 404 -> "No result found";
            case 429 -> "Too Many Requests";
            default -> "Internal Server Error";
        };
        return new Reply(
                status,
                "application/problem+json",
                Json.bytes(
                        Json.object().put("title", title).put("status", status).put("detail", detail)),
                java.util.Map.of());
    }

    private Reply track(Request request) {
        if (!request.header("DHL-API-Key").map(Dhl.API_KEY::equals).orElse(false)) {
            return error(401, "Unauthorized for given resource.", request);
        }
        if (!perSecond.admit(Dhl.API_KEY) || !count()) {
            return error(429, "Too many requests within defined time period, please try again later.", request);
        }
        String number = request.query("trackingNumber").orElse("");
        if (number.isBlank()) {
            return error(400, "Input is invalid: Missing parameter 'trackingNumber'", request);
        }
        String language = request.query("language").orElse("en");
        if (!language.matches("[a-z]{2}")) {
            return error(
                    400,
                    "Input is invalid: Provided language code '" + language
                            + "' isn't valid according to 'ISO 639-1 alpha-2'",
                    request);
        }
        Optional<Parcel> parcel = book.find(number);
        Journey journey = parcel.map(p -> Journey.of(p, clock.now())).orElse(new Journey(java.util.List.of()));
        if (parcel.isEmpty() || journey.steps().isEmpty()) {
            return unknown(number);
        }
        ObjectNode body = Json.object();
        body.putArray("shipments").add(shipment(parcel.get(), journey));
        return Reply.ok(body);
    }

    private synchronized boolean count() {
        LocalDate now = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
        if (!now.equals(day)) {
            day = now;
            today = 0;
        }
        return ++today <= A_DAY;
    }

    private static Reply unknown(String number) {
        return new Reply(
                404,
                "application/problem+json",
                Json.bytes(Json.object()
                        .put("title", "No result found")
                        .put("detail", "No shipment with given tracking number found.")
                        .put("status", 404)
                        .put("instance", "/shipment/" + number)),
                java.util.Map.of());
    }

    private static ObjectNode shipment(Parcel parcel, Journey journey) {
        ObjectNode shipment = Json.object().put("id", parcel.number).put("service", "parcel-de");
        shipment.putObject("origin").putObject("address").put("countryCode", "DE");
        shipment.putObject("destination")
                .putObject("address")
                .put("countryCode", parcel.consignee().alpha2());
        shipment.set("status", event(journey.steps().getLast()));
        ObjectNode details = shipment.putObject("details");
        details.putObject("product")
                .put("productName", LabelText.outbound(parcel).title());
        details.put("totalNumberOfPieces", 1);
        details.putArray("pieceIds").add(parcel.number);
        details.putObject("weight").put("value", parcel.grams() / 1000.0).put("unitText", "kg");
        ArrayNode events = shipment.putArray("events");
        journey.steps().reversed().forEach(step -> events.add(event(step)));
        return shipment;
    }

    /** Timestamps carry no zone, as DHL's do for parcels of Germany. */
    private static ObjectNode event(Journey.Event step) {
        ObjectNode event = Json.object().put("timestamp", TIME.format(step.at()));
        if (!step.place().isEmpty()) {
            event.putObject("location").putObject("address").put("addressLocality", step.place() + ", Germany");
        }
        return event.put("statusCode", code(step.standard()))
                .put("status", step.text())
                .put("description", step.text());
    }

    private static String code(String standard) {
        return switch (standard) {
            case "VA" -> "pre-transit";
            case "ZU" -> "delivered";
            case "ZN" -> "failure";
            default -> "transit";
        };
    }
}
