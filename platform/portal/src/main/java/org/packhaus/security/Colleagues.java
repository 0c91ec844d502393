package org.packhaus.security;

import java.util.List;
import java.util.Set;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works for a seller, by name: for those who hand work to each other. Says nothing else about anybody. */
@Service
public class Colleagues {
    private final UserService users;

    Colleagues(UserService users) {
        this.users = users;
    }

    /** Somebody work can be given to. */
    public record Colleague(UserId id, String name) {}

    /** Those who may do this for the seller now, by name. */
    @Transactional(readOnly = true)
    public List<Colleague> of(SellerId seller, Permission permission) {
        SellerScope.require(seller);
        return users.list().stream()
                .filter(user -> user.active() && may(user, seller, permission))
                .map(user -> new Colleague(user.id(), user.name()))
                .toList();
    }

    private static boolean may(UserRow user, SellerId seller, Permission permission) {
        return user.administrator()
                || user.roles().getOrDefault(seller, Set.of()).stream().anyMatch(role -> role.allows(permission));
    }
}
