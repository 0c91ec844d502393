package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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

/** Shipments V1: the seller says which items left in which parcel. */
final class ShipmentsApi {

    private final OttoAccess access;
    private final OrderBook book;
    private final SandboxClock clock;
    private final CarrierNews news;
    private final ShipmentBook shipments;

    ShipmentsApi(OttoAccess access, OrderBook book, ShipmentBook shipments, SandboxClock clock, CarrierNews news) {
        this.access = access;
        this.book = book;
        this.shipments = shipments;
        this.clock = clock;
        this.news = news;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::shipments);
        String key = "/v1/shipments/carriers/{carrier}/trackingnumbers/{number}";
        group.add("POST", "/v1/shipments", "otto.shipments.create", this::create);
        group.add("POST", "/v1/multiparcel-shipments", "otto.shipments.multiparcel", this::multiparcel);
        group.add("GET", "/v1/shipments", "otto.shipments.list", this::list);
        group.add("GET", "/v1/shipments/{id}", "otto.shipments.get", r -> single(byId(caller(r), r)));
        group.add("GET", key, "otto.shipments.lookup", r -> single(byKey(caller(r), r)));
        group.add(
                "POST",
                "/v1/shipments/{id}/positionitems",
                "otto.shipments.append",
                r -> append(r, caller(r), this::byId));
        group.add("POST", key + "/positionitems", "otto.shipments.append", r -> append(r, caller(r), this::byKey));
    }

    private Seller caller(Request request) {
        return access.caller(request, "shipments", OttoErrors::shipments);
    }

    private Reply create(Request request) {
        Seller seller = caller(request);
        JsonNode body = request.json();
        synchronized (book) {
            ShipmentCheck check = new ShipmentCheck(book, seller, request);
            check.head(body, "");
            check.done();
            TrackingKey key = key(body);
            unused(check, key, "");
            List<Item> items = check.items(
                    body.path("positionItems"), key.carrier(), key.trackingNumber(), "positionItems", false);
            check.done();
            String id = shipments.nextId();
            shipments.keep(
                    new Shipment(id, id, seller.key(), key, clock.now(), (ObjectNode) body, new ArrayList<>(items)));
            return Reply.json(201, Json.object().put("shipmentId", id));
        }
    }

    private Reply multiparcel(Request request) {
        Seller seller = caller(request);
        JsonNode body = request.json();
        synchronized (book) {
            ShipmentCheck check = new ShipmentCheck(book, seller, request);
            if (!body.isArray() || body.size() < 2) {
                throw check.refuse(400, "PROPERTY_IS_MANDATORY", "At least two shipments are needed", "shipments");
            }
            List<Shipment> parcels = new ArrayList<>();
            String group = shipments.nextId();
            for (int i = 0; i < body.size(); i++) {
                String at = "shipments[" + i + "].";
                check.head(body.get(i), at);
                check.done();
                TrackingKey key = key(body.get(i));
                unused(check, key, at);
                if (parcels.stream().anyMatch(p -> p.sameKey(key))) {
                    throw duplicate(check, at);
                }
                List<Item> items = check.items(
                        body.get(i).path("positionItems"),
                        key.carrier(),
                        key.trackingNumber(),
                        at + "positionItems",
                        true);
                String id = shipments.nextId();
                parcels.add(new Shipment(
                        id, group, seller.key(), key, clock.now(), (ObjectNode) body.get(i), new ArrayList<>(items)));
            }
            check.done();
            parcels.forEach(shipments::keep);
            return Reply.json(201, Json.object().put("multiParcelShipmentId", group));
        }
    }

    private Reply append(Request request, Seller seller, BiFunction<Seller, Request, Shipment> finder) {
        Shipment shipment = finder.apply(seller, request);
        JsonNode list = request.json();
        synchronized (book) {
            ShipmentCheck check = new ShipmentCheck(book, seller, request);
            if (!list.isArray() || list.isEmpty()) {
                throw check.refuse(400, "PROPERTY_IS_MANDATORY", "The property is mandatory", "positionItems");
            }
            List<Item> items = check.items(
                    list, shipment.key().carrier(), shipment.key().trackingNumber(), "positionItems", false);
            check.done();
            ArrayNode reported = (ArrayNode) shipment.body().path("positionItems");
            list.forEach(reported::add);
            shipment.items().addAll(items);
            shipments.sent(shipment, items, list);
            return Reply.empty(200);
        }
    }

    private static TrackingKey key(JsonNode body) {
        JsonNode key = body.path("trackingKey");
        return new TrackingKey(
                key.path("carrier").asString(""), key.path("trackingNumber").asString(""));
    }

    private void unused(ShipmentCheck check, TrackingKey key, String at) {
        if (shipments.find(key).isPresent()) {
            throw duplicate(check, at);
        }
    }

    private static Refused duplicate(ShipmentCheck check, String at) {
        return check.refuse(
                409,
                "DUPLICATE_TRACKING_KEY",
                "Tracking key already exists for another shipment.",
                at.isEmpty() ? "" : at + "trackingKey");
    }

    private Shipment byId(Seller seller, Request request) {
        String id = request.variable("id");
        return own(shipments.find(id), seller, request, "Found no shipment with id " + id);
    }

    private Shipment byKey(Seller seller, Request request) {
        TrackingKey key = new TrackingKey(request.variable("carrier"), request.variable("number"));
        return own(
                shipments.find(key),
                seller,
                request,
                "Found no shipment with carrier " + key.carrier() + " and tracking number " + key.trackingNumber());
    }

    private static Shipment own(Optional<Shipment> found, Seller seller, Request request, String nothing) {
        Refused missing = new Refused(OttoErrors.shipment(404, "RESOURCE_NOT_FOUND", nothing, "", request));
        Shipment shipment = found.orElseThrow(() -> missing);
        if (shipment.seller().equals(seller.key())) {
            return shipment;
        }
        // Only reading documents a 403.
        throw request.method().equals("GET")
                ? new Refused(OttoErrors.shipments(403, "The partner is not allowed to read the shipment", request))
                : missing;
    }

    private Reply single(Shipment shipment) {
        synchronized (book) {
            ObjectNode json = brief(shipment);
            json.put("shipDate", shipment.body().path("shipDate").asString());
            json.set("shipFromAddress", shipment.from());
            json.set("positionItems", shipment.body().path("positionItems"));
            // Written under the lock: items may be added while another thread reads.
            return Reply.ok(json);
        }
    }

    private Reply list(Request request) {
        Seller seller = caller(request);
        Instant from = request.query("datefrom")
                .flatMap(OttoDates::read)
                .orElseThrow(() -> new Refused(OttoErrors.shipment(
                        400, "PROPERTY_IS_MANDATORY", "The property is mandatory", "datefrom", request)));
        int limit;
        int skip;
        try {
            limit = Math.clamp(request.query("limit").map(Integer::parseInt).orElse(25), 1, 100);
            skip = request.query("next").map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException e) {
            return OttoErrors.shipments(400, "limit and next must be numbers", request);
        }
        List<Shipment> own = shipments.all().stream()
                .filter(s -> s.seller().equals(seller.key()) && !s.created().isBefore(from))
                .sorted(Comparator.comparing(Shipment::created))
                .toList();
        ObjectNode body = Json.object();
        ArrayNode resources = body.putArray("resources");
        own.stream().skip(skip).limit(limit).forEach(s -> resources.add(brief(s)));
        if (own.size() > skip + limit) {
            body.putArray("links")
                    .addObject()
                    .put("rel", "next")
                    .put(
                            "href",
                            "/v1/shipments?datefrom=" + OttoDates.shipment(from) + "&limit=" + limit + "&next="
                                    + (skip + limit));
        }
        return Reply.ok(body);
    }

    private ObjectNode brief(Shipment shipment) {
        ObjectNode json = Json.object()
                .put("shipmentId", shipment.shipmentId())
                .put("creationDate", OttoDates.shipment(shipment.created()));
        json.set("trackingKey", shipment.key().json());
        ArrayNode states = json.putArray("states");
        states.addObject().put("state", "SENT").put("occurredOn", OttoDates.shipment(shipment.created()));
        news.of(shipment.key().carrier(), shipment.key().trackingNumber(), clock.now())
                .forEach(n -> states.addObject().put("state", n.state()).put("occurredOn", OttoDates.shipment(n.at())));
        return json;
    }
}
