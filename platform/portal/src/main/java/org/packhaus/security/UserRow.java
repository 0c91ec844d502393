package org.packhaus.security;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A user as administration shows them.
 *
 * @param linkExpires until when a one-time link with which the password is set works; null if there is none
 * @param secondFactor whether a code is asked for beside the password
 */
public record UserRow(
        UserId id,
        String email,
        String name,
        String language,
        Theme theme,
        boolean administrator,
        boolean active,
        @Nullable Instant lastSignIn,
        @Nullable Instant linkExpires,
        boolean secondFactor,
        Map<SellerId, Set<Role>> roles) {

    /** The same, with the roles at these sellers only. */
    UserRow at(Set<SellerId> sellers) {
        Map<SellerId, Set<Role>> some = new TreeMap<>(roles);
        some.keySet().retainAll(sellers);
        return new UserRow(
                id, email, name, language, theme, administrator, active, lastSignIn, linkExpires, secondFactor, some);
    }

    static UserRow of(User user, Map<SellerId, Set<Role>> roles) {
        return new UserRow(
                user.id(),
                user.email(),
                user.name(),
                user.language(),
                user.theme(),
                user.administrator(),
                user.active(),
                user.lastSignIn(),
                user.linkExpires(),
                user.secondFactor(),
                roles);
    }
}
