package org.packhaus.order;

import static org.packhaus.order.ChannelOrders.MONDAY_MORNING;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.sdk.ChannelItem.State;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How fast is the import beside a bare JDBC batch of the very same rows? Both in one run on one server, into tables with the same
 * indexes and foreign keys, a commit for each {@value OrderImport#PAGE} orders. A number for a person, no test: run {@link #main}.
 */
final class ImportBench {
    private static final List<String> TABLES =
            List.of("sales_order", "order_item", "order_address", "order_timeline", "order_search");

    private ImportBench() {}

    public static void main(String[] arguments) throws SQLException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                .profiles("test")
                .initializers(new FreshSchema())
                // The context wants a web server; the jobs would only disturb the measurement.
                .run("--server.port=0", "--db-scheduler.polling-interval=1h")) {
            // The first is to warm up.
            System.out.println("warm-up: " + measure(context, count));
            for (int round = 1; round <= 3; round++) {
                System.out.println("round " + round + ": " + measure(context, count));
            }
        }
        System.exit(0);
    }

    private static String measure(ConfigurableApplicationContext context, int count) throws SQLException {
        ImportFixture shop = new ImportFixture(context);
        shop.channel.pageSize = OrderImport.PAGE;
        for (int i = 0; i < count; i++) {
            String[] skus = Collections.nCopies(1 + i % 3, "SKU-" + i % 500).toArray(String[]::new);
            shop.channel.put(
                    ChannelOrders.order(shop.seller + "-" + i, MONDAY_MORNING.plusSeconds(i), State.PROCESSABLE, skus));
        }
        long started = System.nanoTime();
        ImportOutcome outcome = shop.run();
        double imported = seconds(started);
        if (!outcome.equals(new ImportOutcome.Done(count, 0, 0, 0))) {
            throw new IllegalStateException("not everything was imported: " + outcome);
        }
        started = System.nanoTime();
        shop.run();
        double again = seconds(started);

        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        List<List<Object[]>> rows = new ArrayList<>();
        for (String table : TABLES) {
            String order = table.equals("order_search") ? "order_id" : "id";
            rows.add(jdbc.query(
                    "select * from " + table + " where seller_id = ? order by " + order,
                    (result, number) -> {
                        Object[] row = new Object[result.getMetaData().getColumnCount()];
                        for (int column = 0; column < row.length; column++) {
                            row[column] = result.getObject(column + 1);
                        }
                        return row;
                    },
                    shop.seller.value()));
        }
        for (String table : TABLES.reversed()) {
            jdbc.update("delete from " + table + " where seller_id = ?", shop.seller.value());
        }
        double bare = bare(context.getBean(DataSource.class), rows, count);
        int inserted = rows.stream().mapToInt(List::size).sum();
        return String.format(
                "%d orders, %d rows: import %.1f s (%.0f orders/s), bare JDBC batch %.1f s (%.0f orders/s), ratio %.2f;"
                        + " a second pass over its overlap of unchanged orders %.1f s",
                count, inserted, imported, count / imported, bare, count / bare, imported / bare, again);
    }

    private static double bare(DataSource source, List<List<Object[]>> rows, int count) throws SQLException {
        int pages = (count + OrderImport.PAGE - 1) / OrderImport.PAGE;
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            long started = System.nanoTime();
            int[] done = new int[TABLES.size()];
            for (int page = 0; page < pages; page++) {
                List<Object[]> all = rows.getFirst();
                Object[] last = all.get(Math.min(all.size(), (page + 1) * OrderImport.PAGE) - 1);
                for (int table = 0; table < TABLES.size(); table++) {
                    int from = done[table];
                    int to = from;
                    while (to < rows.get(table).size()
                            && order(table, rows.get(table).get(to)) <= order(0, last)) {
                        to++;
                    }
                    insert(connection, TABLES.get(table), rows.get(table).subList(from, to));
                    done[table] = to;
                }
                connection.commit();
            }
            double seconds = seconds(started);
            connection.setAutoCommit(true);
            return seconds;
        }
    }

    /** Which order a row belongs to. */
    private static long order(int table, Object[] row) {
        int column = switch (TABLES.get(table)) {
            case "sales_order" -> 0;
            case "order_item" -> 3;
            default -> 2;
        };
        return ((Number) row[column]).longValue();
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String marks = String.join(",", Collections.nCopies(rows.getFirst().length, "?"));
        try (PreparedStatement statement =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static double seconds(long startedNanos) {
        return (System.nanoTime() - startedNanos) / 1e9;
    }
}
