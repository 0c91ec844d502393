package org.packhaus.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.fault.FaultDial;
import org.packhaus.sandbox.fault.FaultKind;
import org.packhaus.sandbox.fault.Faults;
import org.packhaus.sandbox.otto.OttoAccess;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dials for faults and for rate limits. */
final class FaultsControl {

    private static final int SLOW_MILLIS = 1500;

    private final Faults faults;
    private final OttoAccess access;
    private final List<String> families;

    FaultsControl(Faults faults, OttoAccess access, List<SandboxCarrier> carriers) {
        this.faults = faults;
        this.access = access;
        families = Stream.concat(Stream.of("otto"), carriers.stream().map(SandboxCarrier::key))
                .map(key -> key + ".*")
                .toList();
    }

    void routes(Routes.Group group) {
        group.add("GET", "/sandbox/faults", "sandbox.faults", r -> list());
        group.add("POST", "/sandbox/faults", "sandbox.faults.turn", this::turn);
        group.add("POST", "/sandbox/faults/{preset}", "sandbox.faults.preset", this::preset);
        group.add("GET", "/sandbox/limits", "sandbox.limits", r -> limits());
        group.add("POST", "/sandbox/limits", "sandbox.limits.change", this::changeLimits);
    }

    void reset() {
        faults.turn(List.of());
        limits(20, 10);
    }

    private void limits(int perSeller, int perAddress) {
        access.perSeller().change(perSeller);
        access.products().change(perSeller / 2);
        access.perAddress().change(perAddress);
    }

    private Reply list() {
        ObjectNode json = Json.object();
        ArrayNode dials = json.putArray("dials");
        for (FaultDial dial : faults.dials()) {
            dials.addObject()
                    .put("operation", dial.operation())
                    .put("kind", dial.kind().word())
                    .put("rate", dial.rate())
                    .put("millis", dial.millis())
                    .put("seed", dial.seed());
        }
        ObjectNode drawn = json.putObject("drawn");
        faults.drawn().forEach(drawn::put);
        return Reply.ok(json);
    }

    private Reply turn(Request request) {
        JsonNode body = request.json();
        if (!body.isArray()) {
            throw ControlErrors.bad("The body must be a list of dials: [{\"operation\", \"kind\", \"rate\"}]");
        }
        List<FaultDial> dials = new ArrayList<>();
        for (JsonNode dial : body) {
            String kind = dial.path("kind").asString("");
            double rate = dial.path("rate").asDouble(1);
            if (rate < 0 || rate > 1) {
                throw ControlErrors.bad("rate must be between 0 and 1");
            }
            dials.add(new FaultDial(
                    dial.path("operation").asString("*"),
                    FaultKind.of(kind).orElseThrow(() -> ControlErrors.bad("There is no kind of fault " + kind)),
                    rate,
                    dial.path("millis").asInt(SLOW_MILLIS),
                    dial.path("seed").asLong(7)));
        }
        faults.turn(dials);
        return list();
    }

    private Reply preset(Request request) {
        String name = request.variable("preset");
        long seed = Numbers.number(request, "seed", 7);
        faults.turn(Faults.preset(name, families, seed)
                .orElseThrow(() -> ControlErrors.missing("There is no preset " + name + "; none, mild, harsh")));
        return list();
    }

    private Reply changeLimits(Request request) {
        JsonNode body = request.json();
        limits(
                body.path("perSellerPerSecond").asInt(access.perSeller().perSecond()),
                body.path("tokenPerAddressPerSecond").asInt(access.perAddress().perSecond()));
        return limits();
    }

    private Reply limits() {
        return Reply.ok(Json.object()
                .put("perSellerPerSecond", access.perSeller().perSecond())
                .put("tokenPerAddressPerSecond", access.perAddress().perSecond()));
    }
}
