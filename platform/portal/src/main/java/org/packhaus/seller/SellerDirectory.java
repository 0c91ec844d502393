package org.packhaus.seller;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which sellers does this install have? The one question that is asked before a scope exists: by an administrator's sign-in and by jobs
 * that then bind one seller after the other. It tells ids and nothing else.
 */
@Component
public class SellerDirectory {
    private final JdbcClient jdbc;

    SellerDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Set<SellerId> all() {
        List<Long> ids = jdbc.sql("select id from seller").query(Long.class).list();
        Set<SellerId> sellers = new TreeSet<>();
        ids.forEach(id -> sellers.add(new SellerId(id)));
        return sellers;
    }

    boolean nameTaken(String name) {
        return jdbc.sql("select count(*) from seller where name = :name")
                        .param("name", name.strip())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
