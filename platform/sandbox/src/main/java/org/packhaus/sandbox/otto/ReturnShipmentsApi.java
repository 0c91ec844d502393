package org.packhaus.sandbox.otto;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ReturnShipments V1: where the parcels are that come back. */
final class ReturnShipmentsApi {

    private static final Set<String> CARRIERS = Set.of("DHL", "GLS", "HERMES", "HES");
    /** OTTO says 30 or 42 days, by carrier, and not which; the longer one for all. */
    private static final Duration FOUND_BY_NUMBER = Duration.ofDays(42);

    private final OttoAccess access;
    private final OrderBook book;
    private final ReturnBook returns;
    private final SandboxClock clock;

    ReturnShipmentsApi(OttoAccess access, OrderBook book, ReturnBook returns, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.returns = returns;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::shipments);
        group.add("GET", "/v1/return-shipments", "otto.returnShipments.list", this::list);
        group.add("GET", "/v1/return-shipments/{id}", "otto.returnShipments.get", this::byId);
        group.add(
                "GET",
                "/v1/return-shipments/carriers/{carrier}/trackingnumbers/{number}",
                "otto.returnShipments.lookup",
                this::byKey);
    }

    private Seller caller(Request request) {
        return access.caller(request, "shipments", OttoErrors::shipments);
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        Instant now = clock.now();
        Instant from = request.query("datefrom")
                .flatMap(OttoDates::read)
                .orElseThrow(() -> new Refused(OttoErrors.shipment(
                        400, "PROPERTY_IS_MANDATORY", "The property is mandatory", "datefrom", request)));
        int limit = number(request, "limit", 25, 1, 100);
        int skip = number(request, "next", 0, 0, Integer.MAX_VALUE);
        synchronized (book) {
            List<ReturnBox> own = returns.boxes(seller.key()).stream()
                    .filter(box -> !box.changed(now).isBefore(from))
                    .sorted(Comparator.comparing((ReturnBox box) -> box.changed(now))
                            .thenComparing(ReturnBox::id))
                    .toList();
            ObjectNode body = Json.object();
            ArrayNode resources = body.putArray("resources");
            own.stream().skip(skip).limit(limit).forEach(box -> resources.add(json(box, now)));
            if (own.size() > skip + limit) {
                body.putArray("links")
                        .addObject()
                        .put("rel", "next")
                        .put(
                                "href",
                                "/v1/return-shipments?datefrom=" + OttoDates.shipment(from) + "&limit=" + limit
                                        + "&next=" + (skip + limit));
            }
            return Reply.ok(body);
        }
    }

    private static int number(Request request, String name, int otherwise, int least, int most) {
        try {
            int number = request.query(name).map(Integer::parseInt).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through.
        }
        throw new Refused(OttoErrors.shipment(
                400, "INVALID_PROPERTY", "The value must be between " + least + " and " + most, name, request));
    }

    private Reply byId(Request request) {
        Seller seller = caller(request);
        String id = request.variable("id");
        synchronized (book) {
            return own(returns.box(id), seller, "Found no return shipment with id " + id, request);
        }
    }

    private Reply byKey(Request request) {
        Seller seller = caller(request);
        TrackingKey key = new TrackingKey(request.variable("carrier"), request.variable("number"));
        if (!CARRIERS.contains(key.carrier())) {
            return OttoErrors.shipment(400, "INVALID_PROPERTY", "Unknown carrier " + key.carrier(), "carrier", request);
        }
        Instant oldest = clock.now().minus(FOUND_BY_NUMBER);
        synchronized (book) {
            return own(
                    returns.boxes("").stream()
                            .filter(box ->
                                    box.key().equals(key) && !box.announced().isBefore(oldest))
                            .max(Comparator.comparing(ReturnBox::announced)),
                    seller,
                    "Found no return shipment with carrier " + key.carrier() + " and tracking number "
                            + key.trackingNumber(),
                    request);
        }
    }

    private Reply own(Optional<ReturnBox> found, Seller seller, String nothing, Request request) {
        if (found.isEmpty()) {
            return OttoErrors.shipment(404, "RESOURCE_NOT_FOUND", nothing, "", request);
        }
        return found.get().seller().equals(seller.key())
                ? Reply.ok(json(found.get(), clock.now()))
                : OttoErrors.shipments(403, "The partner is not allowed to read the return shipment", request);
    }

    private ObjectNode json(ReturnBox box, Instant now) {
        ObjectNode json =
                Json.object().put("returnShipmentId", box.id()).put("createdAt", OttoDates.shipment(box.announced()));
        json.set("trackingKey", box.key().json());
        ArrayNode items = json.putArray("returnPositionItems");
        // Here and nowhere else the piece is called salesOrderPositionItemId.
        box.pieces()
                .forEach(id -> book.ofItem(id)
                        .ifPresent(order -> items.addObject()
                                .put("salesOrderId", order.salesOrderId)
                                .put("salesOrderPositionItemId", id)));
        ArrayNode states = json.putArray("states");
        box.states(now)
                .forEach(state -> states.addObject()
                        .put("state", state.state())
                        .put("occurredOn", OttoDates.shipment(state.at()))
                        .put("statusText", state.text()));
        return json;
    }
}
