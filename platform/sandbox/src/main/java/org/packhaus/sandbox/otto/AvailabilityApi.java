package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Product;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Availability V1: how many pieces are for sale, and how each SKU is delivered. */
final class AvailabilityApi {

    private static final int MOST_ROWS = 200;
    private static final long MOST_PIECES = 999_999_999;
    private static final int PIECES_AT_FIRST = 25;

    private record Quantity(long pieces, Instant at) {}

    private record Delivery(String profile, String processingTime) {}

    private final OttoAccess access;
    private final ShippingProfilesApi profiles;
    private final SandboxClock clock;
    private final Map<String, Quantity> quantities = new ConcurrentHashMap<>();
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
    private final Instant started;

    AvailabilityApi(OttoAccess access, ShippingProfilesApi profiles, SandboxClock clock) {
        this.access = access;
        this.profiles = profiles;
        this.clock = clock;
        started = clock.now();
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::availability);
        String quantity = "/v1/availability/quantities";
        String delivery = "/v1/availability/product-delivery-information";
        group.add("GET", quantity, "otto.availability.list", this::quantities);
        group.add("POST", quantity, "otto.availability.update", this::update);
        group.add("GET", quantity + "/{sku}", "otto.availability.get", this::quantity);
        group.add("GET", delivery, "otto.delivery.list", this::deliveries);
        group.add("POST", delivery, "otto.delivery.update", this::deliver);
        group.add("GET", delivery + "/{sku}", "otto.delivery.get", this::delivery);
    }

    private record Memory(Map<String, Quantity> quantities, Map<String, Delivery> deliveries) {}

    JsonNode remember() {
        return Json.remember(new Memory(quantities, deliveries));
    }

    void recall(JsonNode memory) {
        Memory kept = Json.recall(memory, Memory.class);
        quantities.putAll(kept.quantities());
        deliveries.putAll(kept.deliveries());
    }

    void clear() {
        quantities.clear();
        deliveries.clear();
    }

    private Seller caller(Request request) {
        return access.caller(request, "availability", OttoErrors::availability);
    }

    private static String key(Seller seller, String sku) {
        return seller.key() + "\n" + sku;
    }

    private Quantity stock(Seller seller, String sku) {
        return quantities.getOrDefault(key(seller, sku), new Quantity(PIECES_AT_FIRST, started));
    }

    private ObjectNode quantityJson(Seller seller, String sku, boolean links) {
        Quantity stock = stock(seller, sku);
        ObjectNode json = Json.object()
                .put("sku", sku)
                .put("quantity", stock.pieces())
                .put("lastModified", OttoDates.shipment(stock.at()));
        if (links) {
            json.putArray("links")
                    .addObject()
                    .put("rel", "self")
                    .put("href", "/v1/availability/quantities/" + Routes.encodeSegment(sku));
        }
        return json;
    }

    private Reply quantities(Request request) {
        Seller seller = caller(request);
        int limit = number(request, "limit", MOST_ROWS, MOST_ROWS);
        int skip = request.query("cursor").isPresent()
                ? number(request, "cursor", 0, Integer.MAX_VALUE)
                : number(request, "page", 0, Integer.MAX_VALUE / MOST_ROWS) * limit;
        ObjectNode body = Json.object();
        ArrayNode rows = body.putObject("resources").putArray("variations");
        seller.products().stream().skip(skip).limit(limit).forEach(p -> rows.add(quantityJson(seller, p.sku(), true)));
        ArrayNode links = body.putArray("links");
        if (skip + limit < seller.products().size()) {
            links.addObject()
                    .put("rel", "next")
                    .put("href", "/v1/availability/quantities?limit=" + limit + "&cursor=" + (skip + limit));
        }
        return Reply.ok(body);
    }

    private Reply quantity(Request request) {
        Seller seller = caller(request);
        String sku = known(seller, request).sku();
        return Reply.ok(quantityJson(seller, sku, false));
    }

    private Reply update(Request request) {
        Seller seller = caller(request);
        JsonNode body = rows(request);
        for (JsonNode row : body) {
            if (row.path("sku").asString("").isEmpty()
                    || !row.path("quantity").isIntegralNumber()
                    || row.path("quantity").asLong() < 0
                    || row.path("quantity").asLong() > MOST_PIECES) {
                return OttoErrors.availability(
                        422, "sku is mandatory, quantity must be between 0 and " + MOST_PIECES, request);
            }
        }
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode row : body) {
            String sku = row.path("sku").asString();
            if (seller.product(sku).isEmpty()) {
                errors.add(unknown(request, sku));
            } else {
                quantities.put(
                        key(seller, sku), new Quantity(row.path("quantity").asLong(), clock.now()));
                results.add(quantityJson(seller, sku, true));
            }
        }
        ObjectNode answer = Json.object();
        answer.set("results", results);
        answer.set("errors", errors);
        return Reply.json(errors.isEmpty() ? 200 : 207, answer);
    }

    private static ObjectNode unknown(Request request, String sku) {
        return OttoErrors.availabilityError(404, "Error: SKU is unknown for SKU: " + sku, request, sku);
    }

    private JsonNode rows(Request request) {
        JsonNode body = request.json();
        if (!body.isArray() || body.isEmpty()) {
            throw new Refused(OttoErrors.availability(400, "The body must be an array of 1 to 200 entries", request));
        }
        if (body.size() > MOST_ROWS) {
            throw new Refused(OttoErrors.availability(413, "Payload too large", request));
        }
        return body;
    }

    private static Product known(Seller seller, Request request) {
        String sku = request.variable("sku");
        return seller.product(sku)
                .orElseThrow(() ->
                        new Refused(OttoErrors.availability(404, "Error: SKU is unknown for SKU: " + sku, request)));
    }

    private ObjectNode deliveryJson(Seller seller, Product product) {
        Delivery delivery = Optional.ofNullable(deliveries.get(key(seller, product.sku())))
                .orElseGet(() -> new Delivery(ShippingProfilesApi.id(seller, product.profile()), "DEFAULT"));
        return Json.object()
                .put("sku", product.sku())
                .put("shippingProfileId", delivery.profile())
                .put("processingTime", delivery.processingTime());
    }

    private Reply deliveries(Request request) {
        Seller seller = caller(request);
        int limit = number(request, "limit", MOST_ROWS, MOST_ROWS);
        int skip = number(request, "cursor", 0, Integer.MAX_VALUE / 2);
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        seller.products().stream().skip(skip).limit(limit).forEach(p -> results.add(deliveryJson(seller, p)));
        if (skip + limit < seller.products().size()) {
            body.putObject("links")
                    .put("rel", "next")
                    .put(
                            "href",
                            "/v1/availability/product-delivery-information?limit=" + limit + "&cursor="
                                    + (skip + limit));
        }
        return Reply.ok(body);
    }

    private Reply delivery(Request request) {
        Seller seller = caller(request);
        Optional<Product> product = seller.product(request.variable("sku"));
        return product.map(p -> Reply.ok(deliveryJson(seller, p)))
                .orElseGet(() -> Reply.json(404, unknown(request, request.variable("sku"))));
    }

    private Reply deliver(Request request) {
        Seller seller = caller(request);
        ArrayNode results = Json.array();
        ArrayNode errors = Json.array();
        for (JsonNode row : rows(request)) {
            String sku = row.path("sku").asString("");
            String profile = row.path("shippingProfileId").asString("");
            String time = row.path("processingTime").asString("");
            Optional<Product> product = seller.product(sku);
            if (product.isEmpty()) {
                errors.add(unknown(request, sku));
            } else if (!profiles.exists(seller, profile)) {
                errors.add(OttoErrors.availabilityError(
                        404, "Error: Shipping profile is unknown for SKU: " + sku, request, sku));
            } else if (!time.matches("DEFAULT|[1-9]\\d?")) {
                errors.add(OttoErrors.availabilityError(
                        400, "Error: processingTime must be 1 to 99 or DEFAULT for SKU: " + sku, request, sku));
            } else {
                deliveries.put(key(seller, sku), new Delivery(profile, time));
                results.add(deliveryJson(seller, product.get()));
            }
        }
        if (errors.isEmpty()) {
            return Reply.json(202, Json.object().put("message", "Accepted"));
        }
        ObjectNode answer = Json.object();
        answer.set("results", results);
        answer.set("errors", errors);
        return Reply.json(207, answer);
    }

    private static int number(Request request, String name, int otherwise, int most) {
        try {
            int value = request.query(name).map(Integer::parseInt).orElse(otherwise);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the refusal.
        }
        throw new Refused(OttoErrors.availability(400, List.of(name) + " is out of range", request));
    }
}
