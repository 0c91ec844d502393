package org.packhaus.security;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.packhaus.audit.Actor;
import org.packhaus.audit.ActorSource;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds accounts for the sign-in and counts wrong passwords: after five, each further one makes the account wait longer. */
@Component
class Accounts implements UserDetailsService, ActorSource {
    private final UserRepository users;
    private final TransactionRetry transactions;
    private final ObjectProvider<Audit> audit;
    private final Clock clock;

    Accounts(UserRepository users, TransactionRetry transactions, ObjectProvider<Audit> audit, Clock clock) {
        this.users = users;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public SignedInUser loadUserByUsername(String email) {
        return transactions
                .call(() -> find(email).map(user -> new SignedInUser(user, user.lockedAt(clock.instant()))))
                .orElseThrow(() -> new UsernameNotFoundException("no such user"));
    }

    private Optional<User> find(String email) {
        return users.findByEmail(email.strip().toLowerCase(Locale.ROOT));
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        transactions.callAgainIfStale(() -> {
            find(event.getAuthentication().getName()).ifPresent(user -> {
                user.signInFailed(clock.instant());
                if (user.lockedAt(clock.instant())) {
                    record("user.sign-in.locked", user);
                }
            });
            return null;
        });
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedInUser signedIn) {
            transactions.callAgainIfStale(() -> {
                users.findById(signedIn.id().value()).ifPresent(user -> {
                    user.signedIn(clock.instant());
                    record("user.sign-in", user);
                });
                return null;
            });
        }
    }

    private void record(String action, User user) {
        audit.getObject().record(action, new Subject("user", user.id().value()), Map.of("email", user.email()));
    }

    @Override
    public Optional<Actor> signedIn() {
        return current().map(user -> Actor.user(user.id().value(), user.name()));
    }

    static Optional<SignedInUser> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(authentication -> authentication.getPrincipal() instanceof SignedInUser user ? user : null);
    }
}
