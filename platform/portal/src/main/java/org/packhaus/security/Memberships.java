package org.packhaus.security;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.packhaus.seller.SellerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is what to which seller. Read before a scope exists, because the scope is made from it; so it takes its user as parameter. */
@Repository
class Memberships {
    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<SellerId, Set<Role>> of(UserId user) {
        Map<SellerId, Set<Role>> roles = new TreeMap<>();
        jdbc.sql("select seller_id, role from membership where user_id = :user")
                .param("user", user.value())
                .query(row -> {
                    roles.computeIfAbsent(new SellerId(row.getLong(1)), seller -> EnumSet.noneOf(Role.class))
                            .add(Role.valueOf(row.getString(2)));
                });
        return roles;
    }

    void add(UserId user, SellerId seller, Role role) {
        // Not "insert ignore", which would swallow that there is no such user, too.
        jdbc.sql("""
                        insert into membership (user_id, seller_id, role) values (:user, :seller, :role)
                        on duplicate key update role = :role
                        """)
                .param("user", user.value())
                .param("seller", seller.value())
                .param("role", role.name())
                .update();
    }

    void remove(UserId user, SellerId seller, Role role) {
        jdbc.sql("delete from membership where user_id = :user and seller_id = :seller and role = :role")
                .param("user", user.value())
                .param("seller", seller.value())
                .param("role", role.name())
                .update();
    }
}
