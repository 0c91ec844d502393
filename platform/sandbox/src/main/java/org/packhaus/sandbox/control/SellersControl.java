package org.packhaus.sandbox.control;

import java.util.List;
import java.util.stream.Stream;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.otto.Carriers;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Sellers and their credentials. */
final class SellersControl {

    private final Sellers sellers;
    private final List<SandboxCarrier> carriers;

    SellersControl(Sellers sellers, List<SandboxCarrier> carriers) {
        this.sellers = sellers;
        this.carriers = carriers;
    }

    void routes(Routes.Group group) {
        group.add("GET", "/sandbox/sellers", "sandbox.sellers", r -> list());
        group.add("POST", "/sandbox/sellers", "sandbox.sellers.add", this::add);
        group.add("POST", "/sandbox/credentials", "sandbox.credentials", this::credentials);
    }

    private Reply list() {
        ArrayNode list = Json.array();
        sellers.all().forEach(seller -> list.add(json(seller)));
        return Reply.ok(list);
    }

    private Reply add(Request request) {
        JsonNode body = request.json();
        String name = body.path("name").asString("").trim();
        String returnCarrier = body.path("returnCarrier").asString("DHL");
        if (name.isEmpty()) {
            throw ControlErrors.bad("The body needs a name: {\"name\": \"…\"}");
        }
        if (!Carriers.RETURN.contains(returnCarrier)) {
            throw ControlErrors.bad("returnCarrier must be one of " + Carriers.RETURN);
        }
        return Reply.ok(json(sellers.add(name, returnCarrier)));
    }

    private Reply credentials(Request request) {
        Seller seller = seller(sellers, request);
        String system = request.query("system").orElse("");
        List<String> systems = Stream.concat(
                        Stream.of("otto"), carriers.stream().map(SandboxCarrier::key))
                .toList();
        if (!systems.contains(system)) {
            throw ControlErrors.bad("system must be one of " + systems);
        }
        boolean valid = request.flag("valid", true);
        sellers.allow(seller, system, valid);
        return Reply.ok(
                Json.object().put("seller", seller.key()).put("system", system).put("valid", valid));
    }

    static Seller seller(Sellers sellers, Request request) {
        String word = request.query("seller").orElseThrow(() -> ControlErrors.bad("The parameter seller is missing"));
        return sellers.find(word)
                .orElseThrow(() -> ControlErrors.missing("There is no seller " + word + "; see GET /sandbox/sellers"));
    }

    private ObjectNode json(Seller seller) {
        ObjectNode json = Json.object()
                .put("number", seller.number())
                .put("key", seller.key())
                .put("name", seller.name())
                .put("partnerId", seller.partnerId())
                .put("clientId", seller.clientId())
                .put("clientSecret", seller.clientSecret())
                .put("returnCarrier", seller.returnCarrier());
        json.putObject("app")
                .put("appId", Otto.APP_ID)
                .put("clientId", Otto.APP_CLIENT)
                .put("clientSecret", Otto.APP_SECRET)
                .put("installationId", seller.installationId());
        carriers.forEach(carrier -> json.set(carrier.key(), carrier.account(seller)));
        json.putObject("shipFrom")
                .put("name", seller.shipFrom().name())
                .put("street", seller.shipFrom().street())
                .put("house", seller.shipFrom().house())
                .put("zip", seller.shipFrom().zip())
                .put("city", seller.shipFrom().city())
                .put("country", seller.shipFrom().country());
        json.put("skus", seller.products().size());
        json.put("ottoValid", sellers.allowed(seller, "otto"));
        carriers.forEach(carrier -> json.put(carrier.key() + "Valid", sellers.allowed(seller, carrier.key())));
        return json;
    }
}
