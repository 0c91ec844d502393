package org.packhaus.security;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * A token as its owner sees it.
 *
 * @param hint its first letters
 * @param lastUsed to the minute
 */
public record TokenRow(
        long id,
        String name,
        String hint,
        Set<Permission> permissions,
        Set<SellerId> sellers,
        Instant created,
        Instant expires,
        @Nullable Instant lastUsed) {}
