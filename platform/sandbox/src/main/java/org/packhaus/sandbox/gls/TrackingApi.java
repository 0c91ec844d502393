package org.packhaus.sandbox.gls;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Track &amp; Trace V1. It knows a parcel from its end-of-day report on, and the twelve test parcels {@code QAS_0000001} to
 * {@code QAS_0000012}, one for each status.
 */
final class TrackingApi {

    private static final String BASE = "/track-and-trace-v1/tracking";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXX");
    private static final int MOST = 10;
    private static final List<String> QAS = List.of(
            "PLANNEDPICKUP",
            "INPICKUP",
            "NOTPICKEDUP",
            "PREADVICE",
            "INTRANSIT",
            "INDELIVERY",
            "DELIVEREDPS",
            "DELIVERED",
            "INWAREHOUSE",
            "NOTDELIVERED",
            "CANCELED",
            "FINAL");

    /** How GLS words a step. Of the codes only INTIAL, DELIVD.PARCELSHOP and CANCEL are published. */
    private record Word(String status, String code, String english, String german) {
        static Word of(Step step) {
            return switch (step) {
                case ANNOUNCED ->
                    new Word(
                            "PREADVICE",
                            "INTIAL.PREADVICE",
                            "GLS has the data of the parcel, but not the parcel.",
                            "GLS hat die Daten des Pakets, aber noch nicht das Paket.");
                case HANDED_OVER ->
                    new Word(
                            "INTRANSIT",
                            "INTIAL.NORMAL",
                            "The parcel was handed over to GLS.",
                            "Das Paket wurde an GLS übergeben.");
                case SORTED ->
                    new Word("INTRANSIT", "OUTBOD.NORMAL", "The parcel left the depot.", "Abgang aus dem Depot.");
                case AT_DEPOT ->
                    new Word("INTRANSIT", "INBOUD.NORMAL", "The parcel reached the depot.", "Eingang im Depot.");
                case OUT_FOR_DELIVERY ->
                    new Word(
                            "INDELIVERY",
                            "OUTDEL.NORMAL",
                            "The parcel is on the van.",
                            "Das Paket ist im Zustellfahrzeug.");
                case DELAYED ->
                    new Word(
                            "INWAREHOUSE",
                            "INBOUD.STORED",
                            "The parcel is stored.",
                            "Das Paket wird im Depot gelagert.");
                case RETURNING, LOST -> throw new IllegalStateException("GLS has no word for it: " + step);
                case ATTEMPT_FAILED ->
                    new Word("NOTDELIVERED", "NODELV.NOTHOME", "Nobody was at home.", "Niemand war zu Hause.");
                case AT_SHOP ->
                    new Word(
                            "DELIVEREDPS",
                            "DELIVD.PARCELSHOP",
                            "The parcel waits in the ParcelShop.",
                            "Das Paket liegt im PaketShop bereit.");
                case DELIVERED ->
                    new Word("DELIVERED", "DELIVD.NORMAL", "The parcel was delivered.", "Das Paket wurde zugestellt.");
            };
        }
    }

    private final GlsAccess access;
    private final ParcelBook book;
    private final SandboxClock clock;

    TrackingApi(GlsAccess access, ParcelBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(GlsErrors::tracking);
        group.add("GET", BASE + "/simple/trackids/{unitnos}", "gls.tracking.trackids", r -> track(r, "unitnos"));
        group.add(
                "GET",
                BASE + "/simple/references/{references}",
                "gls.tracking.references",
                r -> track(r, "references"));
        group.add("GET", BASE + "/events/codes", "gls.tracking.codes", this::codes);
    }

    private Reply track(Request request, String variable) {
        access.caller(request);
        List<String> asked = request.variables(variable);
        if (asked.size() > MOST) {
            String what = variable.equals("unitnos") ? "unitNos" : "references";
            return GlsErrors.tracking(
                    400,
                    "Provided " + what + " of size '" + asked.size() + "' is more than allowed limit of " + MOST,
                    request);
        }
        ObjectNode body = Json.object();
        ArrayNode parcels = body.putArray("parcels");
        boolean german =
                request.header("Accept-Language").filter("DE"::equalsIgnoreCase).isPresent();
        boolean events = request.flag("showEvents", true);
        for (String name : asked) {
            ObjectNode parcel = parcels.addObject().put("requested", name);
            if (!tell(parcel, name, german)) {
                parcel.put("errorCode", "E_404_01").put("errorMessage", "Resource Not Found");
            }
            if (!events) {
                parcel.remove("events");
            }
        }
        return Reply.ok(body);
    }

    private boolean tell(ObjectNode json, String name, boolean german) {
        if (name.matches("(QAS|REF)_\\d{7}")) {
            return test(json, Integer.parseInt(name.substring(4)));
        }
        Optional<Parcel> known =
                book.parcel(name).filter(p -> !p.isReturn() && p.sale().closed());
        if (known.isEmpty()) {
            return false;
        }
        Parcel parcel = known.get();
        Instant now = clock.now();
        List<Travel.Moment> moments =
                parcel.travel(now).without(Step.RETURNING, Step.LOST).moments();
        // The unit number is the parcel number without its check digit.
        json.put("unitno", parcel.number().substring(0, 11));
        if (parcel.sale().voided()) {
            json.put("status", "CANCELED").put("statusDateTime", time(now));
            event(json.putArray("events"), "CANCEL.NORMAL", "", "", "", now);
            return true;
        }
        Travel.Moment last = moments.getLast();
        json.put("status", Word.of(last.step()).status()).put("statusDateTime", time(last.at()));
        ArrayNode events = json.putArray("events");
        for (Travel.Moment moment : moments.reversed()) {
            Word word = Word.of(moment.step());
            boolean atReceiver = moment.place().equals(parcel.sale().city());
            event(
                    events,
                    word.code(),
                    moment.place(),
                    moment.place().isEmpty() ? "" : GlsLabel.zip(atReceiver ? parcel.consignee() : parcel.shipper()),
                    german ? word.german() : word.english(),
                    moment.at());
        }
        return true;
    }

    private static void event(ArrayNode events, String code, String city, String zip, String text, Instant at) {
        events.addObject()
                .put("code", code)
                .put("city", city)
                .put("postalCode", zip)
                .put("country", "DE")
                .put("description", text)
                .put("eventDateTime", time(at));
    }

    /** The events of a test parcel are always yesterday's. */
    private boolean test(ObjectNode json, int number) {
        if (number < 1 || number > QAS.size()) {
            return false;
        }
        Instant yesterday = clock.now().minus(Duration.ofDays(1));
        json.put("unitno", "QAS_%07d".formatted(number))
                .put("status", QAS.get(number - 1))
                .put("statusDateTime", time(yesterday));
        event(
                json.putArray("events"),
                "INTIAL.PREADVICE",
                "",
                "",
                "GLS has the data of the parcel, but not the parcel.",
                yesterday.minus(Duration.ofHours(1)));
        return true;
    }

    private Reply codes(Request request) {
        access.caller(request);
        ObjectNode body = Json.object();
        ArrayNode codes = body.putArray("eventsCodes");
        for (Step step : Step.values()) {
            Word word = Word.of(step);
            codes.addObject().put("code", word.code()).put("description", word.english());
        }
        return Reply.ok(body);
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(SandboxClock.BERLIN));
    }
}
