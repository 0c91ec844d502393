package org.packhaus.security;

import java.time.Duration;
import java.util.Set;
import org.packhaus.seller.SellerId;

/** A token somebody wants: for what, for whom, and how long. */
public record TokenWish(String name, Set<Permission> permissions, Set<SellerId> sellers, Duration goodFor) {
    public TokenWish {
        permissions = Set.copyOf(permissions);
        sellers = Set.copyOf(sellers);
    }
}
