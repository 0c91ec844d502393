package org.packhaus.security;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings of one user, who is named with every question. Belongs to no seller. */
@Repository
class SettingsSql {
    private final JdbcClient jdbc;

    SettingsSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> read(UserId user, String name) {
        return jdbc.sql("select value from user_setting where user_id = :user and name = :name")
                .param("user", user.value())
                .param("name", name)
                .query(String.class)
                .optional();
    }

    /** Two tabs of one user may write at once; the later one stays. */
    void write(UserId user, String name, String value) {
        jdbc.sql("""
                        insert into user_setting (user_id, name, value) values (:user, :name, :value)
                        on duplicate key update value = :value
                        """)
                .param("user", user.value())
                .param("name", name)
                .param("value", value)
                .update();
    }
}
