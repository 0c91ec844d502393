package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.order.ChannelOrders.MONDAY_MORNING;
import static org.packhaus.order.ChannelOrders.order;

import jakarta.persistence.EntityManagerFactory;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.database.DatabaseTest;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.seller.SellerScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class OrderListTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    EntityManagerFactory factory;

    ImportFixture shop;

    @BeforeEach
    void fill() {
        shop = new ImportFixture(context);
        for (int days = 1; days <= 5; days++) {
            shop.channel.terms.put(
                    "SKU-" + days, new Term(Kind.PARCEL, Set.of(DayOfWeek.values()), LocalTime.of(12, 0), days, 2));
        }
        for (int i = 0; i < 23; i++) {
            shop.channel.put(order("n" + i, State.PROCESSABLE, "SKU-" + (5 - i % 5)));
        }
        shop.channel.put(order("waiting", State.ANNOUNCED, "SKU-1"));
        shop.run();
    }

    @Test
    void pagesThroughAllOrdersOnceMostUrgentFirst() {
        List<OrderRow> seen = new ArrayList<>();
        OrderCursor cursor = null;
        do {
            OrderCursor after = cursor;
            OrderPage page = shop.in(() -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), after, 5));
            seen.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(23).extracting(OrderRow::id).doesNotHaveDuplicates();
        assertThat(seen).extracting(OrderRow::shipBy).isSorted();
    }

    @Test
    void aPageCostsFourStatementsWhateverItsLength() {
        for (int limit : List.of(2, 20)) {
            assertThat(statements(() -> assertThat(
                                    shop.in(() -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, limit))
                                            .rows())
                            .hasSize(limit)))
                    .isEqualTo(4);
        }
    }

    @Test
    void aLeapOverManyPagesCostsOneStatement() {
        List<OrderKey> keys = new ArrayList<>();
        assertThat(statements(() -> {
                    keys.clear();
                    keys.addAll(shop.in(() -> orders.keys(OrderFilter.of(OrderTab.TO_SHIP), null, 20)));
                }))
                .isEqualTo(1);
        OrderPage behind = shop.in(() ->
                orders.page(OrderFilter.of(OrderTab.TO_SHIP), keys.getLast().cursor(), 100));
        assertThat(behind.rows()).hasSize(3);
    }

    /** Jobs in the background are counted too, but not every time. */
    private long statements(Runnable work) {
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            long fewest = Long.MAX_VALUE;
            for (int tries = 0; tries < 7; tries++) {
                statistics.clear();
                work.run();
                fewest = Math.min(fewest, statistics.getPrepareStatementCount());
            }
            return fewest;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void sortsByWhenItWasOrdered() {
        for (OrderSort sort : List.of(OrderSort.NEWEST, OrderSort.OLDEST)) {
            List<java.time.Instant> seen = new ArrayList<>();
            OrderCursor cursor = null;
            do {
                OrderCursor after = cursor;
                OrderPage page = shop.in(
                        () -> orders.page(OrderFilter.of(OrderTab.TO_SHIP).withSort(sort), after, 4));
                page.rows().forEach(row -> seen.add(row.orderedAt()));
                cursor = page.next();
            } while (cursor != null);
            assertThat(seen)
                    .hasSize(23)
                    .isSortedAccordingTo(
                            sort == OrderSort.NEWEST
                                    ? java.util.Comparator.reverseOrder()
                                    : java.util.Comparator.naturalOrder());
        }
    }

    @Test
    void findsByTagUntilItIsTakenAway() {
        OrderId id = shop.row("n3").id();
        shop.in(() -> {
            orders.tag(id, "  check   twice ");
            orders.tag(id, "check twice");
            orders.tag(id, "Gift");
            return id;
        });
        assertThat(shop.row("n3").tags()).containsExactly("Gift", "check twice");
        assertThat(shop.in(orders::tags)).contains("Gift", "check twice");
        assertThat(count(OrderFilter.of(OrderTab.ALL).withTag("check twice"))).isEqualTo(1);
        assertThat(count(OrderFilter.of(OrderTab.ALL).withTag("gift"))).isZero();
        shop.in(() -> {
            orders.untag(id, "check twice");
            return id;
        });
        assertThat(count(OrderFilter.of(OrderTab.ALL).withTag("check twice"))).isZero();
        assertThatThrownBy(() -> shop.in(() -> {
                    orders.tag(id, "two, tags");
                    return id;
                }))
                .isInstanceOf(OrderException.class)
                .hasMessageContaining("comma");
    }

    @Test
    void narrowsByHoldAndWeight() {
        OrderFilter all = OrderFilter.of(OrderTab.ALL);
        OrderId id = shop.row("n5").id();
        shop.in(() -> {
            orders.hold(id, "asks for another colour");
            return id;
        });
        assertThat(count(all.withOnHold(true))).isEqualTo(1);
        assertThat(count(all.withOnHold(false))).isEqualTo(23);
        assertThat(count(all.withWeights(Set.of(WeightClass.UNKNOWN)))).isEqualTo(24);
        assertThat(count(all.withWeights(Set.of(WeightClass.TO_1)))).isZero();
        assertThat(WeightClass.of(1000)).isEqualTo(WeightClass.TO_1);
        assertThat(WeightClass.of(1001)).isEqualTo(WeightClass.TO_2);
        assertThat(WeightClass.of(40_000)).isEqualTo(WeightClass.OVER);
        assertThat(WeightClass.of(null)).isEqualTo(WeightClass.UNKNOWN);
    }

    @Test
    void countsEveryTab() {
        OrderCounts counts = shop.in(() -> orders.counts(OrderFilter.of(OrderTab.ALL)));

        assertThat(counts.of(OrderTab.TO_SHIP)).isEqualTo(23);
        assertThat(counts.of(OrderTab.ANNOUNCED)).isEqualTo(1);
        assertThat(counts.of(OrderTab.ALL)).isEqualTo(24);
        assertThat(counts.of(OrderTab.PROBLEM)).isZero();
        assertThat(shop.in(() -> orders.counts(OrderFilter.of(OrderTab.ALL).withSku("SKU-1")))
                        .of(OrderTab.TO_SHIP))
                .isEqualTo(4);
    }

    @Test
    void findsByNumberNameSkuAndTracking() {
        assertThat(found("N17")).containsExactly("n17");
        assertThat(found("ozge yildi")).hasSize(23);
        assertThat(found("yıldızhan n3")).containsExactly("n3");
        assertThat(found("sku-4")).hasSize(5);
        assertThat(found("sku_4")).isEmpty();
        assertThat(found("100%")).isEmpty();
        OrderId id = shop.row("n9").id();
        shop.in(() -> {
            orders.applyShipmentState(
                    id,
                    new ShipmentState(
                            1, 0, false, false, 0, null, java.util.Map.of(), java.util.Map.of(), Set.of("0034043416")));
            return id;
        });
        assertThat(found("00340434")).containsExactly("n9");
    }

    /** However many orders have a word, those that have it are found, in the list's order, and counted. */
    @ParameterizedTest
    @ValueSource(ints = {10, OrderSearch.FEW, OrderSearch.SOME, 3 * OrderSearch.LISTED})
    void aWordThatStandsInThousandsOfPlacesIsFoundLikeARareOne(int places) {
        List.of("n7", "n8", "waiting").forEach(number -> spread("zz", places / 3 + 1, number));
        List.of("n8", "n9").forEach(number -> spread("yy", places / 2 + 1, number));
        assertThat(found("zz")).hasSize(3).containsSubsequence(foundInAll("n7", "n8", "waiting"));
        assertThat(found("zz n7")).containsExactly("n7");
        assertThat(found("n7 zz")).containsExactly("n7");
        assertThat(found("zz yy")).containsExactly("n8");
        assertThat(found("zz nobody")).isEmpty();
        OrderFilter some = OrderFilter.of(OrderTab.TO_SHIP).withSearch("zz");
        OrderPage first = shop.in(() -> orders.page(some, null, 1));
        OrderPage second = shop.in(() -> orders.page(some, first.next(), 1));
        assertThat(List.of(first.rows().getFirst(), second.rows().getFirst()))
                .extracting(OrderRow::orderNumber)
                .containsExactlyElementsOf(shop.in(() -> orders.keys(some, null, 10)).stream()
                        .map(OrderKey::orderNumber)
                        .toList());
        assertThat(second.next()).isNull();
        OrderCounts counts = shop.in(() -> orders.counts(some));
        assertThat(counts.of(OrderTab.TO_SHIP)).isEqualTo(2);
        assertThat(counts.of(OrderTab.ANNOUNCED)).isLessThanOrEqualTo(1);
        assertThat(counts.atLeast()).isEqualTo(places >= OrderSearch.SOME);
    }

    private void spread(String word, int places, String order) {
        OrderRow row = shop.row(order);
        context.getBean(JdbcTemplate.class)
                .update(
                        "insert into order_search (seller_id, term, order_id, kind) select ?, concat('%s', seq), ?, 'SKU' from seq_1_to_%d"
                                .formatted(word, places),
                        row.seller().value(),
                        row.id().value());
    }

    private List<String> foundInAll(String... numbers) {
        return shop.in(() -> orders.page(OrderFilter.of(OrderTab.ALL), null, 100)).rows().stream()
                .map(OrderRow::orderNumber)
                .filter(List.of(numbers)::contains)
                .toList();
    }

    private List<String> found(String search) {
        return shop.in(() -> orders.page(OrderFilter.of(OrderTab.ALL).withSearch(search), null, 100)).rows().stream()
                .map(OrderRow::orderNumber)
                .toList();
    }

    @Test
    void narrowsByEveryFilter() {
        OrderFilter all = OrderFilter.of(OrderTab.ALL);
        assertThat(count(all.withCountries(Set.of("DE")))).isEqualTo(23);
        assertThat(count(all.withCountries(Set.of("AT")))).isZero();
        assertThat(count(all.withPieces(OrderFilter.Pieces.MULTI))).isZero();
        assertThat(count(all.withPieces(OrderFilter.Pieces.SINGLE))).isEqualTo(24);
        assertThat(count(all.withChannel("fake"))).isEqualTo(24);
        assertThat(count(all.withCarrier("DHL"))).isZero();
        assertThat(count(all.withStockLights(Set.of(StockLight.NONE)))).isEqualTo(24);
        assertThat(count(all.withSellers(Set.of(shop.seller)))).isEqualTo(24);
        assertThat(count(all.withShipByUntil(MONDAY_MORNING.plusSeconds(86_400))))
                .isEqualTo(4);
    }

    private int count(OrderFilter filter) {
        return shop.in(() -> orders.page(filter, null, 100)).rows().size();
    }

    @Test
    void showsNothingOfAnotherSeller() {
        ImportFixture other = new ImportFixture(context);
        OrderId mine = shop.row("n1").id();

        assertThat(other.list(OrderTab.ALL)).isEmpty();
        assertThat(other.in(() -> orders.rows(List.of(mine)))).isEmpty();
        assertThat(other.in(() -> orders.shippable(List.of(mine)))).isEmpty();
        assertThat(other.in(() -> orders.page(OrderFilter.of(OrderTab.ALL).withSearch("n1"), null, 10))
                        .rows())
                .isEmpty();
        assertThatThrownBy(() -> other.in(() -> orders.details(mine))).isInstanceOf(OrderException.class);
        SellerScope.run(
                other.seller,
                () -> assertThatThrownBy(() -> orders.hold(mine, "x")).isInstanceOf(OrderException.class));
        assertThatThrownBy(() -> orders.page(OrderFilter.of(OrderTab.ALL), null, 10))
                .isInstanceOf(org.packhaus.seller.NoSellerScope.class);
    }
}
