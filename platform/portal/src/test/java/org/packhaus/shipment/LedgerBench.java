package org.packhaus.shipment;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.packhaus.Portal;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Cancellation.Cancelled;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Quotes.Quote;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How many labels a second go through the ledger at a carrier that answers at once, and how many through the same statements by bare
 * JDBC: same rows, same two commits, same bytes, same database, same number of threads, alternating in one run.
 *
 * <p>Arguments: labels for each measurement (default 500), threads (default 4).
 */
public final class LedgerBench {
    private static final int LABEL_BYTES = 40_000;
    private static final int ROUNDS = 3;

    private LedgerBench() {}

    public static void main(String[] args) throws Exception {
        int labels = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        try (var context = new SpringApplicationBuilder(Portal.class)
                .run("--server.port=0", "--packhaus.data=target/bench-data")) {
            // The portal's own jobs would only disturb the measurement.
            context.getBean(Scheduler.class).stop();
            var harness = context.getBean(LedgerHarness.class);
            var source = context.getBean(DataSource.class);
            SellerId seller = harness.seller("Bench " + Instant.now());
            var life = harness
            .new Life(
                    new Node("bench", Instant.now()), new InstantDesk(), new LedgerHarness.NoNews(), Clock.systemUTC());
            measure(harness, seller, labels / 5, threads, life.ledger::buy);
            bare(harness, source, seller, labels / 5, threads);
            List<Double> ledger = new ArrayList<>();
            List<Double> bare = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ledger.add(measure(harness, seller, labels, threads, life.ledger::buy));
                bare.add(bare(harness, source, seller, labels, threads));
                System.out.printf(
                        "round %d: ledger %.0f labels/s, bare statements %.0f labels/s, ratio %.2f%n",
                        round + 1, ledger.getLast(), bare.getLast(), ledger.getLast() / bare.getLast());
            }
            System.out.printf(
                    "ledger/bare = %.2f (%d labels of 2 x %d bytes a round, %d threads)%n",
                    sum(ledger) / sum(bare), labels, LABEL_BYTES, threads);
        }
    }

    private static double sum(List<Double> rates) {
        return rates.stream().mapToDouble(Double::doubleValue).sum();
    }

    private interface Buy {
        Object label(ParcelId parcel) throws Exception;
    }

    private static double measure(LedgerHarness harness, SellerId seller, int count, int threads, Buy buy)
            throws Exception {
        List<ParcelId> parcels = harness.parcels(seller, Instant.now(), count);
        var next = new AtomicInteger();
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> SellerScope.call(Set.of(seller), () -> {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        buy.label(parcels.get(n));
                    }
                    return true;
                })));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return count / (Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    }

    private static double bare(LedgerHarness harness, DataSource source, SellerId seller, int count, int threads)
            throws Exception {
        // Far above the sequences, which the ledger uses.
        var ids = new AtomicLong(System.nanoTime());
        return measure(harness, seller, count, threads, parcel -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                buyBare(connection, seller.value(), parcel.value(), ids);
                return true;
            }
        });
    }

    private static void buyBare(Connection connection, long seller, long parcel, AtomicLong ids) throws SQLException {
        long purchase = ids.incrementAndGet();
        Timestamp now = Timestamp.from(Instant.now());
        String reference = "BARE" + purchase;
        run(
                connection,
                "insert into label_purchase (id, version, seller_id, order_id, parcel_id, purpose, generation, state,"
                        + " attempt, reference, since, tries, created_at) values (?,0,?,?,?,'OUTBOUND',1,'PLANNED',1,?,?,0,?)",
                purchase,
                seller,
                parcel,
                parcel,
                reference,
                now,
                now);
        run(
                connection,
                "update label_purchase set state='SENDING', version=1, node='bare', node_started=?, lease_until=?,"
                        + " carrier_connection_id=1, carrier_code='DHL', carrier_product='V01PAK', since=?"
                        + " where id=? and version=0",
                now,
                now,
                now,
                purchase);
        String request = SdkJson.write(LedgerHarness.request(new ParcelId(parcel), reference));
        run(
                connection,
                "insert into label_attempt (id, seller_id, purchase_id, attempt, reference, carrier_connection_id,"
                        + " request, node, sent_at) values (?,?,?,1,?,1,?,'bare',?)",
                ids.incrementAndGet(),
                seller,
                purchase,
                reference,
                request,
                now);
        event(connection, ids, seller, purchase, "SENDING", now);
        connection.commit();
        Booking booking = InstantDesk.booking(reference);
        run(
                connection,
                "update label_purchase set state='CONFIRMED', version=2, node=null, node_started=null, lease_until=null,"
                        + " since=?, tracking_number=?, return_carrier_code='DHL', return_number=?, price_amount=4.19,"
                        + " price_currency='EUR', warnings='[]', bought_at=? where id=? and version=1",
                now,
                booking.trackingNumber(),
                "R" + booking.trackingNumber(),
                now,
                purchase);
        int number = 1;
        for (CarrierDocument document : booking.documents()) {
            run(
                    connection,
                    "insert into label_document (id, seller_id, parcel_id, purchase_id, number, kind, type, sha256,"
                            + " size, content, created_at) values (?,?,?,?,?,?,'PDF',?,?,?,?)",
                    ids.incrementAndGet(),
                    seller,
                    parcel,
                    purchase,
                    number++,
                    document.kind().name(),
                    "0".repeat(64),
                    document.content().length,
                    document.content(),
                    now);
        }
        event(connection, ids, seller, purchase, "CONFIRMED", now);
        connection.commit();
    }

    private static void event(
            Connection connection, AtomicLong ids, long seller, long purchase, String state, Timestamp now)
            throws SQLException {
        run(
                connection,
                "insert into label_event (id, seller_id, purchase_id, attempt, at, state, actor) values (?,?,?,1,?,?,'bare')",
                ids.incrementAndGet(),
                seller,
                purchase,
                now,
                state);
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** Sells at once. */
    private static final class InstantDesk implements CarrierDesk {
        private static final byte[] BYTES = new byte[LABEL_BYTES];

        static Booking booking(String reference) {
            return new Booking(
                    "N" + reference,
                    Optional.of(new ReturnNumber("DHL", "RN" + reference)),
                    List.of(
                            new CarrierDocument(CarrierDocument.Kind.LABEL, DocumentType.PDF, BYTES),
                            new CarrierDocument(CarrierDocument.Kind.RETURN_LABEL, DocumentType.PDF, BYTES)),
                    Optional.of(Money.euro("4.19")),
                    List.of());
        }

        @Override
        public Standing standing(ConnectionId connection) {
            return new Standing("", "", Optional.of(FakeCarrier.PROFILE), java.util.EnumSet.allOf(Ability.class));
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Booking book(ConnectionId connection, BookingRequest request) {
            return booking(request.reference());
        }

        @Override
        public Booking bookReturn(ConnectionId connection, BookingRequest request) {
            return book(connection, request);
        }

        @Override
        public List<Quote> quote(ConnectionId connection, BookingRequest request) {
            return List.of();
        }

        @Override
        public Optional<Booking> find(ConnectionId connection, BookingRequest request) {
            return Optional.empty();
        }

        @Override
        public Optional<Booking> fetch(ConnectionId connection, String trackingNumber, LabelPaper paper) {
            return Optional.empty();
        }

        @Override
        public Cancelled cancel(ConnectionId connection, String trackingNumber) {
            return Cancelled.NOW;
        }
    }
}
