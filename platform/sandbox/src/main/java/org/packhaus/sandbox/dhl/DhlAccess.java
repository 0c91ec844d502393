package org.packhaus.sandbox.dhl;

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

/** Who may call: a token by user and password (1799 s), or API key with HTTP Basic. */
final class DhlAccess {

    static final String TEST_EKP = "3333333333";
    private static final String TEST_USER = "user-valid";
    private static final String TEST_PASSWORD = "SandboxPasswort2023!";
    private static final int LIFE_SECONDS = 1799;

    /** A customer of DHL's. @param seller the seller's key, empty for DHL's public test user */
    record Account(String ekp, String seller) {
        /** May this account be billed by that number? DHL's test numbers are open to everyone. */
        boolean owns(String billingNumber) {
            return billingNumber.startsWith(ekp) || billingNumber.startsWith(TEST_EKP);
        }
    }

    private record Login(String user, Instant expires) {}

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();

    DhlAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(DhlErrors::gateway).add("POST", "/parcel/de/account/auth/ropc/v1/token", "dhl.token", this::token);
    }

    void clear() {
        tokens.clear();
    }

    private Reply token(Request request) {
        Map<String, String> form = request.form();
        if (!form.getOrDefault("grant_type", "").equals("password")) {
            return DhlErrors.gateway(400, "Unsupported grant type", request);
        }
        if (!form.getOrDefault("client_id", "").equals(Dhl.API_KEY)
                || !form.getOrDefault("client_secret", "").equals(Dhl.API_SECRET)) {
            return DhlErrors.gateway(401, "API Authentication failed: Invalid client identifier", request);
        }
        String user = form.getOrDefault("username", "");
        if (account(user, form.getOrDefault("password", "")).isEmpty()) {
            return DhlErrors.unauthorized(request);
        }
        Instant now = clock.now();
        tokens.values().removeIf(t -> t.expires().isBefore(now));
        String token = "dhl" + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Login(user, now.plusSeconds(LIFE_SECONDS)));
        return Reply.ok(Json.object()
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", LIFE_SECONDS));
    }

    /** The account that calls. */
    Account caller(Request request) {
        Optional<Account> byToken = request.bearer()
                .flatMap(t -> Optional.ofNullable(tokens.get(t)))
                .filter(t -> t.expires().isAfter(clock.now()))
                .flatMap(t -> account(t.user()));
        return byToken.or(() -> byKey(request)).orElseThrow(() -> new Refused(DhlErrors.unauthorized(request)));
    }

    private Optional<Account> byKey(Request request) {
        boolean known = request.header("dhl-api-key").map(Dhl.API_KEY::equals).orElse(false);
        return known ? request.basic().flatMap(b -> account(b[0], b[1])) : Optional.empty();
    }

    Optional<Account> account(String user, String password) {
        boolean right = user.equals(TEST_USER)
                ? password.equals(TEST_PASSWORD)
                : sellers.byDhlUser(user)
                        .map(s -> s.dhlPassword().equals(password))
                        .orElse(false);
        return right ? account(user) : Optional.empty();
    }

    private Optional<Account> account(String user) {
        if (user.equals(TEST_USER)) {
            return Optional.of(new Account(TEST_EKP, ""));
        }
        Optional<Seller> seller = sellers.byDhlUser(user).filter(s -> sellers.allowed(s, "dhl"));
        return seller.map(s -> new Account(s.ekp(), s.key()));
    }
}
