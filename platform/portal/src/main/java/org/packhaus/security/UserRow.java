package org.packhaus.security;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A user as administration shows them. */
public record UserRow(
        UserId id,
        String email,
        String name,
        String language,
        Theme theme,
        boolean administrator,
        boolean active,
        @Nullable Instant lastSignIn,
        Map<SellerId, Set<Role>> roles) {}
