package org.packhaus.sandbox.dhl;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parcel DE Shipping v2: version, orders, labels. */
final class ShippingApi {

    static final String BASE = "/parcel/de/shipping/v2";

    private final DhlAccess access;
    private final ParcelBook book;
    private final SandboxClock clock;

    ShippingApi(DhlAccess access, ParcelBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(DhlErrors::gateway);
        group.add("GET", BASE, "dhl.version", r -> version());
        group.add("POST", BASE + "/orders", "dhl.orders.create", this::create);
        group.add("GET", BASE + "/orders", "dhl.orders.get", this::fetch);
        group.add("DELETE", BASE + "/orders", "dhl.orders.delete", this::cancel);
        group.add("GET", BASE + "/labels", "dhl.labels", this::label);
    }

    private static Reply version() {
        ObjectNode body = Json.object();
        body.putObject("amp")
                .put("name", "pp-parcel-shipping-native")
                .put("version", "v2.1.14")
                .put("rev", "1")
                .put("env", "sandbox");
        body.putObject("backend").put("version", "1.0").put("env", "Packhaus sandbox");
        return Reply.ok(body);
    }

    private Reply create(Request request) {
        DhlAccess.Account account = access.caller(request);
        JsonNode body = request.json();
        Fields fields = new Fields();
        LabelRequest labels = LabelRequest.of(request, fields.wrong());
        new ShipmentSchema(fields).request(body);
        if (!fields.wrong().isEmpty()) {
            return DhlErrors.items(
                    400, "Bad Request", "Your request contained technical errors as listed below.", fields.wrong());
        }
        List<Order> orders = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(clock.now(), SandboxClock.BERLIN);
        for (JsonNode shipment : body.path("shipments")) {
            orders.add(new Order(shipment, ShipmentRules.check(shipment, account, today)));
        }
        boolean german = request.header("Accept-Language")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("de");
        return request.flag("validate", false)
                ? validated(orders, german)
                : created(orders, account, request, labels, german);
    }

    private record Order(JsonNode shipment, List<Finding> findings) {
        boolean refused(boolean mustEncode) {
            return findings.stream().anyMatch(f -> f.hard() || mustEncode);
        }

        ArrayNode messages(boolean german) {
            ArrayNode list = Json.array();
            findings.forEach(f -> list.add(f.json(german)));
            return list;
        }
    }

    /** A dry run: no number, no label, no charge. */
    private static Reply validated(List<Order> orders, boolean german) {
        ArrayNode items = Json.array();
        int good = 0;
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            boolean clean = order.findings().isEmpty();
            boolean hard = order.refused(false);
            good += clean ? 1 : 0;
            ObjectNode item = items.addObject().put("requestIndex", i + 1);
            item.set(
                    "sstatus",
                    clean
                            ? DhlErrors.status(200, "OK", "The Webservice call ran successfully.")
                            : DhlErrors.status(
                                    400,
                                    "Within the shipment there was at least one " + (hard ? "hard" : "weak")
                                            + " validation error.",
                                    ""));
            item.set("validationMessages", order.messages(german));
        }
        return result(good, orders.size(), "validated OK. Details included.", items);
    }

    private Reply created(
            List<Order> orders, DhlAccess.Account account, Request request, LabelRequest labels, boolean german) {
        boolean mustEncode = request.flag("mustEncode", false);
        String base = "http://" + request.header("Host").orElse("localhost");
        ArrayNode items = Json.array();
        int good = 0;
        for (Order order : orders) {
            ObjectNode item = items.addObject();
            if (order.refused(mustEncode)) {
                item.set("sstatus", DhlErrors.status(400, "Bad Request", ""));
            } else {
                good++;
                Parcel parcel = book.create(account, order.shipment());
                write(parcel, item);
                labels.write(parcel, item, base);
            }
            if (!order.findings().isEmpty()) {
                item.set("validationMessages", order.messages(german));
            }
        }
        return result(good, orders.size(), "successfully created.", items);
    }

    private static void write(Parcel parcel, ObjectNode item) {
        item.put("shipmentNo", parcel.number);
        if (!parcel.returnNumber.isEmpty()) {
            item.put("returnShipmentNo", parcel.returnNumber);
            item.put(
                    "returnRoutingCode", Routing.of(parcel.returnTo(), "RETURN").routingCode());
        }
        item.set("sstatus", DhlErrors.status(200, "OK", ""));
        if (!parcel.reference().isEmpty()) {
            item.put("shipmentRefNo", parcel.reference());
        }
        item.put("routingCode", parcel.routing.routingCode());
    }

    /** 200 or 400 for one shipment, 207 for several whatever became of them. */
    private static Reply result(int good, int all, String what, ArrayNode items) {
        String detail = good + " of " + all + (all == 1 ? " shipment " : " shipments ") + what;
        if (all > 1) {
            return DhlErrors.items(207, "Multi-Status", detail, items);
        }
        return good == 1
                ? DhlErrors.items(200, "OK", detail, items)
                : DhlErrors.items(400, "Bad Request", detail, items);
    }

    private static List<String> numbers(Request request) {
        return request.queries("shipment").stream()
                .flatMap(s -> Arrays.stream(s.split(",")))
                .toList();
    }

    private Reply fetch(Request request) {
        DhlAccess.Account account = access.caller(request);
        Fields fields = new Fields();
        LabelRequest labels = LabelRequest.of(request, fields.wrong());
        List<String> numbers = numbers(request);
        if (numbers.isEmpty() || numbers.size() > 30 || !fields.wrong().isEmpty()) {
            return DhlErrors.gateway(400, "The parameters of the request are not valid.", request);
        }
        ArrayNode items = Json.array();
        int good = 0;
        for (String number : numbers) {
            ObjectNode item = items.addObject();
            Optional<Parcel> parcel = book.open(account, number);
            if (parcel.isPresent()) {
                good++;
                write(parcel.get(), item);
                labels.write(
                        parcel.get(), item, "http://" + request.header("Host").orElse("localhost"));
            } else {
                unknown(number, item);
            }
        }
        if (good == 0 && numbers.size() == 1) {
            return DhlErrors.gateway(404, "Unknown shipment number.", request);
        }
        String detail =
                good + " of " + numbers.size() + (numbers.size() == 1 ? " shipment found." : " shipments found.");
        return numbers.size() == 1
                ? DhlErrors.items(200, "OK", detail, items)
                : DhlErrors.items(207, "Multi-Status", detail, items);
    }

    static void unknown(String number, ObjectNode item) {
        item.put("shipmentNo", number);
        item.set("sstatus", DhlErrors.status(204, "UnknownShipmentNumber", "Unknown shipment number."));
    }

    private Reply cancel(Request request) {
        DhlAccess.Account account = access.caller(request);
        List<String> numbers = numbers(request);
        if (numbers.isEmpty() || numbers.size() > 30 || request.query("profile").isEmpty()) {
            return DhlErrors.gateway(400, "The parameters profile and shipment (1 to 30) are mandatory.", request);
        }
        ArrayNode items = Json.array();
        int good = 0;
        synchronized (book) {
            for (String number : numbers) {
                ObjectNode item = items.addObject();
                Optional<Parcel> parcel = book.open(account, number);
                if (parcel.isPresent()) {
                    good++;
                    parcel.get().voided = true;
                    item.put("shipmentNo", number);
                    item.set("sstatus", DhlErrors.status(200, "OK", ""));
                } else {
                    unknown(number, item);
                }
            }
        }
        return result(good, numbers.size(), "successfully canceled.", items);
    }

    /** A document by its URL; who has the token needs no login. */
    private Reply label(Request request) {
        try {
            String token = request.query("token").orElse("");
            String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("~");
            Optional<Parcel> parcel = parts.length == 3 ? book.find(parts[0]) : Optional.empty();
            if (parcel.isPresent()) {
                PrintFormat format = PrintFormat.of(parts[2]).orElse(PrintFormat.L710);
                return Reply.bytes("application/pdf", PdfLabel.write(parcel.get(), parts[1], format));
            }
        } catch (IllegalArgumentException e) {
            // Not one of ours: answered below.
        }
        return DhlErrors.gateway(404, "No document for this token.", request);
    }
}
