package org.packhaus.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody who is not signed in may do with a link they were given: see whose it is, and set the password, once. */
@Service
@Transactional
public class OneTimeLinks {
    static final Duration GOOD_FOR = Duration.ofDays(3);
    private static final int TOKEN_BYTES = 32;

    private final UserRepository users;
    private final UserService service;
    private final Clock clock;

    OneTimeLinks(UserRepository users, UserService service, Clock clock) {
        this.users = users;
        this.service = service;
        this.clock = clock;
    }

    /** Makes a link; whoever calls has asked who may. */
    OneTimeLink issue(User user) {
        String token = Hashes.random(TOKEN_BYTES);
        Instant expires = clock.instant().plus(GOOD_FOR);
        user.link(Hashes.sha256(token), expires);
        return new OneTimeLink(user.id(), token, expires);
    }

    /** Whose link it is; empty if it was used, replaced, or is too old. */
    @Transactional(readOnly = true)
    public Optional<UserRow> look(String token) {
        return find(token).map(user -> service.user(user.id()));
    }

    /** Sets the password and uses the link up. */
    public void redeem(String token, String password) {
        User user = find(token)
                .orElseThrow(() -> new UserException(
                        "user-link-over",
                        "This link was used already or is too old. Ask your administrator for a new one."));
        service.changePassword(user.id(), password);
    }

    private Optional<User> find(String token) {
        return users.findByLinkHash(Hashes.sha256(token)).filter(user -> user.linkWorksAt(clock.instant()));
    }
}
