package org.packhaus.sandbox.otto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ShippingProfiles V1. Each seller starts with four: parcel, fast parcel, forwarder to the room, forwarder to the curb. */
final class ShippingProfilesApi {

    private static final List<String> DELIVERY_TYPES =
            List.of("PARCEL", "FORWARDER_PREFERREDLOCATION", "FORWARDER_CURBSIDE", "FORWARDER_HEAVYDUTY");
    private static final List<String> REQUIRED = List.of(
            "shippingProfileName",
            "workingDays",
            "orderCutoff",
            "deliveryType",
            "defaultProcessingTime",
            "transportTime");

    private final OttoAccess access;
    private final Map<String, Map<String, ObjectNode>> bySeller = new ConcurrentHashMap<>();

    ShippingProfilesApi(OttoAccess access) {
        this.access = access;
    }

    void routes(Routes routes) {
        Routes.Group group = routes.group(OttoErrors::profiles);
        group.add("GET", "/v1/shipping-profiles", "otto.profiles.list", this::list);
        group.add("POST", "/v1/shipping-profiles", "otto.profiles.create", this::create);
        group.add("GET", "/v1/shipping-profiles/{id}", "otto.profiles.get", this::single);
        group.add("PUT", "/v1/shipping-profiles/{id}", "otto.profiles.change", this::change);
        group.add("DELETE", "/v1/shipping-profiles/{id}", "otto.profiles.delete", this::delete);
    }

    JsonNode remember() {
        return Json.remember(bySeller);
    }

    void recall(JsonNode memory) {
        for (String seller : memory.propertyNames()) {
            Map<String, ObjectNode> profiles = new LinkedHashMap<>();
            for (String id : memory.path(seller).propertyNames()) {
                profiles.put(id, (ObjectNode) memory.path(seller).path(id));
            }
            bySeller.put(seller, profiles);
        }
    }

    void clear() {
        bySeller.clear();
    }

    /** The id of the profile a product starts with. @param key PARCEL, EXPRESS, FORWARDER or CURBSIDE */
    static String id(Seller seller, String key) {
        return UUID.nameUUIDFromBytes(("profile:" + seller.key() + ":" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    boolean exists(Seller seller, String id) {
        Map<String, ObjectNode> own = of(seller);
        synchronized (own) {
            return own.containsKey(id);
        }
    }

    private Map<String, ObjectNode> of(Seller seller) {
        return bySeller.computeIfAbsent(seller.key(), key -> {
            Map<String, ObjectNode> profiles = new LinkedHashMap<>();
            add(profiles, id(seller, "PARCEL"), "DHL Paket Standard", "PARCEL", "14:00", 2, 2, 5);
            add(profiles, id(seller, "EXPRESS"), "DHL Paket schnell", "PARCEL", "16:30", 1, 1, 6);
            add(
                    profiles,
                    id(seller, "FORWARDER"),
                    "Spedition bis Wunschort",
                    "FORWARDER_PREFERREDLOCATION",
                    "12:00",
                    5,
                    7,
                    5);
            add(profiles, id(seller, "CURBSIDE"), "Spedition Bordstein", "FORWARDER_CURBSIDE", "12:00", 4, 5, 5);
            return profiles;
        });
    }

    private static void add(
            Map<String, ObjectNode> profiles,
            String id,
            String name,
            String type,
            String cutoff,
            int processing,
            int transport,
            int days) {
        ObjectNode profile = Json.object().put("shippingProfileId", id).put("shippingProfileName", name);
        ArrayNode workingDays = profile.putArray("workingDays");
        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY").stream()
                .limit(days)
                .forEach(workingDays::add);
        profile.put("orderCutoff", cutoff)
                .put("deliveryType", type)
                .put("defaultProcessingTime", processing)
                .put("transportTime", transport);
        profiles.put(id, profile);
    }

    private Seller caller(Request request) {
        return access.caller(request, "shipping-profiles", OttoErrors::profiles);
    }

    private Reply list(Request request) {
        Map<String, ObjectNode> own = of(caller(request));
        ObjectNode body = Json.object();
        ArrayNode results = body.putArray("results");
        synchronized (own) {
            own.values().forEach(results::add);
            return Reply.ok(body);
        }
    }

    private Reply single(Request request) {
        Map<String, ObjectNode> own = of(caller(request));
        synchronized (own) {
            return Reply.ok(known(own, request));
        }
    }

    private static ObjectNode known(Map<String, ObjectNode> own, Request request) {
        ObjectNode profile = own.get(request.variable("id"));
        if (profile == null) {
            throw new Refused(
                    OttoErrors.profiles(404, "Shipping profile not found for id: " + request.variable("id"), request));
        }
        return profile;
    }

    private Reply create(Request request) {
        Map<String, ObjectNode> own = of(caller(request));
        JsonNode body = request.json();
        check(body, request);
        synchronized (own) {
            String name = body.path("shippingProfileName").asString();
            if (own.values().stream()
                    .anyMatch(p -> p.path("shippingProfileName").asString().equals(name))) {
                return OttoErrors.profiles(409, "A shipping profile with this name already exists: " + name, request);
            }
            String id = UUID.randomUUID().toString();
            own.put(id, copy(id, body));
            return Reply.json(
                    201, Json.object().put("shippingProfileId", id).put("message", "Shipping profile created"));
        }
    }

    private Reply change(Request request) {
        Map<String, ObjectNode> own = of(caller(request));
        JsonNode body = request.json();
        check(body, request);
        synchronized (own) {
            ObjectNode old = known(own, request);
            if (!old.path("deliveryType").equals(body.path("deliveryType"))) {
                return OttoErrors.profiles(400, "deliveryType cannot be changed", request);
            }
            own.put(request.variable("id"), copy(request.variable("id"), body));
            return Reply.empty(204);
        }
    }

    private Reply delete(Request request) {
        Seller seller = caller(request);
        Map<String, ObjectNode> own = of(seller);
        synchronized (own) {
            known(own, request);
            String id = request.variable("id");
            if (seller.products().stream().anyMatch(p -> id(seller, p.profile()).equals(id))) {
                return OttoErrors.profiles(412, "Shipping profile is still linked to SKUs", request);
            }
            own.remove(id);
            return Reply.empty(204);
        }
    }

    private static ObjectNode copy(String id, JsonNode body) {
        ObjectNode profile = Json.object().put("shippingProfileId", id);
        REQUIRED.forEach(name -> profile.set(name, body.path(name)));
        return profile;
    }

    private static void check(JsonNode body, Request request) {
        List<String> wrong = new ArrayList<>();
        REQUIRED.stream()
                .filter(name -> body.path(name).isMissingNode())
                .forEach(name -> wrong.add(name + " is mandatory"));
        if (!body.path("orderCutoff").asString("").matches("([01]\\d|2[0-3]):[03]0")) {
            wrong.add("orderCutoff must be HH:MM in steps of half an hour");
        }
        if (!DELIVERY_TYPES.contains(body.path("deliveryType").asString(""))) {
            wrong.add("deliveryType must be one of " + DELIVERY_TYPES);
        }
        for (String name : List.of("defaultProcessingTime", "transportTime")) {
            int days = body.path(name).asInt(0);
            if (days < 1 || days > 99) {
                wrong.add(name + " must be between 1 and 99");
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refused(OttoErrors.profiles(400, String.join("; ", wrong), request));
        }
    }
}
