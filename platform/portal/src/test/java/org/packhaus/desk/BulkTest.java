package org.packhaus.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.order.ChannelOrders.order;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchService;
import org.packhaus.job.RowState;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.order.WordsDue;
import org.packhaus.sdk.ChannelItem.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class BulkTest {
    private static final int MANY = 1_234;

    @Autowired
    ApplicationContext context;

    @Autowired
    Bulk bulk;

    @Autowired
    BatchService batches;

    @Autowired
    OrderService orders;

    @Autowired
    JdbcTemplate jdbc;

    ImportFixture shop;

    @BeforeEach
    void fill() {
        shop = new ImportFixture(context);
        for (int i = 0; i < 12; i++) {
            shop.channel.put(order("b" + i, State.PROCESSABLE, "SKU-" + i % 3));
        }
        shop.run();
    }

    private BatchProgress finished(BatchId batch) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> shop.in(() -> batches.progress(batch).orElseThrow()), BatchProgress::isFinished);
    }

    @Test
    void doesItToAllThatMatchWithoutReadingThemToTheScreen() {
        BatchId batch = shop.in(() -> bulk.start(
                new Deed.Tag("autumn"),
                new Chosen.Matching(OrderFilter.of(OrderTab.TO_SHIP).withSku("SKU-1"))));

        assertThat(finished(batch).done()).isEqualTo(4);
        assertThat(shop.in(() -> orders.count(OrderFilter.of(OrderTab.ALL).withTag("autumn"))))
                .isEqualTo(4);
    }

    @Test
    void oneBadRowStopsNoOther() {
        Set<OrderId> all =
                shop.list(OrderTab.TO_SHIP).stream().map(OrderRow::id).collect(Collectors.toSet());

        // Nobody has connected a carrier here.
        BatchProgress refused =
                finished(shop.in(() -> bulk.start(new Deed.Assign("DHL", "V01PAK"), new Chosen.These(all))));
        assertThat(refused.failed()).isEqualTo(12);
        assertThat(shop.in(() -> batches.rows(refused.id(), RowState.FAILED, -1, 1))
                        .getFirst()
                        .code())
                .isEqualTo("offer-missing");

        assertThat(finished(shop.in(() -> bulk.start(new Deed.Hold("stock-taking"), new Chosen.These(all))))
                        .done())
                .isEqualTo(12);
        assertThat(shop.list(OrderTab.TO_SHIP)).allMatch(OrderRow::onHold);
    }

    @Test
    void aFewAreDoneAtOnceAndWhatIsRefusedIsNamed() {
        OrderId one = shop.row("b1").id();

        assertThat(shop.in(() -> bulk.now(new Deed.Note("call back"), Set.of(one))))
                .isEmpty();
        assertThat(shop.in(() -> bulk.now(new Deed.Note(" "), Set.of(one))))
                .singleElement()
                .asString()
                .startsWith("b1: The note is empty");
        assertThat(shop.details("b1").timeline()).anyMatch(entry -> entry.text().equals("call back"));
    }

    @Test
    void whatAPersonWroteIsForgottenWithTheFirstBuyer() {
        OrderId one = shop.row("b2").id();
        BatchId batch =
                shop.in(() -> bulk.start(new Deed.Note("Käthe Grünwaldt called"), new Chosen.These(Set.of(one))));
        finished(batch);
        assertThat(parameters(batch)).contains("Käthe");

        shop.in(() -> {
            batches.forgetTexts(Set.of(one.value()), WordsDue.EVER);
            return one;
        });

        assertThat(parameters(batch)).doesNotContain("Käthe");
    }

    private String parameters(BatchId batch) {
        return String.valueOf(
                jdbc.queryForObject("select parameters from batch where id = ?", String.class, batch.value()));
    }

    @Test
    void nothingThatMatchesIsNoBatch() {
        var nobody = new Chosen.Matching(OrderFilter.of(OrderTab.ALL).withTag("nobody"));
        assertThatThrownBy(() -> shop.in(() -> bulk.start(new Deed.Release(), nobody)))
                .isInstanceOf(DeskException.class)
                .extracting(failure -> ((DeskException) failure).code())
                .isEqualTo("nothing-chosen");
    }

    @Test
    void readsOnBehindTheFirstThousand() {
        for (int i = 0; i < MANY; i++) {
            shop.channel.put(order("many" + i, State.PROCESSABLE, "SKU-MANY"));
        }
        shop.channel.pageSize = 200;
        shop.run();

        assertThat(shop.in(() -> bulk.ids(
                        new Chosen.Matching(OrderFilter.of(OrderTab.TO_SHIP).withSku("SKU-MANY")))))
                .hasSize(MANY);
    }
}
