package org.packhaus.security;

import java.util.Map;
import java.util.Set;
import org.packhaus.seller.SellerId;

/**
 * What a program may do that came with a good token, at this moment: the token's rights, as far as its owner still has them.
 *
 * @param token its name, for answers and logs
 */
public record ApiGrant(long id, String token, Map<Permission, Set<SellerId>> rights) {
    public Set<SellerId> sellers(Permission permission) {
        return rights.getOrDefault(permission, Set.of());
    }
}
