package org.packhaus.sandbox.ups;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.node.ObjectNode;

/** Who may call: each seller has an app of its own, whose tokens live four hours. */
final class UpsAccess {

    private static final int LIFE_SECONDS = 14_399;

    private record Login(String clientId, Instant expires) {}

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();

    UpsAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(UpsErrors::gateway).add("POST", "/security/v1/oauth/token", "ups.token", this::token);
    }

    void clear() {
        tokens.clear();
    }

    /** The account number of a seller: six characters that are part of every tracking number. */
    static String shipperNumber(Seller seller) {
        return "PH%04d".formatted(seller.number() * 1117 % 10_000);
    }

    static ObjectNode account(Seller seller) {
        return Json.object()
                .put("clientId", clientId(seller))
                .put("clientSecret", secret(seller))
                .put("shipperNumber", shipperNumber(seller));
    }

    private static String clientId(Seller seller) {
        return "ups-client-" + seller.key();
    }

    private static String secret(Seller seller) {
        return UUID.nameUUIDFromBytes(("ups:" + seller.key()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    private Reply token(Request request) {
        if (!request.form().getOrDefault("grant_type", "").equals("client_credentials")) {
            return UpsErrors.error(400, "10400", "Invalid/Missing Grant Type");
        }
        Optional<String[]> basic = request.basic();
        Optional<Seller> seller = basic.flatMap(b -> byClient(b[0]));
        if (seller.isEmpty()) {
            return UpsErrors.error(401, "10401", "ClientId is Invalid");
        }
        if (!secret(seller.get()).equals(basic.orElseThrow()[1])) {
            return UpsErrors.error(401, "10401", "Client secret is Invalid");
        }
        Instant now = clock.now();
        tokens.values().removeIf(t -> t.expires().isBefore(now));
        String token = "ups" + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Login(clientId(seller.get()), now.plusSeconds(LIFE_SECONDS)));
        return Reply.ok(Json.object()
                .put("token_type", "Bearer")
                .put("issued_at", String.valueOf(now.toEpochMilli()))
                .put("client_id", clientId(seller.get()))
                .put("access_token", token)
                .put("expires_in", String.valueOf(LIFE_SECONDS))
                .put("refresh_count", "0")
                .put("status", "approved"));
    }

    private Optional<Seller> byClient(String clientId) {
        return sellers.all().stream()
                .filter(seller -> clientId(seller).equals(clientId) && sellers.allowed(seller, Ups.KEY))
                .findFirst();
    }

    /** The seller that calls. */
    Seller caller(Request request) {
        return request.bearer()
                .flatMap(token -> Optional.ofNullable(tokens.get(token)))
                .filter(login -> login.expires().isAfter(clock.now()))
                .flatMap(login -> byClient(login.clientId()))
                .orElseThrow(() -> new Refused(UpsErrors.error(401, "250002", "Invalid Authentication Information.")));
    }
}
