package org.packhaus.sandbox.hermes;

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

/** Who may call: a token by user and password (3600 s), or by the refresh token that came with the last one. */
final class HermesAccess {

    private static final String CLIENT_ID = "packhaus-hsi";
    private static final String CLIENT_SECRET = "packhaus-hsi-secret";
    private static final int LIFE_SECONDS = 3600;
    private static final int REFRESH_SECONDS = 24 * 3600;

    private record Login(String seller, Instant expires) {}

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();
    private final Map<String, Login> refreshTokens = new ConcurrentHashMap<>();

    HermesAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(HermesErrors::gateway)
                .add("POST", "/authorization-facade/oauth2/access_token", "hermes.token", this::token);
    }

    void clear() {
        tokens.clear();
        refreshTokens.clear();
    }

    static ObjectNode account(Seller seller) {
        return Json.object()
                .put("clientId", CLIENT_ID)
                .put("clientSecret", CLIENT_SECRET)
                .put("user", user(seller))
                .put("password", password(seller))
                .put("client", client(seller));
    }

    private static String user(Seller seller) {
        return "hsi-" + seller.key();
    }

    private static String password(Seller seller) {
        byte[] name = ("hermes:" + seller.key()).getBytes(StandardCharsets.UTF_8);
        return "hermes-" + UUID.nameUUIDFromBytes(name).toString().substring(0, 8);
    }

    /** The number Hermes keeps a business customer under, four digits. */
    static String client(Seller seller) {
        return String.valueOf(4700 + seller.number());
    }

    private Reply token(Request request) {
        Map<String, String> form = request.form();
        String grant = form.getOrDefault("grant_type", "");
        if (grant.isEmpty()) {
            return HermesErrors.oauth(400, "invalid_request", "Missing grant type");
        }
        if (!form.getOrDefault("client_id", "").equals(CLIENT_ID)
                || !form.getOrDefault("client_secret", "").equals(CLIENT_SECRET)) {
            return HermesErrors.oauth(401, "invalid_client", "Given client ID does not match authenticated client");
        }
        return switch (grant) {
            case "password" -> byPassword(form);
            case "refresh_token" -> byRefreshToken(form.getOrDefault("refresh_token", ""));
            default -> HermesErrors.oauth(400, "unsupported_grant_type", "Unsupported grant type: " + grant);
        };
    }

    private Reply byPassword(Map<String, String> form) {
        return sellers.all().stream()
                .filter(seller -> user(seller).equals(form.getOrDefault("username", "")))
                .filter(seller -> password(seller).equals(form.getOrDefault("password", "")))
                .filter(seller -> sellers.allowed(seller, Hermes.KEY))
                .findFirst()
                .map(this::sold)
                .orElseGet(() -> HermesErrors.oauth(400, "invalid_grant", "Bad credentials"));
    }

    private Reply byRefreshToken(String token) {
        Login login = refreshTokens.remove(token);
        if (login == null) {
            return HermesErrors.oauth(400, "invalid_grant", "Invalid refresh token");
        }
        if (!login.expires().isAfter(clock.now())) {
            return HermesErrors.oauth(401, "invalid_token", "Invalid refresh token (expired)");
        }
        return seller(login)
                .map(this::sold)
                .orElseGet(() -> HermesErrors.oauth(400, "invalid_grant", "Invalid refresh token"));
    }

    private Reply sold(Seller seller) {
        Instant now = clock.now();
        tokens.values().removeIf(login -> login.expires().isBefore(now));
        refreshTokens.values().removeIf(login -> login.expires().isBefore(now));
        String token = random();
        String refresh = random();
        tokens.put(token, new Login(seller.key(), now.plusSeconds(LIFE_SECONDS)));
        refreshTokens.put(refresh, new Login(seller.key(), now.plusSeconds(REFRESH_SECONDS)));
        return Reply.ok(Json.object()
                .put("access_token", token)
                .put("expires_in", String.valueOf(LIFE_SECONDS))
                .put("realm", "/")
                .put("refresh_token", refresh)
                .put("scope", "full")
                .put("token_type", "Bearer"));
    }

    private static String random() {
        return "hsi" + UUID.randomUUID().toString().replace("-", "");
    }

    private Optional<Seller> seller(Login login) {
        return sellers.find(login.seller()).filter(seller -> sellers.allowed(seller, Hermes.KEY));
    }

    /** Who calls for orders; a token that is not good any more is answered with 401. */
    Seller caller(Request request) {
        return known(request)
                .filter(login -> login.expires().isAfter(clock.now()))
                .flatMap(this::seller)
                .orElseThrow(() -> new Refused(HermesErrors.oauth(401, "access_denied", "Access denied for token")));
    }

    /** Who calls for tracking, which words the same with 400 and codes of its own. */
    Seller follower(Request request) {
        Login login = known(request).orElseThrow(() -> HermesErrors.refused(400, "e902", "Token is invalid."));
        if (!login.expires().isAfter(clock.now())) {
            throw HermesErrors.refused(400, "e903", "Token is expired.");
        }
        return seller(login).orElseThrow(() -> HermesErrors.refused(400, "e902", "Token is invalid."));
    }

    private Optional<Login> known(Request request) {
        return request.bearer().flatMap(token -> Optional.ofNullable(tokens.get(token)));
    }
}
