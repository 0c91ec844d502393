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
 * <p>Twenty sellers share the orders unequally; 3 % are to be shipped, the rest is history. Names, SKUs and postcodes repeat as they do.
 */
public final class OrderListBench {
    private static final int FEW = 10_000;
    private static final int SELLERS = 20;
    private static final int ROUNDS = 60;
    private static final int PAGE = 50;
    private static final int CHUNK = 100_000;

    private OrderListBench() {}

    public static void main(String[] arguments) {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
        Map<Integer, Map<String, Double>> measured = new LinkedHashMap<>();
        for (int orders : new int[] {FEW, many}) {
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
        System.out.printf("%-44s %12s %12s%n", "", "10,000", String.format("%,d", many));
        measured.getOrDefault(many, Map.of())
                .forEach((what, millis) -> System.out.printf(
                        "%-44s %12.1f %12.1f%n",
                        what, measured.getOrDefault(FEW, Map.of()).getOrDefault(what, 0.0), millis));
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
            time(p95, "counts of all tabs", i -> orders.counts(every));
            page(p95, orders, "filter: country AT, sent", i -> sent.withCountries(Set.of("AT")));
            page(p95, orders, "filter: rare country LU, all", i -> every.withCountries(Set.of("LU")));
            page(p95, orders, "filter: carrier, sent", i -> sent.withCarrier("GLS"));
            page(p95, orders, "filter: SKU, all", i -> every.withSku("SKU-" + i * 7));
            page(p95, orders, "filter: over 31.5 kg, all", i -> every.withWeights(Set.of(WeightClass.OVER)));
            page(p95, orders, "filter: tag, all", i -> every.withTag("gift"));
            page(p95, orders, "filter: stock light red, to ship", i -> toShip.withStockLights(Set.of(StockLight.RED)));
            time(p95, "counts with a filter (country AT)", i -> orders.counts(every.withCountries(Set.of("AT"))));
            time(p95, "counts with a filter (SKU)", i -> orders.counts(every.withSku("SKU-" + i * 7)));
            page(p95, orders, "search: order number", i -> every.withSearch("o" + (1 + i * 137 % count)));
            page(p95, orders, "search: surname", i -> every.withSearch("name" + i));
            page(p95, orders, "search: two words", i -> every.withSearch("name" + i + " first" + i % 40));
            page(p95, orders, "search: surname, to ship", i -> toShip.withSearch("name" + i));
            page(p95, orders, "search: first letters of a name", i -> every.withSearch("na"));
            page(p95, orders, "search: SKU that only old orders have", i -> every.withSearch("old-lamp"));
            time(p95, "counts with a search (surname)", i -> orders.counts(every.withSearch("name" + i)));
            time(p95, "counts with a search (first letters)", i -> orders.counts(every.withSearch("na")));
            page(p95, orders, "search: tracking number", i -> sent.withSearch("0034" + (1 + i * 137 % count)));
            time(p95, "deep scroll: leap to row 9,900 and read", i -> {
                List<OrderKey> keys = orders.keys(sent, null, 9_900);
                orders.page(sent, keys.getLast().cursor(), PAGE);
            });
            deep(p95, orders, every);
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

    /** Far behind where counting stops, as an export reads. */
    private static void deep(Map<String, Double> p95, OrderService orders, OrderFilter every) {
        @Nullable OrderCursor[] at = new OrderCursor[1];
        for (int i = 0; i < 8; i++) {
            List<OrderKey> keys = orders.keys(every, at[0], 10_000);
            if (keys.isEmpty()) {
                break;
            }
            at[0] = keys.getLast().cursor();
        }
        time(p95, "deep scroll: page after page behind row 80,000", i -> {
            OrderPage page = orders.page(every, at[0], PAGE);
            at[0] = page.next() == null ? at[0] : page.next();
        });
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
                      concat('SKU-', (o.id * 31) mod 4000), '', 'Floor lamp Opal, brass', '', 49.90, 'EUR', '{}', false
                    from sales_order o where o.id between %d and %d
                    """.formatted(from, to));
            for (String word : List.of(
                    "concat('o', o.id)|NUMBER|true",
                    "concat('name', (o.id * 17) mod 5000)|BUYER|true",
                    "concat('first', o.id mod 400)|BUYER|true",
                    "concat('sku-', (o.id * 31) mod 4000)|SKU|true",
                    "concat('0034', o.id)|TRACKING|o.stage = 'SENT'")) {
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
                select seq, 1 + floor(sqrt((seq * 7919) mod 400)), 0, 1, 'otto', concat('c', seq), concat('o', seq),
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
