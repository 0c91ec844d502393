package org.packhaus.sandbox.dpd;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
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

/** Who may call: a JWT of 24 hours, handed out in a header of the answer to a request that carries everything in headers too. */
final class DpdAccess {

    static final String GERMANY = "001";
    private static final int LIFE_SECONDS = 24 * 3600;

    private record Login(String user, Instant expires) {}

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();

    DpdAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(DpdErrors::word).add("POST", "/shipping/v1/login", "dpd.token", this::login);
    }

    void clear() {
        tokens.clear();
    }

    static ObjectNode account(Seller seller) {
        return Json.object()
                .put("user", user(seller))
                .put("trackingUser", user(seller))
                .put("password", password(seller))
                .put("customerNumber", customerNumber(seller))
                .put("depot", DpdNumber.DEPOT);
    }

    private static String user(Seller seller) {
        return "pkhs%04d".formatted(seller.number());
    }

    private static String password(Seller seller) {
        String uuid = UUID.nameUUIDFromBytes(("dpd:" + seller.key()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return "dpd-" + uuid.substring(0, 13);
    }

    static String customerNumber(Seller seller) {
        return "%010d".formatted(998_100_000L + seller.number() * 31L);
    }

    /** The seller of those credentials, unless they were revoked. */
    Optional<Seller> seller(String user, String password) {
        return seller(user).filter(seller -> password(seller).equals(password));
    }

    Optional<Seller> seller(String user) {
        return sellers.all().stream()
                .filter(seller -> user(seller).equals(user))
                .filter(seller -> sellers.allowed(seller, "dpd"))
                .findFirst();
    }

    private Reply login(Request request) {
        String unit = request.header("X-DPD-BUCODE").orElse("");
        if (!unit.equals(GERMANY)) {
            return DpdErrors.wrong(
                    "BUCODE_INVALID",
                    unit.isEmpty() ? "X-DPD-BUCODE is missing" : "Business unit " + unit + " is not available",
                    DpdErrors.META);
        }
        String user = request.header("X-DPD-LOGIN").orElse("");
        if (seller(user, request.header("X-DPD-PASSWORD").orElse("")).isEmpty()) {
            return Reply.json(
                    401,
                    DpdErrors.error("LOGIN_8", "The combination of user and password is invalid.", DpdErrors.UNIT));
        }
        Instant now = clock.now();
        tokens.values().removeIf(login -> login.expires().isBefore(now));
        String token = jwt(user, now);
        tokens.put(token, new Login(user, now.plusSeconds(LIFE_SECONDS)));
        return new Reply(200, "", new byte[0], Map.of("X-DPD-TOKEN", token));
    }

    /** RFC 7519. Nobody but the sandbox checks the signature, and it knows its tokens. */
    private static String jwt(String user, Instant now) {
        ObjectNode claims = Json.object()
                .put("sub", user)
                .put("bucode", GERMANY)
                .put("iat", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + LIFE_SECONDS)
                .put("jti", UUID.randomUUID().toString());
        return part(Json.object().put("alg", "HS256").put("typ", "JWT")) + "." + part(claims) + "."
                + UUID.randomUUID().toString().replace("-", "");
    }

    private static String part(ObjectNode json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.bytes(json));
    }

    /** The seller that calls. */
    Seller caller(Request request) {
        return request.bearer()
                .flatMap(token -> Optional.ofNullable(tokens.get(token)))
                .filter(login -> login.expires().isAfter(clock.now()))
                .flatMap(login -> seller(login.user()))
                .orElseThrow(() -> new Refused(DpdErrors.unauthorized()));
    }
}
