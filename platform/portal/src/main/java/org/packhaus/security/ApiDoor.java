package org.packhaus.security;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Service;

/** Lets programs in by their token. Rights are read anew at every call, as they are for people. */
@Service
public class ApiDoor {
    private static final String BEARER = "Bearer ";

    private final ApiTokenRepository tokens;
    private final UserRepository users;
    private final Memberships memberships;
    private final SellerDirectory directory;
    private final TransactionRetry transactions;
    private final Clock clock;

    ApiDoor(
            ApiTokenRepository tokens,
            UserRepository users,
            Memberships memberships,
            SellerDirectory directory,
            TransactionRetry transactions,
            Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.memberships = memberships;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * @param authorization the header {@code Authorization}: {@code Bearer phk_…}
     * @return empty if the token is unknown, too old, revoked, or its owner switched off; nobody learns which
     */
    public Optional<ApiGrant> open(String authorization) {
        if (!authorization.startsWith(BEARER + ApiTokens.PREFIX)) {
            return Optional.empty();
        }
        String hash = Hashes.sha256(authorization.substring(BEARER.length()).strip());
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            return tokens.findByHash(hash)
                    .filter(token -> token.worksAt(now))
                    .flatMap(token -> users.findById(token.user().value())
                            .filter(User::active)
                            .map(owner -> {
                                token.used(now);
                                return new ApiGrant(token.id(), token.name(), rights(token, owner));
                            }));
        });
    }

    private Map<Permission, Set<SellerId>> rights(ApiToken token, User owner) {
        Map<SellerId, Set<Role>> roles = memberships.of(owner.id());
        Set<SellerId> sellers = new TreeSet<>(token.sellers());
        sellers.retainAll(owner.administrator() ? directory.all() : roles.keySet());
        Map<Permission, Set<SellerId>> rights = new EnumMap<>(Permission.class);
        for (Permission permission : token.permissions()) {
            Set<SellerId> may = new TreeSet<>(sellers);
            may.removeIf(seller -> !owner.administrator()
                    && roles.getOrDefault(seller, Set.of()).stream().noneMatch(role -> role.allows(permission)));
            rights.put(permission, may);
        }
        return rights;
    }
}
