package org.packhaus.sandbox.ups;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a parcel is: one number a call, the newest activity first, times as on the clock of the place. */
final class TrackApi {

    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private final UpsAccess access;
    private final Sales sales;
    private final SandboxClock clock;

    TrackApi(UpsAccess access, Sales sales, SandboxClock clock) {
        this.access = access;
        this.sales = sales;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(UpsErrors::gateway).add("GET", "/api/track/v1/details/{number}", "ups.track", this::details);
    }

    /** An activity in UPS's words. */
    private record Scan(String type, String code, String statusCode, String text, Instant at, String place) {

        static Scan of(Travel.Moment moment) {
            return switch (moment.step()) {
                case ANNOUNCED -> scan(moment, "M", "MP", "003", "Versandbereit für UPS");
                case HANDED_OVER -> scan(moment, "P", "PU", "038", "Von UPS abgeholt");
                case SORTED -> scan(moment, "I", "DP", "005", "Abfahrt von der UPS-Niederlassung");
                case AT_DEPOT -> scan(moment, "I", "AR", "005", "Ankunft in der UPS-Niederlassung");
                case OUT_FOR_DELIVERY -> scan(moment, "I", "OT", "021", "In Zustellung");
                case ATTEMPT_FAILED -> scan(moment, "X", "48", "022", "Erster Zustellversuch");
                case AT_SHOP -> scan(moment, "I", "2W", "161", "An einen UPS Access Point zugestellt");
                case DELAYED -> scan(moment, "X", "AH", "013", "Verzögerung im Netz von UPS");
                case RETURNING -> scan(moment, "X", "RS", "033", "Rücksendung an den Absender");
                case LOST -> scan(moment, "X", "LO", "068", "Paket nicht auffindbar");
                case DELIVERED -> scan(moment, "D", "FS", "011", "Zugestellt");
            };
        }

        private static Scan scan(Travel.Moment moment, String type, String code, String statusCode, String text) {
            return new Scan(type, code, statusCode, text, moment.at(), moment.place());
        }
    }

    private Reply details(Request request) {
        access.caller(request);
        if (request.header("transId").isEmpty()
                || request.header("transactionSrc").isEmpty()) {
            throw UpsErrors.refused("TV1001", "Missing transId or transactionSrc");
        }
        String number = request.variable("number");
        if (number.length() < 7 || number.length() > 34) {
            throw UpsErrors.refused("TV1002", "Invalid inquiry number");
        }
        Sale sale = sales.find(number)
                .orElseThrow(() -> new Refused(UpsErrors.error(404, "TW0001", "Tracking Information Not Found")));
        ObjectNode answer = Json.object();
        ObjectNode shipment = answer.putObject("trackResponse")
                .putArray("shipment")
                .addObject()
                .put("inquiryNumber", number);
        shipment.set("package", Json.array().add(parcel(sale)));
        return Reply.ok(answer);
    }

    private ObjectNode parcel(Sale sale) {
        List<Scan> scans = scans(sale);
        ObjectNode parcel = Json.object().put("trackingNumber", sale.number());
        Instant due = sale.at().plusSeconds(30 * 3600);
        boolean delivered = scans.stream().anyMatch(scan -> scan.type().equals("D"));
        parcel.putArray("deliveryDate")
                .addObject()
                .put("type", delivered ? "DEL" : "SDD")
                .put(
                        "date",
                        DateTimeFormatter.BASIC_ISO_DATE.format(
                                due.atZone(GERMANY).toLocalDate()));
        ArrayNode activities = parcel.putArray("activity");
        scans.reversed().forEach(scan -> activities.add(activity(scan)));
        Scan last = scans.getLast();
        parcel.putObject("currentStatus")
                .put("description", last.text())
                .put("code", last.statusCode())
                .put("statusCode", last.statusCode())
                .put("type", last.type());
        parcel.put("packageCount", 1);
        ArrayNode references = parcel.putArray("referenceNumber");
        sale.details()
                .path("ReferenceNumber")
                .forEach(r -> references
                        .addObject()
                        .put("type", "SHIPMENT")
                        .put("number", r.path("Value").asString("")));
        parcel.putObject("service")
                .put("code", sale.product())
                .put("description", UpsService.of(sale.product()).title());
        return parcel;
    }

    private List<Scan> scans(Sale sale) {
        List<Scan> scans = new ArrayList<>();
        if (sale.voided()) {
            scans.add(Scan.of(new Travel.Moment(Step.ANNOUNCED, sale.at(), "")));
            scans.add(new Scan("MV", "VP", "007", "Versandinformationen storniert", sale.at(), ""));
        } else {
            Travel.of(sale, UpsLabel.origin(sale), clock.now()).moments().forEach(m -> scans.add(Scan.of(m)));
        }
        return scans;
    }

    private static ObjectNode activity(Scan scan) {
        ZonedDateTime there = scan.at().atZone(GERMANY);
        ZonedDateTime utc = scan.at().atZone(ZoneOffset.UTC);
        ObjectNode activity = Json.object();
        ObjectNode address = activity.putObject("location").putObject("address");
        if (!scan.place().isEmpty()) {
            address.put("city", scan.place());
        }
        address.put("countryCode", "DE").put("country", "DE");
        activity.putObject("status")
                .put("type", scan.type())
                .put("description", scan.text())
                .put("code", scan.code())
                .put("statusCode", scan.statusCode());
        return activity.put("date", DateTimeFormatter.BASIC_ISO_DATE.format(there.toLocalDate()))
                .put("time", TIME.format(there))
                .put("gmtDate", DateTimeFormatter.BASIC_ISO_DATE.format(utc.toLocalDate()))
                .put("gmtOffset", there.getOffset().getId())
                .put("gmtTime", TIME.format(utc));
    }
}
