package org.packhaus.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of the signed-in user, and of nobody else. A token may never do more than its owner. */
@Service
@Transactional
public class ApiTokens {
    public static final Duration LONGEST = Duration.ofDays(365);

    static final String PREFIX = "phk_";

    private static final int LONGEST_NAME = 60;
    private static final int TOKEN_BYTES = 32;
    private static final int HINT = 10;
    private static final int MOST = 50;

    private final CurrentUser current;
    private final ApiTokenRepository tokens;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(CurrentUser current, ApiTokenRepository tokens, Audit audit, Clock clock) {
        this.current = current;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<TokenRow> mine() {
        return tokens.findByUserIdAndRevokedAtIsNullOrderByCreatedAt(me().value()).stream()
                .map(ApiToken::row)
                .toList();
    }

    /** Makes a token with a part of the user's own rights; refuses any more than that. */
    public NewToken make(TokenWish wish) {
        UserId me = me();
        check(wish);
        if (mine().size() >= MOST) {
            throw new UserException("token-too-many", "You have " + MOST + " tokens. Revoke one of them first.");
        }
        String secret = PREFIX + Hashes.random(TOKEN_BYTES);
        ApiToken token =
                tokens.save(new ApiToken(me, wish, Hashes.sha256(secret), secret.substring(0, HINT), clock.instant()));
        audit.record(
                "user.token.make",
                new Subject("user", me.value()),
                Map.of(
                        "name", token.name(),
                        "permissions",
                                wish.permissions().stream().sorted().toList().toString(),
                        "sellers", wish.sellers().stream().sorted().toList().toString()));
        return new NewToken(token.row(), secret);
    }

    private void check(TokenWish wish) {
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UserException("token-name", "A token has a name of at most " + LONGEST_NAME + " characters.");
        }
        if (wish.goodFor().isNegative()
                || wish.goodFor().isZero()
                || wish.goodFor().compareTo(LONGEST) > 0) {
            throw new UserException("token-expiry", "A token is good for a year at most.");
        }
        if (wish.permissions().isEmpty() || wish.sellers().isEmpty()) {
            throw new UserException("token-empty", "A token needs at least one right and one seller.");
        }
        boolean mine = !wish.permissions().contains(Permission.ADMINISTER)
                && wish.permissions().stream()
                        .allMatch(permission ->
                                wish.sellers().stream().allMatch(seller -> current.may(permission, seller)));
        if (!mine) {
            throw new UserException(
                    "token-rights",
                    "You may not do all of this for all of these sellers, so a token of yours cannot either.");
        }
    }

    /** From now on it opens nothing. */
    public void revoke(long id) {
        ApiToken token = tokens.findByIdAndUserIdAndRevokedAtIsNull(id, me().value())
                .orElseThrow(() -> new UserException("token-unknown", "There is no such token of yours."));
        token.revoke(clock.instant());
        audit.record("user.token.revoke", new Subject("user", me().value()), Map.of("name", token.name()));
    }

    /** For an account that was reset. */
    void revokeAll(UserId user) {
        tokens.findByUserIdAndRevokedAtIsNullOrderByCreatedAt(user.value())
                .forEach(token -> token.revoke(clock.instant()));
    }

    private UserId me() {
        return current.profile().id();
    }
}
