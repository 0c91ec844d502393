package org.packhaus.sandbox.otto;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.packhaus.sandbox.web.ErrorShape;
import org.packhaus.sandbox.web.RateLimit;
import org.packhaus.sandbox.web.Refused;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.packhaus.sandbox.world.Sellers;

/** Who may call what: tokens of 1800 s, a scope for each interface, 20 calls a second for each seller. */
public final class OttoAccess {

    static final int LIFE_SECONDS = 1800;
    private static final Set<String> SCOPES = Set.of(
            "orders",
            "shipments",
            "returns",
            "receipts",
            "price-reduction",
            "products",
            "availability",
            "shipping-profiles",
            "returns-warehouse-read",
            "returns-warehouse-write",
            "quantities",
            "installation",
            "partnerId",
            "developer");

    private final Sellers sellers;
    private final SandboxClock clock;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final RateLimit perSeller = new RateLimit(20);
    private final RateLimit products = new RateLimit(10);
    private final RateLimit perAddress = new RateLimit(10);
    private Runnable beforeEachCall = () -> {};

    OttoAccess(Sellers sellers, SandboxClock clock) {
        this.sellers = sellers;
        this.clock = clock;
    }

    /** @param work is done before anybody is let in: what time has done to the world by then */
    void beforeEachCall(Runnable work) {
        beforeEachCall = work;
    }

    /** Calls a second for each seller; for products it is half of it, as documented (20 and 10). */
    public RateLimit perSeller() {
        return perSeller;
    }

    /** Token requests a second for each IP address. */
    public RateLimit perAddress() {
        return perAddress;
    }

    /** GETs of products a second for each seller. */
    public RateLimit products() {
        return products;
    }

    void clear() {
        tokens.clear();
    }

    /** The scopes of a request, or nothing when one of them does not exist. */
    static Optional<Set<String>> scopes(String text) {
        Set<String> wanted = Arrays.stream(text.trim().split("\\s+"))
                .filter(s -> !s.isEmpty())
                .collect(Collectors.toSet());
        return SCOPES.containsAll(wanted) ? Optional.of(wanted) : Optional.empty();
    }

    String issue(String seller, Set<String> scopes) {
        Instant now = clock.now();
        tokens.values().removeIf(t -> t.expires().isBefore(now));
        String token = UUID.randomUUID().toString().replace("-", "")
                + UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Token(seller, scopes, now.plusSeconds(LIFE_SECONDS)));
        return token;
    }

    Optional<Token> token(Request request) {
        return request.bearer()
                .flatMap(t -> Optional.ofNullable(tokens.get(t)))
                .filter(t -> t.expires().isAfter(clock.now()));
    }

    /** The seller that calls, when the token is good, names the scope, and the seller has not called too often. */
    Seller caller(Request request, String scope, ErrorShape shape) {
        Token token = token(request)
                .orElseThrow(() -> new Refused(shape.word(401, "No proper credentials were provided", request)));
        Seller seller = sellers.find(token.seller())
                .filter(s -> sellers.allowed(s, "otto"))
                .orElseThrow(() -> new Refused(shape.word(401, "No proper credentials were provided", request)));
        if (!token.scopes().contains(scope)) {
            throw new Refused(shape.word(403, "No permission to access specified resource(s)", request));
        }
        boolean admitted = perSeller.admit(seller.key())
                && (!request.path().startsWith("/v5/products") || products.admit(seller.key()));
        if (!admitted) {
            throw new Refused(shape.word(429, "too many requests", request));
        }
        beforeEachCall.run();
        return seller;
    }
}
