package org.packhaus.sandbox.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.packhaus.sandbox.carrier.Fate;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.carrier.Step;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the roads are like, and where every parcel really is, as far as its carrier tells. */
public final class RoadsControl {
    private final Sellers sellers;
    private final SandboxClock clock;
    private final List<SandboxCarrier> carriers;
    private final Roads roads;

    public RoadsControl(Sellers sellers, SandboxClock clock, List<SandboxCarrier> carriers, Roads roads) {
        this.sellers = sellers;
        this.clock = clock;
        this.carriers = carriers;
        this.roads = roads;
    }

    public void routes(Routes routes) {
        Routes.Group group = routes.group(ControlErrors::word);
        group.add("POST", "/sandbox/roads/calm", "sandbox.roads", request -> calm());
        group.add("POST", "/sandbox/roads/busy", "sandbox.roads", this::busy);
        group.add("POST", "/sandbox/roads/fate", "sandbox.roads", this::fate);
        group.add("GET", "/sandbox/parcels", "sandbox.parcels", this::parcels);
    }

    private Reply calm() {
        roads.calm();
        return Reply.ok(Json.object().put("roads", "calm"));
    }

    private Reply busy(Request request) {
        long seed = Numbers.number(request, "seed", 1);
        roads.busy(seed);
        return Reply.ok(Json.object().put("roads", "busy").put("seed", seed));
    }

    private Reply fate(Request request) {
        String wanted = request.query("fate").orElse("").toUpperCase(Locale.ROOT);
        Fate fate = Arrays.stream(Fate.values())
                .filter(one -> one.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> ControlErrors.bad("fate must be one of " + List.of(Fate.values())));
        roads.all(fate);
        return Reply.ok(Json.object().put("roads", "fate").put("fate", fate.name()));
    }

    private Reply parcels(Request request) {
        String seller = request.query("seller").isEmpty()
                ? ""
                : SellersControl.seller(sellers, request).key();
        Instant now = clock.now();
        ArrayNode parcels = Json.array();
        for (SandboxCarrier carrier : carriers) {
            for (JsonNode charge : carrier.charges(seller)) {
                if (charge.path("purpose").asString().equals("OUTBOUND")
                        && !charge.path("voided").asBoolean()) {
                    carrier.way(charge.path("number").asString(), now)
                            .ifPresent(way -> parcels.add(parcel(carrier, charge, way)));
                }
            }
        }
        return Reply.ok(parcels);
    }

    private static ObjectNode parcel(SandboxCarrier carrier, JsonNode charge, Travel way) {
        List<Travel.Moment> moments = way.moments();
        ObjectNode parcel = Json.object()
                .put("carrier", carrier.code())
                .put("number", charge.path("number").asString())
                .put("product", charge.path("product").asString())
                .put("soldAt", charge.path("at").asString())
                .put("attempts", way.attempts())
                .put("step", moments.isEmpty() ? "" : moments.getLast().step().name());
        at(parcel, "handedOverAt", first(moments, Step.HANDED_OVER));
        at(parcel, "firstAttemptAt", first(moments, Step.ATTEMPT_FAILED, Step.AT_SHOP, Step.DELIVERED));
        at(parcel, "deliveredAt", first(moments, Step.DELIVERED));
        return parcel;
    }

    private static Optional<Instant> first(List<Travel.Moment> moments, Step... steps) {
        return moments.stream()
                .filter(moment -> List.of(steps).contains(moment.step()))
                .map(Travel.Moment::at)
                .findFirst();
    }

    private static void at(ObjectNode parcel, String name, Optional<Instant> at) {
        at.ifPresent(instant -> parcel.put(name, instant.toString()));
    }
}
