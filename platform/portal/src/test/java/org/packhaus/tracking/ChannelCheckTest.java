package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.sdk.ChannelItem.State.PROCESSABLE;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ChannelOrders;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReportedShipment;
import org.packhaus.sdk.ReportedShipment.News;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.SellerScope;
import org.packhaus.shipment.LabelRows;
import org.packhaus.shipment.ParcelLabels;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.shipment.TurnableClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where carrier and channel disagree for long it is seen, as long as they do. */
@DatabaseTest
class ChannelCheckTest {
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
    TrackingBudgetSql budget;

    @Autowired
    Scheduler scheduler;

    private final FakeTrackingDesk desk = new FakeTrackingDesk();
    private final TurnableClock clock = new TurnableClock(BOUGHT);
    private final List<News> heard = new ArrayList<>();
    private final List<PurchaseId> asked = new ArrayList<>();
    private boolean down;
    private ImportFixture flow;
    private ConnectionId carrier;
    private String number;
    private PurchaseId label;
    private Tracker tracker;
    private TrackingService tracking;
    private ChannelCheck check;

    @AfterEach
    void goOn() {
        scheduler.resume();
    }

    @BeforeEach
    void aParcelThatWasHandedOver() {
        scheduler.pause();
        flow = new ImportFixture(context);
        carrier = in(() -> connections.create(
                new NewConnection(flow.seller, "fake", "fake", ConnectionRole.CARRIER, "DHL Hamburg", List.of())));
        var joint = context.getBean(JointOrders.class);
        var entities = context.getBean(EntityManager.class);
        tracker = new Tracker(
                new TrackingMoves(book, context.getBean(ParcelLabels.class), orders, joint, transactions),
                desk,
                budget,
                clock);
        tracking = new TrackingService(desk, book, entities, orders, joint, transactions, clock);
        check = new ChannelCheck(entities, this::held, transactions, clock);
        flow.channel.put(ChannelOrders.order("k1", PROCESSABLE, "LAMP"));
        flow.run();
        OrderId order = flow.row("k1").id();
        number = new LabelRows(jdbc).bought(flow.seller, order, 1, carrier, "DHL", BOUGHT);
        label = new PurchaseId(Long.parseLong(number.substring(1)));
        desk.tell(number, BOUGHT.plus(Duration.ofHours(6)), TrackingStatus.ACCEPTED, "Abgeholt");
        later(8);
    }

    private Optional<ReportedShipment> held(PurchaseId wanted) throws PluginException {
        asked.add(wanted);
        if (down) {
            throw new Unavailable("not-reachable", "The channel is down.");
        }
        return Optional.of(new ReportedShipment("s1", "DHL", number, List.of(), heard));
    }

    private <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(flow.seller), work);
    }

    private void later(int hours) {
        clock.turn(Duration.ofHours(hours));
        SellerScope.run(Set.of(flow.seller), () -> {
            tracker.turn(connections.connection(carrier));
            check.run(flow.seller);
        });
    }

    private Optional<ChannelRow> row() {
        return Optional.ofNullable(in(() -> tracking.channels(List.of(label))).get(label));
    }

    private List<TrackedRow> unseen() {
        return in(() -> tracking.page(TrackingFilter.CHANNEL, null, 10)).rows();
    }

    @Test
    void aDayAfterTheCarrierTheChannelShouldHaveSeenItMove() {
        heard.add(new News(TrackingStatus.ANNOUNCED, "SENT", BOUGHT));
        later(12);
        assertThat(asked).as("it has a day").isEmpty();
        later(12);
        assertThat(row()).hasValueSatisfying(row -> {
            assertThat(row.behindSince()).isEqualTo(BOUGHT.plus(Duration.ofHours(6)));
            assertThat(row.rawState()).isEqualTo("SENT");
        });
        assertThat(unseen()).extracting(TrackedRow::trackingNumber).containsExactly(number);
        later(1);
        assertThat(asked).as("once a day").hasSize(1);

        heard.add(new News(TrackingStatus.IN_TRANSIT, "ON_THE_WAY", BOUGHT.plus(Duration.ofHours(30))));
        later(24);
        assertThat(row().orElseThrow().behindSince()).isNull();
        assertThat(unseen()).isEmpty();
    }

    @Test
    void anArrivalTheChannelDoesNotHearOfIsSeenToo() {
        heard.add(new News(TrackingStatus.IN_TRANSIT, "ON_THE_WAY", BOUGHT.plus(Duration.ofHours(8))));
        desk.tell(number, BOUGHT.plus(Duration.ofHours(20)), TrackingStatus.DELIVERED, "Zugestellt");
        later(23);
        assertThat(row().orElseThrow().behindSince()).isNull();
        later(24);
        assertThat(row().orElseThrow().behindSince()).isEqualTo(BOUGHT.plus(Duration.ofHours(20)));
        heard.add(new News(TrackingStatus.DELIVERED, "DELIVERED", BOUGHT.plus(Duration.ofHours(20))));
        later(24);
        assertThat(row().orElseThrow().behindSince()).isNull();
        int calls = asked.size();
        later(240);
        assertThat(asked).as("both know all there is to know").hasSize(calls);
    }

    @Test
    void aChannelThatIsDownIsNotOneThatHasSeenNothing() {
        down = true;
        later(24);
        assertThat(asked).hasSize(1);
        assertThat(row()).isEmpty();
        assertThat(unseen()).isEmpty();
        down = false;
        later(1);
        assertThat(row()).isPresent();
    }
}
