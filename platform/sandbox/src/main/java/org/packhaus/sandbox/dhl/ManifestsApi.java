package org.packhaus.sandbox.dhl;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Closing the day: what is closed can neither be fetched nor cancelled. Nobody has to; at 18:00 it happens by itself. */
final class ManifestsApi {

    private final DhlAccess access;
    private final ParcelBook book;
    private final SandboxClock clock;

    ManifestsApi(DhlAccess access, ParcelBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(DhlErrors::gateway);
        group.add("POST", ShippingApi.BASE + "/manifests", "dhl.manifests.close", this::close);
        group.add("GET", ShippingApi.BASE + "/manifests", "dhl.manifests.get", this::fetch);
    }

    private Reply close(Request request) {
        DhlAccess.Account account = access.caller(request);
        boolean all = request.flag("all", false);
        JsonNode body = request.json();
        JsonNode numbers = body.path("shipmentNumbers");
        String billingNumber = body.path("billingNumber").asString("");
        if (body.path("profile").asString("").isEmpty()) {
            return DhlErrors.gateway(400, "Parameter profile is mandatory and must not be empty.", request);
        }
        if (!all && billingNumber.isEmpty() && (!numbers.isArray() || numbers.isEmpty() || numbers.size() > 30)) {
            return DhlErrors.gateway(400, "Parameter shipmentNumbers must hold between 1 and 30 numbers.", request);
        }
        ArrayNode items = Json.array();
        int good = 0;
        synchronized (book) {
            List<String> wanted = new ArrayList<>();
            if (numbers.isArray()) {
                numbers.forEach(n -> wanted.add(n.asString()));
            } else {
                book.all().stream()
                        .filter(p -> p.account.equals(account) && p.open(clock.now()))
                        .filter(p -> all || p.billingNumber().equals(billingNumber))
                        .forEach(p -> wanted.add(p.number));
            }
            for (String number : wanted) {
                good += close(account, number, items.addObject()) ? 1 : 0;
            }
        }
        String detail = good + " of " + items.size() + " shipments successfully manifested.";
        return DhlErrors.items(207, "Multi-Status", detail, items);
    }

    /** Closing twice is a warning, not an error. */
    private boolean close(DhlAccess.Account account, String number, ObjectNode item) {
        Optional<Parcel> parcel = book.find(number).filter(p -> p.account.equals(account) && !p.voided);
        if (parcel.isEmpty()) {
            ShippingApi.unknown(number, item);
            return false;
        }
        boolean again = !parcel.get().open(clock.now());
        parcel.get().close(clock.now());
        item.put("shipmentNo", number);
        item.set("sstatus", DhlErrors.status(200, "OK", again ? "The shipment has already been manifested." : ""));
        return true;
    }

    private Reply fetch(Request request) {
        DhlAccess.Account account = access.caller(request);
        LocalDate day;
        try {
            day = request.query("date")
                    .map(LocalDate::parse)
                    .orElse(LocalDate.ofInstant(clock.now(), SandboxClock.BERLIN));
        } catch (DateTimeParseException e) {
            return DhlErrors.gateway(400, "Parameter date must be in the format yyyy-MM-dd.", request);
        }
        String billingNumber = request.query("billingNumber").orElse("");
        List<Parcel> closed = book.all().stream()
                .filter(p -> p.account.equals(account) && !p.voided && !p.open(clock.now()))
                .filter(p ->
                        LocalDate.ofInstant(p.closedAt(), SandboxClock.BERLIN).equals(day))
                .filter(p -> billingNumber.isEmpty() || p.billingNumber().equals(billingNumber))
                .toList();
        if (closed.isEmpty()) {
            return DhlErrors.gateway(404, "No manifest found for the date.", request);
        }
        return Reply.ok(manifest(request, day, closed));
    }

    private static ObjectNode manifest(Request request, LocalDate day, List<Parcel> closed) {
        ObjectNode body = Json.object();
        body.set("status", DhlErrors.status(200, "OK", closed.size() + " shipments manifested."));
        body.put("manifestDate", day.toString());
        if (request.query("includeDocs").orElse("include").equals("include")) {
            body.putArray("manifest")
                    .addObject()
                    .put("b64", Base64.getEncoder().encodeToString(PdfManifest.write(day, closed)))
                    .put("fileFormat", "PDF")
                    .put("printFormat", "A4");
        }
        Set<String> billingNumbers = new TreeSet<>();
        closed.forEach(p -> billingNumbers.add(p.billingNumber()));
        List<String> sheets = List.copyOf(billingNumbers);
        ArrayNode sheetNo = body.putArray("sheetNo");
        for (int i = 0; i < sheets.size(); i++) {
            sheetNo.addObject().put("billingNumber", sheets.get(i)).put("sheetNo", String.valueOf(i + 1));
        }
        ArrayNode items = body.putArray("items");
        for (Parcel parcel : closed) {
            ObjectNode item = items.addObject()
                    .put("shipmentNo", parcel.number)
                    .put("sheetNo", String.valueOf(sheets.indexOf(parcel.billingNumber()) + 1));
            item.set("sstatus", DhlErrors.status(200, "OK", ""));
        }
        return body;
    }
}
