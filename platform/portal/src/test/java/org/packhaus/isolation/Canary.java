package org.packhaus.isolation;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.type.Type;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The other seller: one row in every table that has a {@code seller_id}, all with the same id and with a word in every text that must
 * never be read by anybody else. The rows are made from the schema, so a new table is covered the day it is there.
 */
final class Canary {
    static final long ID = 990_001;
    static final String WORD = "CANARY";
    /** Belong to no seller but are seen through rows that do. */
    private static final List<String> SEEN_THROUGH_OTHERS = List.of("seller", "batch");

    private final JdbcTemplate jdbc;
    private final Map<String, String> enumConstants = new HashMap<>();

    Canary(DataSource source, EntityManagerFactory factory) {
        this.jdbc = new JdbcTemplate(source);
        for (AbstractEntityPersister entity : entities(factory)) {
            for (String property : entity.getPropertyNames()) {
                Type type = entity.getPropertyType(property);
                if (type.getReturnedClass().isEnum()) {
                    String column = entity.getPropertyColumnNames(property)[0];
                    Object constant = type.getReturnedClass().getEnumConstants()[0];
                    enumConstants.put(table(entity) + "." + column, ((Enum<?>) constant).name());
                }
            }
        }
    }

    static List<AbstractEntityPersister> entities(EntityManagerFactory factory) {
        List<AbstractEntityPersister> found = new ArrayList<>();
        factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .forEachEntityDescriptor(entity -> found.add((AbstractEntityPersister) entity));
        return found;
    }

    static String table(AbstractEntityPersister entity) {
        return entity.getTableName().replace("`", "").toLowerCase(Locale.ROOT);
    }

    /** Tables whose rows belong to a seller. */
    List<String> tenantTables() {
        return jdbc.queryForList("""
                select c.table_name from information_schema.columns c
                join information_schema.tables t using (table_schema, table_name)
                where c.table_schema = database() and c.column_name = 'seller_id' and t.table_type = 'BASE TABLE'
                order by 1
                """, String.class);
    }

    private record Column(String name, String type, String kind, boolean generated, long length) {}

    void settleIn(List<String> exceptTables) {
        List<String> tables = new ArrayList<>(SEEN_THROUGH_OTHERS);
        tables.addAll(tenantTables());
        tables.removeAll(exceptTables);
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set foreign_key_checks = 0");
                statement.execute("set check_constraint_checks = 0");
                for (String table : tables) {
                    insert(connection, table);
                }
                statement.execute("set foreign_key_checks = 1");
                statement.execute("set check_constraint_checks = 1");
            }
            return tables.size();
        });
    }

    private void insert(Connection connection, String table) throws SQLException {
        List<Column> columns = columns(connection, table).stream()
                .filter(column -> !column.generated())
                .toList();
        String names = String.join(
                ", ", columns.stream().map(column -> "`" + column.name() + "`").toList());
        String marks = String.join(", ", columns.stream().map(column -> "?").toList());
        try (PreparedStatement insert =
                connection.prepareStatement("insert into `" + table + "` (" + names + ") values (" + marks + ")")) {
            for (int index = 0; index < columns.size(); index++) {
                insert.setObject(index + 1, value(table, columns.get(index)));
            }
            insert.executeUpdate();
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select column_name, data_type, column_type, extra, coalesce(character_maximum_length, 0)
                from information_schema.columns where table_schema = database() and table_name = ?
                """)) {
            select.setString(1, table);
            List<Column> columns = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    columns.add(new Column(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4).toUpperCase(Locale.ROOT).contains("GENERATED"),
                            result.getLong(5)));
                }
            }
            return columns;
        }
    }

    private Object value(String table, Column column) {
        String constant = enumConstants.get(table + "." + column.name());
        if (constant != null) {
            return constant;
        }
        if (column.name().equals("time_zone")) {
            return "Europe/Berlin";
        }
        return switch (column.type()) {
            case "bigint" -> ID;
            case "tinyint" -> column.kind().equals("tinyint(1)") ? 0 : 1;
            case "smallint", "mediumint", "int", "decimal", "double", "float" ->
                column.name().endsWith("tone") ? 1 : 1000;
            case "datetime", "timestamp" -> "2026-01-01 00:00:00";
            case "date" -> "2026-01-01";
            case "time" -> "12:00:00";
            case "binary", "varbinary", "blob", "mediumblob", "longblob", "tinyblob" ->
                WORD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "longtext" -> "{\"word\":\"" + WORD + "\"}";
            default -> column.length() < WORD.length() ? WORD.substring(0, (int) column.length()) : WORD;
        };
    }

    /** Everything the other seller has, to see whether somebody changed it. */
    Map<String, List<String>> belongings() {
        Map<String, List<String>> all = new TreeMap<>();
        for (String table : tenantTables()) {
            all.put(table, rows("select * from `" + table + "` where seller_id = " + ID));
        }
        all.put("seller", rows("select * from seller where id = " + ID));
        return all;
    }

    private List<String> rows(String sql) {
        return jdbc.query(sql, (result, number) -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                Object value = result.getObject(column);
                values.add(value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value));
            }
            return values.toString();
        });
    }
}
