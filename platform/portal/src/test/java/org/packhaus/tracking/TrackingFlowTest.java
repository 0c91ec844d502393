package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;
import static org.packhaus.sdk.TrackingStatus.ACCEPTED;
import static org.packhaus.sdk.TrackingStatus.CANCELLED;
import static org.packhaus.sdk.TrackingStatus.DELIVERED;
import static org.packhaus.sdk.TrackingStatus.DELIVERY_FAILED;
import static org.packhaus.sdk.TrackingStatus.IN_TRANSIT;
import static org.packhaus.sdk.TrackingStatus.READY_FOR_PICKUP;
import static org.packhaus.sdk.TrackingStatus.RETURNED_TO_SENDER;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Audit;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.BuyersErased;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.TimelineEntry;
import org.packhaus.rule.Offer;
import org.packhaus.rule.Punctuality;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Unavailable;
import org.packhaus.security.PublicAddress;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelRows;
import org.packhaus.shipment.ParcelLabels;
import org.packhaus.shipment.TurnableClock;
import org.packhaus.tracking.TrackingDesk.Reach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parcels from the label to the buyer's door on the real database; the carrier tells what the test has it tell. */
@DatabaseTest
class TrackingFlowTest {
    /** A Monday. */
    private static final Instant BOUGHT = Instant.parse("2126-11-25T09:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ConnectionService connections;

    @Autowired
    TransactionRetry transactions;

    @Autowired
    TrackingBook book;

    @Autowired
    OrderService orders;

    @Autowired
    Scheduler scheduler;

    @Autowired
    TrackingBudgetSql budget;

    private final FakeTrackingDesk desk = new FakeTrackingDesk();
    private final TurnableClock clock = new TurnableClock(BOUGHT);
    private LabelRows labels;
    private ImportFixture flow;
    private ConnectionRow carrier;
    private Tracker tracker;
    private TrackingService tracking;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @BeforeEach
    void aSellerWithACarrier() {
        // The portal's own jobs know nothing of this test's carrier and clock.
        scheduler.pause();
        flow = new ImportFixture(context);
        labels = new LabelRows(jdbc);
        carrier = connect("DHL Hamburg");
        var moves = new TrackingMoves(
                book,
                context.getBean(ParcelLabels.class),
                orders,
                context.getBean(org.packhaus.order.JointOrders.class),
                transactions);
        tracker = new Tracker(moves, desk, budget, clock);
        tracking = new TrackingService(
                desk,
                book,
                context.getBean(EntityManager.class),
                orders,
                context.getBean(org.packhaus.order.JointOrders.class),
                transactions,
                clock);
    }

    private ConnectionRow connect(String name) {
        ConnectionId id = in(() -> connections.create(
                new NewConnection(flow.seller, "fake", "fake", ConnectionRole.CARRIER, name, List.of())));
        return in(() -> connections.connection(id));
    }

    private <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(flow.seller), work);
    }

    /** An order whose label was bought now. @return its tracking number */
    private String label(String order) {
        flow.channel.put(ChannelOrders.order(order, PROCESSABLE, "LAMP"));
        flow.run();
        OrderId id = flow.row(order).id();
        // To be handed over on the next evening, promised for the day after.
        jdbc.update(
                "update sales_order set ship_by = ?, promised_at = ? where id = ?",
                stamp(BOUGHT.plus(Duration.ofHours(32))),
                stamp(BOUGHT.plus(Duration.ofHours(48))),
                id.value());
        return parcel(id, 1);
    }

    private String parcel(OrderId order, int number) {
        return labels.bought(flow.seller, order, number, carrier.id(), "DHL", clock.instant());
    }

    private static Timestamp stamp(Instant at) {
        return Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private Tracker.Turn turn() {
        return in(() -> tracker.turn(in(() -> connections.connection(carrier.id()))));
    }

    private Tracker.Turn later(int hours) {
        clock.turn(Duration.ofHours(hours));
        return turn();
    }

    private Instant hours(int after) {
        return BOUGHT.plus(Duration.ofHours(after));
    }

    private TrackedRow row(String order) {
        return in(() -> tracking.of(List.of(flow.row(order).id()))).values().stream()
                .flatMap(List::stream)
                .toList()
                .getFirst();
    }

    private List<Scan> history(String order) {
        TrackedRow row = row(order);
        return in(() -> tracking.histories(List.of(row.label()))).getOrDefault(row.label(), List.of());
    }

    /** Empty before the whole order has arrived. */
    private String deliveredAt(String order) {
        return String.valueOf(jdbc.queryForObject(
                "select coalesce(date_format(delivered_at, '%Y-%m-%dT%H:%i:%sZ'), '') from sales_order where id = ?",
                String.class, flow.row(order).id().value()));
    }

    @Test
    void followsAParcelToTheDoor() {
        String number = label("t1");
        assertThat(turn().calls()).as("nobody has scanned anything yet").isZero();
        assertThat(row("t1").open()).isTrue();
        desk.tell(number, hours(6), ACCEPTED, "Abgeholt");
        desk.expect(number, hours(50));
        assertThat(later(4)).isEqualTo(new Tracker.Turn(1, 1, 1));
        assertThat(row("t1").state()).isEqualTo(ACCEPTED);
        assertThat(row("t1").handedOverAt()).isEqualTo(hours(6));
        assertThat(row("t1").expectedAt()).isEqualTo(hours(50));
        assertThat(row("t1").promise()).isEqualTo(Promise.Verdict.OPEN);

        desk.tell(number, hours(50), DELIVERED, "Zugestellt an Frau Yıldızhan");
        later(48);
        assertThat(row("t1").state()).isEqualTo(DELIVERED);
        assertThat(row("t1").open()).isFalse();
        assertThat(row("t1").promise()).isEqualTo(Promise.Verdict.ON_TIME);
        assertThat(deliveredAt("t1")).isEqualTo(hours(50).toString());
        assertThat(history("t1")).extracting(Scan::text).containsExactly("Zugestellt an Frau Yıldızhan", "Abgeholt");
        assertThat(flow.details("t1").timeline())
                .extracting(TimelineEntry::code)
                .contains("parcel-delivered");

        assertThat(later(48).calls()).as("scans are taken back: once more").isEqualTo(1);
        assertThat(later(480).calls()).as("then never again").isZero();
    }

    @Test
    void writesNothingButTheNextLookWhenNothingChanged() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            numbers.add(label("n" + i));
        }
        turn();
        numbers.forEach(number -> desk.tell(number, hours(3), IN_TRANSIT, "Unterwegs"));
        later(4);
        List<Integer> versions = versions();
        Statistics statistics = context.getBean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        Tracker.Turn turn = later(12);
        assertThat(turn).isEqualTo(new Tracker.Turn(1, 20, 0));
        assertThat(versions()).isEqualTo(versions);
        assertThat(statistics.getEntityInsertCount() + statistics.getEntityUpdateCount())
                .isZero();
        assertThat(statistics.getPrepareStatementCount())
                .as("a handful for twenty parcels")
                .isLessThan(20);
    }

    private List<Integer> versions() {
        return jdbc.queryForList(
                "select version from tracked_parcel where connection_id = ? order by purchase_id",
                Integer.class,
                carrier.id().value());
    }

    @Test
    void asksForManyInOneCall() {
        for (int i = 0; i < 45; i++) {
            label("m" + i);
        }
        turn();
        assertThat(later(4).calls()).isEqualTo(3);
        assertThat(desk.asked).extracting(List::size).containsExactly(20, 20, 5);
    }

    @Test
    void aDeliveryThatIsTakenBackDidNotHappen() {
        String number = label("b1");
        turn();
        desk.tell(number, hours(6), ACCEPTED, "");
        desk.tell(number, hours(30), DELIVERED, "");
        later(31);
        assertThat(deliveredAt("b1")).isEqualTo(hours(30).toString());
        desk.takeBackLast(number);
        desk.tell(number, hours(32), IN_TRANSIT, "");
        later(26);
        assertThat(row("b1").state()).isEqualTo(IN_TRANSIT);
        assertThat(row("b1").open()).isTrue();
        assertThat(deliveredAt("b1")).isEmpty();
        assertThat(history("b1"))
                .as("history is kept")
                .extracting(Scan::status, Scan::withdrawn)
                .containsExactly(tuple(IN_TRANSIT, false), tuple(DELIVERED, true), tuple(ACCEPTED, false));
    }

    @Test
    void anOrderHasArrivedWhenItsLastParcelHas() {
        String first = label("o1");
        String second = parcel(flow.row("o1").id(), 2);
        turn();
        desk.tell(first, hours(30), DELIVERED, "");
        desk.tell(second, hours(30), READY_FOR_PICKUP, "");
        later(31);
        assertThat(deliveredAt("o1")).as("a shop is not the buyer").isEmpty();
        desk.tell(second, hours(60), DELIVERED, "");
        later(31);
        assertThat(deliveredAt("o1")).isEqualTo(hours(60).toString());
    }

    @Test
    void whatComesBackToTheSenderHasNotArrived() {
        String number = label("r1");
        turn();
        desk.tell(number, hours(30), DELIVERY_FAILED, "");
        desk.tell(number, hours(54), RETURNED_TO_SENDER, "");
        desk.tell(number, hours(90), DELIVERED, "");
        later(91);
        assertThat(row("r1").state()).isEqualTo(RETURNED_TO_SENDER);
        assertThat(row("r1").troubles()).containsExactly(Trouble.RETURNING);
        assertThat(row("r1").attempts()).isEqualTo(1);
        assertThat(deliveredAt("r1")).isEmpty();
        assertThat(numbers(TrackingFilter.RETURNING)).containsExactly(number);
    }

    @Test
    void oneNumberTheCarrierStumblesOverHidesNoOther() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            numbers.add(label("p" + i));
        }
        turn();
        desk.poison.add(numbers.get(5));
        numbers.forEach(number -> desk.tell(number, hours(3), ACCEPTED, ""));
        assertThat(later(4).news()).isEqualTo(7);
        assertThat(row("p5").state()).isNotEqualTo(ACCEPTED);
        assertThat(in(tracking::lanes)).isEmpty();
    }

    @Test
    void aCarrierThatDoesNotAnswerIsLeftAloneForAWhileAndStaysGoodForBooking() {
        label("f1");
        turn();
        desk.fails = new Unavailable("tracking-failed", "down");
        later(4);
        later(0);
        assertThat(desk.asked).as("not again at once").hasSize(1);
        assertThat(in(tracking::lanes)).singleElement().satisfies(lane -> {
            assertThat(lane.carrier()).isEqualTo(carrier.id());
            assertThat(lane.text()).isEqualTo("down");
        });
        desk.fails = new InvalidSettings("tracking-refused", "not allowed", "user");
        later(1);
        assertThat(desk.asked).hasSize(2);
        ConnectionRow now = in(() -> connections.connection(carrier.id()));
        assertThat(now.state()).isEqualTo(ConnectionState.ACTIVE);
        assertThat(now.isFailing()).isFalse();
        desk.fails = null;
        later(1);
        assertThat(desk.asked).as("what a person has to mend is tried seldom").hasSize(2);
        later(1);
        assertThat(desk.asked).hasSize(3);
        assertThat(in(tracking::lanes)).isEmpty();
    }

    @Test
    void whatACarrierGrantsIsSharedByAllConnectionsOfOneAccount() {
        desk.reach = Optional.of(new Reach(1, OptionalInt.of(10), "shared-" + flow.seller));
        for (int i = 0; i < 12; i++) {
            label("q" + i);
        }
        turn();
        ConnectionRow first = carrier;
        carrier = connect("DHL Bremen");
        for (int i = 12; i < 24; i++) {
            label("q" + i);
        }
        turn();
        clock.turn(Duration.ofHours(4));
        int granted = TrackingBudgetSql.granted(10, clock.instant());
        int second = turn().calls();
        carrier = first;
        assertThat(second + turn().calls()).isEqualTo(granted).isLessThan(10);
        clock.turn(Duration.ofHours(10));
        turn();
        assertThat(desk.asked).as("no more a day").hasSize(10);
    }

    @Test
    void whatIsDueIsAskedFirst() {
        String fresh = label("u1");
        String late = label("u2");
        turn();
        jdbc.update("update tracked_parcel set urgency = 0 where tracking_number = ?", late);
        desk.reach = Optional.of(new Reach(1, OptionalInt.empty(), "x"));
        later(4);
        assertThat(desk.asked).containsExactly(List.of(late), List.of(fresh));
    }

    @Test
    void aLabelThatWasGivenBackIsNotAskedFor() {
        String number = label("v1");
        turn();
        labels.givenBack(number);
        assertThat(later(4).calls()).isZero();
        assertThat(row("v1").state()).isEqualTo(CANCELLED);
        assertThat(row("v1").open()).isFalse();
    }

    @Test
    void goesOnUnderTheNumberAPersonCorrected() {
        String number = label("k1");
        turn();
        long id = row("k1").label().value();
        jdbc.update(
                "insert into number_correction (id, seller_id, order_id, parcel_id, purchase_id, kind, number_before,"
                        + " number_after, why, corrected_by, corrected_at) values (?, ?, ?, ?, ?, 'TRACKING', ?, 'NEW123',"
                        + " '', '', now(6))",
                id,
                flow.seller.value(),
                flow.row("k1").id().value(),
                id,
                id,
                number);
        desk.tell("NEW123", hours(3), ACCEPTED, "");
        later(4);
        assertThat(desk.asked).containsExactly(List.of("NEW123"));
        assertThat(row("k1").trackingNumber()).isEqualTo("NEW123");
        assertThat(row("k1").state()).isEqualTo(ACCEPTED);
    }

    private List<String> numbers(TrackingFilter filter) {
        List<String> numbers = new ArrayList<>();
        TrackingService.Cursor after = null;
        do {
            TrackingService.Cursor from = after;
            TrackingService.Page page = in(() -> tracking.page(filter, from, 2));
            page.rows().forEach(row -> numbers.add(row.trackingNumber()));
            after = page.next();
        } while (after != null);
        assertThat(in(tracking::counts).get(filter)).isEqualTo(numbers.size());
        return numbers;
    }

    @Test
    void warnsWhileSomethingCanStillBeDone() {
        String forgotten = label("w1");
        String slow = label("w2");
        String fine = label("w3");
        turn();
        desk.tell(slow, hours(6), ACCEPTED, "");
        desk.expect(slow, hours(100));
        desk.tell(fine, hours(6), ACCEPTED, "");
        desk.expect(fine, hours(50));
        later(40);
        assertThat(numbers(TrackingFilter.AT_RISK)).containsExactly(slow);
        later(6);
        assertThat(numbers(TrackingFilter.AT_RISK)).containsExactly(forgotten, slow);
        assertThat(row("w1").troubles()).containsExactly(Trouble.AT_RISK);
        assertThat(row("w3").troubles()).isEmpty();
        assertThat(in(tracking::atRisk)).isEqualTo(2);
        later(20);
        assertThat(numbers(TrackingFilter.AT_RISK)).as("too late").isEmpty();
        assertThat(numbers(TrackingFilter.LATE)).contains(forgotten, slow);
    }

    @Test
    void listsWhatIsWrongTheLongestSoFirst() {
        String late = label("l1");
        String stuck = label("l2");
        String attempted = label("l3");
        String shop = label("l4");
        String fine = label("l5");
        turn();
        desk.tell(late, hours(6), ACCEPTED, "");
        desk.tell(late, hours(60), IN_TRANSIT, "");
        desk.tell(stuck, hours(6), ACCEPTED, "");
        desk.tell(attempted, hours(50), DELIVERY_FAILED, "");
        desk.tell(shop, hours(50), READY_FOR_PICKUP, "");
        desk.tell(fine, hours(50), DELIVERED, "");
        later(62);
        later(6);
        assertThat(numbers(TrackingFilter.UNDERWAY)).containsExactlyInAnyOrder(late, stuck, attempted, shop);
        assertThat(numbers(TrackingFilter.LATE)).containsExactly(late, stuck);
        assertThat(numbers(TrackingFilter.STUCK)).isEmpty();
        assertThat(numbers(TrackingFilter.ATTEMPTED)).containsExactly(attempted);
        assertThat(numbers(TrackingFilter.AT_SHOP)).containsExactly(shop);
        assertThat(numbers(TrackingFilter.LOST)).isEmpty();
        assertThat(numbers(TrackingFilter.ALL)).hasSize(5).contains(fine);
        assertThat(row("l1").troubles()).containsExactly(Trouble.LATE);
        assertThat(row("l1").promise()).isEqualTo(Promise.Verdict.LATE_CARRIER);
        clock.turn(Duration.ofHours(120));
        assertThat(numbers(TrackingFilter.STUCK)).as("nobody was asked since").isEmpty();
        turn();
        assertThat(numbers(TrackingFilter.STUCK)).startsWith(stuck).contains(late);
        assertThat(in(() -> tracking.search("l3")))
                .extracting(TrackedRow::trackingNumber)
                .containsExactly(attempted);
    }

    @Test
    void forgetsWhoTookTheParcelAndAsksNoMore() {
        String number = label("e1");
        turn();
        desk.tell(number, hours(3), IN_TRANSIT, "An Nachbar Quastenflosser");
        later(4);
        forget("e1");
        assertThat(history("e1")).singleElement().satisfies(scan -> {
            assertThat(scan.text()).isEmpty();
            assertThat(scan.place()).isEmpty();
            assertThat(scan.status()).isEqualTo(IN_TRANSIT);
        });
        assertThat(row("e1").open()).isFalse();
        assertThat(later(100).calls()).isZero();
    }

    private void forget(String order) {
        OrderId id = flow.row(order).id();
        in(() -> {
            transactions.run(() -> context.publishEvent(new BuyersErased(flow.seller, List.of(id))));
            return true;
        });
    }

    @Test
    void anAnswerUnderWayBringsNoForgottenBuyerBack() {
        String moved = label("e2");
        label("e3");
        turn();
        desk.tell(moved, hours(3), IN_TRANSIT, "An Nachbar Quastenflosser");
        desk.meanwhile = () -> List.of("e2", "e3").forEach(this::forget);
        later(4);
        assertThat(history("e2")).isEmpty();
        assertThat(row("e2").open()).isFalse();
        assertThat(row("e3").open()).isFalse();
        assertThat(later(100).calls()).isZero();
    }

    @Test
    void doesNotAskForWhatLeftBeforeItsBuyerWasForgotten() {
        String number = label("e4");
        jdbc.update(
                "update sales_order set erased_at = now(6) where id = ?",
                flow.row("e4").id().value());
        turn();
        desk.tell(number, hours(3), IN_TRANSIT, "An Nachbar Quastenflosser");
        assertThat(later(4).calls()).isZero();
        assertThat(row("e4").open()).isFalse();
    }

    @Test
    void punctualityIsTheCarriersOwn() {
        var figures = new CarrierFigures(context.getBean(EntityManager.class), connections, transactions, clock);
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            numbers.add(label("c" + i));
        }
        turn();
        for (int i = 0; i < 25; i++) {
            // Three were handed over too late, two came late, twenty in time.
            desk.tell(numbers.get(i), hours(i < 3 ? 50 : 6), ACCEPTED, "");
            desk.tell(numbers.get(i), hours(i < 5 ? 80 : 30), DELIVERED, "");
        }
        later(81);
        Map<Offer, Punctuality.OnTime> known = in(() -> figures.of(flow.seller));
        assertThat(known)
                .containsExactly(Map.entry(new Offer(carrier.id(), "PARCEL"), new Punctuality.OnTime(22, 20.0 / 22.0)));

        ScoreRow row = in(() ->
                        new Scorecards(context.getBean(EntityManager.class), transactions, clock).rows(12, true, true))
                .getFirst();
        assertThat(row.parcels()).isEqualTo(25);
        assertThat(row.promised()).isEqualTo(22);
        assertThat(row.onTime()).isEqualTo(20);
        assertThat(row.handedOverLate()).isEqualTo(3);
        assertThat(row.region()).isEqualTo("DE3");
        assertThat(row.median()).hasValue(1);
        assertThat(row.p90()).as("two in twenty-five took longer").hasValue(1);
        assertThat(Scorecards.quantile(new TreeMap<>(Map.of(1, 8, 3, 1, 5, 1)), 0.9))
                .hasValue(3);
        assertThat(Scorecards.quantile(new TreeMap<>(), 0.9)).isEmpty();
        assertThat(row.attempts()).isEqualTo(25);
        assertThat(row.cost()).isNull();
    }

    @Test
    void takesOverEachLabelOnceHoweverOftenItLooks() {
        for (int i = 0; i < 3; i++) {
            label("a" + i);
        }
        turn();
        turn();
        label("a3");
        turn();
        assertThat(jdbc.queryForObject(
                        "select count(*) from tracked_parcel where connection_id = ?",
                        Integer.class,
                        carrier.id().value()))
                .isEqualTo(4);
        assertThat(jdbc.queryForList(
                        "select distinct region from tracked_parcel where connection_id = ?",
                        String.class,
                        carrier.id().value()))
                .containsExactly("DE3");
    }

    /** A carrier's own news is a hint: the parcel is asked for at once and once, whoever calls however often. */
    @Test
    void whatACarrierTellsByItselfIsAskedForAtOnce() {
        var hooks = new TrackingHooks(
                book,
                desk,
                connections,
                context.getBean(SellerDirectory.class),
                context.getBean(PublicAddress.class),
                context.getBean(Audit.class),
                transactions,
                clock);
        String number = label("h1");
        String others = label("h2");
        in(() -> tracker.turn(carrier));
        desk.asked.clear();
        String address = in(() -> hooks.make(carrier.id()));
        String word = address.substring(address.lastIndexOf('/') + 1);
        assertThat(in(() -> hooks.of(carrier.id())).orElseThrow().heardAt()).isNull();

        clock.turn(Duration.ofMinutes(6));
        assertThat(hooks.heard(word, number + "\n" + number + "\nof somebody else"))
                .hasValue(1);
        in(() -> tracker.turn(carrier));
        assertThat(desk.asked).containsExactly(List.of(number)).doesNotContain(List.of(others));
        assertThat(in(() -> hooks.of(carrier.id())).orElseThrow().heardAt()).isEqualTo(clock.instant());

        assertThat(hooks.heard(word, number)).as("asked for a moment ago").hasValue(0);
        clock.turn(TrackingHooks.PAUSE.plusSeconds(1));
        assertThat(hooks.heard(word, number)).hasValue(1);
        assertThat(hooks.heard("guessed", number)).isEmpty();

        String newer = in(() -> hooks.make(carrier.id()));
        assertThat(newer).isNotEqualTo(address);
        assertThat(hooks.heard(word, number)).as("the old address").isEmpty();
    }
}
