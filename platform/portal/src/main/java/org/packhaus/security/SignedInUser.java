package org.packhaus.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * The principal of a session. It knows who, not what they may do: rights are read anew ({@link CurrentUser}), so that taking one away
 * works at once. It keeps the sellers the person has chosen to look at, because that choice lives as long as the session.
 */
final class SignedInUser implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final long id;
    private final String email;
    private final String name;
    private @Nullable String passwordHash;
    private final boolean active;
    private final boolean locked;
    private final boolean administrator;
    private final boolean secondFactor;

    /** Of the account when this session began. */
    private volatile int epoch;

    /** Numbers, not {@link SellerId}s, because a session may be written to disk. Empty: all mine. */
    private volatile Set<Long> chosen = Set.of();

    SignedInUser(User user, boolean locked) {
        this.id = user.id().value();
        this.email = user.email();
        this.name = user.name();
        this.passwordHash = user.passwordHash();
        this.active = user.active();
        this.locked = locked;
        this.administrator = user.administrator();
        this.secondFactor = user.secondFactor();
        this.epoch = user.sessionEpoch();
    }

    UserId id() {
        return new UserId(id);
    }

    /** As colleagues call them. */
    String name() {
        return name;
    }

    /** Whether the password alone is not enough. */
    boolean needsCode() {
        return secondFactor;
    }

    boolean isStillGoodFor(User user) {
        return user.active() && user.sessionEpoch() == epoch;
    }

    /** This session goes on although all others have ended. */
    void goOn(User user) {
        epoch = user.sessionEpoch();
    }

    Set<Long> chosen() {
        return chosen;
    }

    void choose(Set<Long> sellers) {
        chosen = Set.copyOf(sellers);
    }

    @Override
    public List<GrantedAuthority> getAuthorities() {
        var user = new SimpleGrantedAuthority("ROLE_USER");
        return administrator ? List.of(user, new SimpleGrantedAuthority("ROLE_ADMINISTRATOR")) : List.of(user);
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isAccountNonLocked() {
        return !locked;
    }

    @Override
    public boolean isEnabled() {
        return active;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser user && user.id == id;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(id);
    }
}
