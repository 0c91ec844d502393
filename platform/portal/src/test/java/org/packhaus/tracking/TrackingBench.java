package org.packhaus.tracking;

import jakarta.persistence.EntityManagerFactory;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.ParcelLabels;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What following many parcels costs: how many calls against the fewest that would do, how many statements, how much of the machine. First all
 * have news, then none has. The carrier answers at once and takes twenty numbers a call, so what is measured is ours alone.
 * {@code ./packhaus bench --tracking 100000}
 */
public final class TrackingBench {
    private static final int PER_CALL = 20;
    private static final double MORE_THAN_THE_FLOOR = 1.1;

    private TrackingBench() {}

    public static void main(String[] arguments) {
        int parcels = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        boolean good;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                .profiles("test")
                .initializers(new FreshSchema())
                .run("--server.port=0", "--db-scheduler.polling-interval=1h")) {
            good = run(context, parcels);
        }
        System.exit(good ? 0 : 3);
    }

    private static boolean run(ConfigurableApplicationContext context, int parcels) {
        seed(context.getBean(JdbcTemplate.class), parcels);
        // So late in the day that the whole day's quota may be spent.
        Instant now = LocalDate.now(ZoneOffset.UTC).atTime(LocalTime.of(23, 0)).toInstant(ZoneOffset.UTC);
        int floor = Math.ceilDiv(parcels, PER_CALL);
        Desk desk = new Desk(now, (int) (floor * MORE_THAN_THE_FLOOR * 2));
        var moves = new TrackingMoves(
                context.getBean(TrackingBook.class),
                context.getBean(ParcelLabels.class),
                context.getBean(OrderService.class),
                context.getBean(JointOrders.class),
                context.getBean(TransactionRetry.class));
        var tracker =
                new Tracker(moves, desk, context.getBean(TrackingBudgetSql.class), Clock.fixed(now, ZoneOffset.UTC));
        Statistics statistics = context.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        System.out.printf("%n%,d open parcels, %d numbers a call: no fewer than %,d calls%n", parcels, PER_CALL, floor);
        System.out.printf(
                "%-16s %8s %8s %12s %12s %10s %10s%n",
                "", "calls", "floor", "statements", "a parcel", "parcels/s", "CPU");
        boolean good = true;
        for (String pass : List.of("all have news", "none has")) {
            context.getBean(JdbcTemplate.class)
                    .update(
                            "update tracked_parcel set next_look_at = ? - interval 1 minute",
                            now.atOffset(ZoneOffset.UTC).toLocalDateTime());
            statistics.clear();
            int before = desk.calls;
            long started = System.nanoTime();
            long cpu = cpu();
            SellerScope.run(Set.of(new SellerId(1)), () -> {
                ConnectionRow carrier = context.getBean(ConnectionService.class).connection(new ConnectionId(1));
                while (tracker.turn(carrier).calls() > 0) {
                    // The next turn.
                }
            });
            double seconds = (System.nanoTime() - started) / 1e9;
            double share = (cpu() - cpu) / 1e9 / seconds / Runtime.getRuntime().availableProcessors();
            int calls = desk.calls - before;
            System.out.printf(
                    "%-16s %,8d %8.2f %,12d %12.2f %,10.0f %9.0f%%%n",
                    pass,
                    calls,
                    (double) calls / floor,
                    statistics.getPrepareStatementCount(),
                    (double) statistics.getPrepareStatementCount() / parcels,
                    parcels / seconds,
                    share * 100);
            good &= calls <= floor * MORE_THAN_THE_FLOOR && calls >= floor;
        }
        return good;
    }

    private static long cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Tells of every parcel that it was handed over and is on its way. */
    private static final class Desk implements TrackingDesk {
        private final Instant now;
        private final int perDay;
        private int calls;

        Desk(Instant now, int perDay) {
            this.now = now;
            this.perDay = perDay;
        }

        @Override
        public Optional<Reach> reach(ConnectionId carrier) {
            return Optional.of(new Reach(PER_CALL, OptionalInt.of(perDay), "bench"));
        }

        @Override
        public List<String> spokenOf(ConnectionId carrier, String message) {
            return List.of();
        }

        @Override
        public Optional<URI> page(ConnectionId carrier, String trackingNumber) {
            return Optional.empty();
        }

        @Override
        public List<TrackingReport> track(ConnectionId carrier, List<String> trackingNumbers) {
            calls++;
            return trackingNumbers.stream()
                    .map(number -> new TrackingReport(
                            number,
                            List.of(
                                    event(now.minus(Duration.ofHours(9)), TrackingStatus.ANNOUNCED),
                                    event(now.minus(Duration.ofHours(5)), TrackingStatus.ACCEPTED),
                                    event(now.minus(Duration.ofHours(2)), TrackingStatus.IN_TRANSIT)),
                            TrackingStatus.IN_TRANSIT,
                            Optional.empty()))
                    .toList();
        }

        private static TrackingEvent event(Instant at, TrackingStatus status) {
            return new TrackingEvent(at, status, status.name(), "Die Sendung ist unterwegs.", "Kassel");
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(1);
        }
    }

    /** By the server itself, which has a table of all numbers. */
    private static void seed(JdbcTemplate jdbc, int parcels) {
        jdbc.update(
                "insert into seller (id, version, name, mark_letter, mark_tone, created_at) values (1, 0, 'Seller', 'S', 1, now(6))");
        jdbc.update("""
                insert into connection (id, version, seller_id, plugin_id, extension_id, role, name, state, created_at)
                values (1, 0, 1, 'fake', 'fake', 'CARRIER', 'Carrier', 'ACTIVE', now(6))
                """);
        jdbc.execute("""
                insert into shipment (id, version, seller_id, order_id, number, carrier_connection_id, carrier_product, carrier_reason,
                  created_at, created_by)
                select seq, 0, 1, seq, 1, 1, 'PARCEL', 'seller-default', now(6), 'bench' from seq_1_to_%d
                """.formatted(parcels));
        jdbc.execute("""
                insert into parcel (id, version, seller_id, order_id, shipment_id, number, generation, weight_g, created_at)
                select seq, 0, 1, seq, seq, 1, 1, 1250, now(6) from seq_1_to_%d
                """.formatted(parcels));
        jdbc.execute("""
                insert into label_purchase (id, version, seller_id, order_id, parcel_id, purpose, generation, state, attempt, reference,
                  carrier_connection_id, carrier_code, carrier_product, since, tries, tracking_number, bought_at, created_at)
                select seq, 0, 1, seq, seq, 'OUTBOUND', 1, 'CONFIRMED', 1, concat('ref-', seq), 1, 'DHL', 'PARCEL', now(6), 0,
                  concat('T', seq), now(6) - interval 10 hour, now(6) from seq_1_to_%d
                """.formatted(parcels));
        jdbc.execute("""
                insert into tracked_parcel (purchase_id, version, seller_id, order_id, parcel_id, connection_id, carrier_code, product,
                  tracking_number, region, bought_at, state, state_at, attempts, open, urgency, next_look_at, digest)
                select seq, 0, 1, seq, seq, 1, 'DHL', 'PARCEL', concat('T', seq), 'DE3', now(6) - interval 10 hour, 'ANNOUNCED',
                  now(6) - interval 10 hour, 0, 1, 1, now(6) - interval 1 minute, '' from seq_1_to_%d
                """.formatted(parcels));
        for (String table : List.of("shipment", "parcel", "label_purchase", "tracked_parcel")) {
            jdbc.execute("analyze table " + table);
        }
    }
}
