package org.packhaus.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The order list on many orders beside the same on ten thousand: what one click costs on the server, at p95. A page is what the screen
 * shows, fifty rows with their pieces, tags and pictures; counts are those of all tabs. {@code ./packhaus bench --orders 1000000}
 *
 * <p>Twenty sellers share the orders unequally; 3 % are to be shipped, the rest is history. The larger the install, the more SKUs and names
 * there are: one SKU has 250 orders and one name 200 in both, so that the times above the line differ by the size of the install alone.
 * Below it stands what finds more the more orders there are.
 */
public final class OrderListBench {
    private static final int FEW = 10_000;
    private static final int SELLERS = 20;
    private static final int ROUNDS = 60;
    private static final int PAGE = 50;
    private static final int CHUNK = 100_000;
    /** Numbers of orders and parcels are all of one length. */
    private static final int NUMBERS = 10_000_000;

    private static final String LINE = "what finds more in a larger install";

    private OrderListBench() {}

    public static void main(String[] arguments) {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Map<Integer, Map<String, Double>> measured = new LinkedHashMap<>();
        // The first of all pays for what the machine learns.
        for (int orders : new int[] {FEW, FEW, many}) {
            try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                    .profiles("test")
                    .initializers(new FreshSchema())
                    .run("--server.port=0", "--db-scheduler.polling-interval=1h")) {
                measured.put(orders, measure(context, orders));
            }
        }
        report(measured, many);
        System.exit(0);
    }

    private static void report(Map<Integer, Map<String, Double>> measured, int many) {
        System.out.printf("%nOrder list, p95 of %d, server time in ms%n", ROUNDS);
        System.out.printf("%-44s %12s %12s %8s%n", "", "10,000", String.format("%,d", many), "factor");
        measured.getOrDefault(many, Map.of()).forEach((what, millis) -> {
            double few = measured.getOrDefault(FEW, Map.of()).getOrDefault(what, 0.0);
            if (what.equals(LINE)) {
                System.out.println(what);
            } else {
                System.out.printf("%-44s %12.1f %12.1f %8.1f%n", what, few, millis, millis / few);
            }
        });
    }

    private static Map<String, Double> measure(ConfigurableApplicationContext context, int count) {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        long started = System.nanoTime();
        seed(jdbc, count);
        System.out.printf("%,d orders in %.0f s%n", count, (System.nanoTime() - started) / 1e9);
        OrderService orders = context.getBean(OrderService.class);
        Map<String, Double> p95 = new LinkedHashMap<>();
        Set<SellerId> all = sellers(SELLERS);
        SellerScope.run(all, () -> {
            OrderFilter toShip = OrderFilter.of(OrderTab.TO_SHIP);
            OrderFilter every = OrderFilter.of(OrderTab.ALL);
            OrderFilter sent = OrderFilter.of(OrderTab.SENT);
            page(p95, orders, "first page, to ship", i -> toShip);
            page(p95, orders, "first page, sent", i -> sent);
            page(p95, orders, "first page, all, newest order first", i -> every.withSort(OrderSort.NEWEST));
            page(p95, orders, "filter: country AT, sent", i -> sent.withCountries(Set.of("AT")));
            page(p95, orders, "filter: carrier, sent", i -> sent.withCarrier("GLS"));
            page(p95, orders, "filter: SKU, all", i -> every.withSku("SKU-" + i * 7 % skus(count)));
            page(p95, orders, "filter: over 31.5 kg, all", i -> every.withWeights(Set.of(WeightClass.OVER)));
            page(p95, orders, "filter: stock light red, to ship", i -> toShip.withStockLights(Set.of(StockLight.RED)));
            time(p95, "counts with a filter (SKU)", i -> orders.counts(every.withSku("SKU-" + i * 7 % skus(count))));
            page(p95, orders, "search: order number", i -> every.withSearch("o" + (NUMBERS + some(i, count))));
            page(p95, orders, "search: tracking number", i -> every.withSearch("0034" + (NUMBERS + some(i, count))));
            page(p95, orders, "search: name", i -> every.withSearch(name(some(i, count), count)));
            page(
                    p95,
                    orders,
                    "search: name and first name",
                    i -> every.withSearch(name(some(i, count), count) + " " + first(some(i, count), count)));
            time(p95, "counts with a search (name)", i -> orders.counts(every.withSearch(name(some(i, count), count))));
            time(p95, "deep scroll: leap to row 9,000 and read", i -> {
                List<OrderKey> keys = orders.keys(sent, null, 9_000);
                orders.page(sent, keys.getLast().cursor(), PAGE);
            });
            deep(p95, orders, every, count);
            p95.put(LINE, 0.0);
            time(p95, "counts of all tabs", i -> orders.counts(every));
            page(p95, orders, "filter: rare country LU, all", i -> every.withCountries(Set.of("LU")));
            page(p95, orders, "filter: tag, all", i -> every.withTag("gift"));
            time(p95, "counts with a filter (country AT)", i -> orders.counts(every.withCountries(Set.of("AT"))));
            page(p95, orders, "search: SKU that only old orders have", i -> every.withSearch("old-lamp"));
            page(p95, orders, "search: beginning of a name", i -> every.withSearch("name000" + i % 9));
            page(
                    p95,
                    orders,
                    "search: beginnings of both names",
                    i -> every.withSearch("name000" + i % 9 + " first0000"));
            page(p95, orders, "search: first letters", i -> every.withSearch("na"));
            time(
                    p95,
                    "counts with a search (beginning of a name)",
                    i -> orders.counts(every.withSearch("name000" + i % 9)));
            time(p95, "counts with a search (first letters)", i -> orders.counts(every.withSearch("na")));
        });
        SellerScope.run(
                sellers(1),
                () -> page(
                        p95,
                        orders,
                        "one small seller, sent",
                        i -> OrderFilter.of(OrderTab.SENT).withSellers(sellers(1))));
        return p95;
    }

    /** Far behind where counting stops or, with few orders, behind half of them; as an export reads. */
    private static void deep(Map<String, Double> p95, OrderService orders, OrderFilter every, int count) {
        @Nullable OrderCursor[] at = new OrderCursor[1];
        int step = Math.min(10_000, count / 4);
        for (int row = 0; row < Math.min(80_000, count / 2); row += step) {
            at[0] = orders.keys(every, at[0], step).getLast().cursor();
        }
        time(p95, "deep scroll: page after page, far behind", i -> {
            OrderPage page = orders.page(every, at[0], PAGE);
            at[0] = page.next() == null ? at[0] : page.next();
        });
    }

    private static int skus(int count) {
        return Math.max(4, count / 250);
    }

    private static int names(int count) {
        return Math.max(5, count / 200);
    }

    private static int firsts(int count) {
        return Math.max(2, count / 2_500);
    }

    /** An order, another one each time. */
    private static int some(int round, int count) {
        return 1 + round * 137 % count;
    }

    private static String name(int order, int count) {
        return "name%05d".formatted(order * 17 % names(count));
    }

    private static String first(int order, int count) {
        return "first%05d".formatted(order % firsts(count));
    }

    private static Set<SellerId> sellers(int count) {
        return LongStream.rangeClosed(1, count).mapToObj(SellerId::new).collect(java.util.stream.Collectors.toSet());
    }

    private static void page(
            Map<String, Double> p95, OrderService orders, String what, IntFunction<OrderFilter> filter) {
        time(p95, what, i -> orders.page(filter.apply(i), null, PAGE));
    }

    private static void time(Map<String, Double> p95, String what, IntConsumer work) {
        for (int i = 0; i < 5; i++) {
            work.accept(i);
        }
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long started = System.nanoTime();
            work.accept(i);
            millis[i] = (System.nanoTime() - started) / 1e6;
        }
        Arrays.sort(millis);
        p95.put(what, millis[(int) Math.ceil(ROUNDS * 0.95) - 1]);
    }

    /** By the server itself, which has a table of all numbers; through the import it would take an hour. */
    static void seed(JdbcTemplate jdbc, int count) {
        Instant now = Instant.now();
        for (int seller = 1; seller <= SELLERS; seller++) {
            jdbc.update(
                    "insert into seller (id, version, name, mark_letter, mark_tone, created_at) values (?, 0, ?, 'S', 1, ?)",
                    seller,
                    "Seller " + seller,
                    java.sql.Timestamp.from(now));
        }
        List<String> statements = new ArrayList<>();
        for (int from = 1; from <= count; from += CHUNK) {
            int to = Math.min(count, from + CHUNK - 1);
            statements.add(orders(from, to));
            statements.add("""
                    insert into order_item (id, seller_id, version, order_id, channel_item_id, state, state_at, sku, article_number, title, ean,
                      price, currency, attributes, takes_back)
                    select o.id, o.seller_id, 0, o.id, concat('i', o.id), if(o.stage = 'SENT', 'SENT', 'PROCESSABLE'), o.ordered_at,
                      concat('SKU-', (o.id * 31) mod %d), '', 'Floor lamp Opal, brass', '', 49.90, 'EUR', '{}', false
                    from sales_order o where o.id between %d and %d
                    """.formatted(skus(count), from, to));
            for (String word : List.of(
                    "concat('o', %d + o.id)|NUMBER|true".formatted(NUMBERS),
                    "concat('name', lpad((o.id * 17) mod %d, 5, '0'))|BUYER|true".formatted(names(count)),
                    "concat('first', lpad(o.id mod %d, 5, '0'))|BUYER|true".formatted(firsts(count)),
                    "concat('sku-', (o.id * 31) mod %d)|SKU|true".formatted(skus(count)),
                    "concat('0034', %d + o.id)|TRACKING|o.stage = 'SENT'".formatted(NUMBERS))) {
                String[] parts = word.split("\\|");
                statements.add("""
                        insert into order_search (seller_id, term, order_id, kind)
                        select o.seller_id, %s, o.id, '%s' from sales_order o where o.id between %d and %d and %s
                        """.formatted(parts[0], parts[1], from, to, parts[2]));
            }
            statements.add("""
                    insert into order_search (seller_id, term, order_id, kind)
                    select o.seller_id, 'old-lamp', o.id, 'SKU' from sales_order o where o.id between %d and %d and o.id > %d
                    """.formatted(from, to, count - count / 100));
            statements.add("""
                    insert into order_tag (seller_id, tag, order_id)
                    select o.seller_id, 'gift', o.id from sales_order o where o.id between %d and %d and o.id mod 500 = 0
                    """.formatted(from, to));
        }
        statements.forEach(jdbc::execute);
        for (String table : List.of("sales_order", "order_item", "order_search", "order_tag")) {
            jdbc.execute("analyze table " + table);
        }
    }

    private static String orders(int from, int to) {
        return """
                insert into sales_order (id, seller_id, version, connection_id, channel, channel_order_id, order_number, ordered_at,
                  channel_changed_at, fingerprint, imported_at, unreadable, stage, freight, on_hold, has_problem, stock_light, ship_by, due_at,
                  payment_method, total, currency, suspected_fraud, takes_back, buyer_name, postal_code, city, country, pieces, carrier,
                  carrier_product, carrier_reason, parcels, labels, packed, slip_printed, confirmed, weight_g, weight_class)
                select seq, 1 + floor(sqrt((seq * 7919) mod 400)), 0, 1, 'otto', concat('c', seq), concat('o', 10000000 + seq),
                  now(6) - interval seq minute, now(6) - interval seq minute, '', now(6), false,
                  case when seq mod 100 < 3 then 'TO_SHIP' when seq mod 100 = 3 then 'LABEL_PRINTED' when seq mod 100 = 4 then 'CANCELLED' else 'SENT' end,
                  false, seq mod 997 = 0, seq mod 401 = 0, if(seq mod 50 = 1, 'RED', 'GREEN'),
                  now(6) - interval seq minute + interval 2 day, now(6) - interval seq minute + interval 2 day,
                  'INVOICE', 49.90, 'EUR', false, false, concat('Name', (seq * 17) mod 5000), '20095', 'Hamburg',
                  case when seq mod 10000 = 7 then 'LU' when seq mod 33 = 0 then 'AT' else 'DE' end, 1 + (seq mod 10 = 0),
                  elt(1 + seq mod 3, 'DHL', 'Hermes', 'GLS'), 'Paket', 'rule', 1, 1, true, true, 1,
                  (seq * 37) mod 32000, case when (seq * 37) mod 32000 > 31500 then 'OVER' when (seq * 37) mod 32000 <= 2000 then 'TO_2' else 'TO_31' end
                from seq_%d_to_%d
                """.formatted(from, to);
    }
}
