package org.packhaus.sandbox.gls;

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

/** Who may call: a token by client credentials, in HTTP Basic or in the form, good for four hours. */
final class GlsAccess {

    private static final int LIFE_SECONDS = 14_400;

    private record Login(String seller, Instant expires) {}

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();

    GlsAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    static String clientId(Seller seller) {
        return "gls-app-" + uuid("client", seller).replace("-", "").substring(0, 24);
    }

    static String clientSecret(Seller seller) {
        return "gls-" + seller.key() + "-" + uuid("secret", seller).substring(0, 8);
    }

    static String contactId(Seller seller) {
        return "276a" + uuid("contact", seller).substring(0, 6);
    }

    private static String uuid(String kind, Seller seller) {
        return UUID.nameUUIDFromBytes(("gls " + kind + ":" + seller.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    void routes(Routes routes) {
        routes.group(GlsErrors::token).add("POST", "/oauth2/v2/token", "gls.token", this::token);
    }

    void clear() {
        tokens.clear();
    }

    private Reply token(Request request) {
        Map<String, String> form = request.form();
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return GlsErrors.token(400, "Unsupported grant type", request);
        }
        String[] basic = request.basic().orElseGet(() ->
                new String[] {form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")});
        Optional<Seller> seller = sellers.all().stream()
                .filter(s -> clientId(s).equals(basic[0]))
                .filter(s -> sellers.allowed(s, Gls.KEY))
                .findFirst();
        if (seller.isEmpty()) {
            return GlsErrors.token(400, "Invalid client identifier", request);
        }
        if (!clientSecret(seller.get()).equals(basic[1])) {
            return GlsErrors.token(400, "Invalid client credentials", request);
        }
        Instant now = clock.now();
        tokens.values().removeIf(login -> login.expires().isBefore(now));
        String token = "gls" + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Login(seller.get().key(), now.plusSeconds(LIFE_SECONDS)));
        ObjectNode answer = Json.object()
                .put("token_type", "Bearer")
                .put("access_token", token)
                .put("expires_in", LIFE_SECONDS);
        return Reply.ok(answer);
    }

    /** The seller that calls. */
    Seller caller(Request request) {
        Login login = request.bearer()
                .flatMap(token -> Optional.ofNullable(tokens.get(token)))
                .orElseThrow(
                        () -> new Refused(GlsErrors.fault(401, "Invalid access token", "steps.jwt.FailedToDecode")));
        if (!login.expires().isAfter(clock.now())) {
            throw new Refused(
                    GlsErrors.fault(401, "The Token has expired: policy(Verify-JWT)", "steps.jwt.TokenExpired"));
        }
        return sellers.find(login.seller())
                .filter(seller -> sellers.allowed(seller, Gls.KEY))
                .orElseThrow(() -> new Refused(
                        GlsErrors.fault(401, "Invalid access token", "keymanagement.service.app_not_approved")));
    }
}
