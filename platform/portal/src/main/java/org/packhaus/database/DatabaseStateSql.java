package org.packhaus.database;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the server about itself; reads nobody's rows. */
@Repository
public class DatabaseStateSql {
    private final JdbcClient jdbc;
    private final DatabaseOwnership ownership;

    DatabaseStateSql(JdbcClient jdbc, DatabaseOwnership ownership) {
        this.jdbc = jdbc;
        this.ownership = ownership;
    }

    /** Empty if it does not answer. */
    public Optional<DatabaseState> now() {
        try {
            long start = System.nanoTime();
            String version = jdbc.sql("select version()").query(String.class).single();
            long millis = (System.nanoTime() - start) / 1_000_000;
            Long bytes = jdbc.sql("""
                            select coalesce(sum(data_length + index_length), 0) from information_schema.tables
                            where table_schema = database()
                            """).query(Long.class).single();
            return Optional.of(new DatabaseState(ownership.isAlone(), version, bytes, millis));
        } catch (DataAccessException e) {
            return Optional.empty();
        }
    }
}
