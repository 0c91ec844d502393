package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.packhaus.order.ChannelOrders.MONDAY_MORNING;
import static org.packhaus.order.ChannelOrders.order;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.ChannelItem.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class BuyerErasureTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    BuyerErasure erasure;

    @Autowired
    EraseBuyers job;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void leavesNoTraceOfTheBuyerInAnyTable() {
        ImportFixture shop = new ImportFixture(context);
        Address secret = Address.to("Zephyrine Quastenflosser")
                .company("Quastenflosser KG")
                .addition("c/o Quastenflosser")
                .street("Quastenflosserweg", "99")
                .city("99999", "Quastenflossen")
                .phone("0151 99887766")
                .email("quastenflosser@example.org")
                .build();
        shop.channel.put(ChannelOrders.to(order("z1", State.PROCESSABLE, "X"), secret, MONDAY_MORNING));
        shop.channel.put(ChannelOrders.to(order("z2", State.PROCESSABLE, "X"), secret, MONDAY_MORNING));
        shop.run();
        OrderId id = shop.row("z1").id();
        shop.in(() -> {
            orders.correctAddress(id, secret);
            orders.note(id, "Quastenflosser called");
            orders.hold(id, "Quastenflosser wants to wait");
            orders.release(id);
            // Carriers warn with the address, channels refuse with the name.
            for (String quoting : List.of(
                    "carrier-warning",
                    "label-rejected",
                    "label-unclear",
                    "label-needs-person",
                    "confirm-unclear",
                    "cancellation-refused",
                    "unreadable",
                    "not-known-yet")) {
                orders.timeline(id, quoting, "quastenflosser@example.org is not deliverable");
            }
            orders.timeline(id, "label-bought", "DHL 00340434161094000000");
            return id;
        });
        jdbc.update(
                "insert into piece_cancellation (id, version, seller_id, connection_id, order_id, item_id, channel_order_id,"
                        + " channel_item_id, state, since, due_at, tries, problem_code, problem_text, wanted_at, wanted_by)"
                        + " values (?, 0, ?, ?, ?, 1, 'z1', 'z1-0', 'REFUSED', now(6), now(6), 0, 'no', ?, now(6), 'Ida')",
                -id.value(),
                shop.seller.value(),
                shop.connection.value(),
                id.value(),
                "Quastenflosser has it already");
        shop.channel.put(ChannelOrders.to(
                order("z1", MONDAY_MORNING.plusSeconds(9), State.SENT, "X"), secret, MONDAY_MORNING.plusSeconds(9)));
        shop.run();

        assertThat(traces(id)).as("this test looks in the right places").hasSizeGreaterThan(8);
        assertThat(shop.in(() -> erasure.run(shop.seller))).as("too early").isZero();
        jdbc.update("update sales_order set closed_at = closed_at - interval 40 day where id = ?", id.value());
        assertThat(shop.in(() -> erasure.run(shop.seller))).isEqualTo(1);

        assertThat(traces(id)).isEmpty();
        assertThat(shop.details("z1").timeline())
                .as("numbers are the seller's books")
                .anyMatch(entry -> entry.text().equals("DHL 00340434161094000000"));
        assertThat(shop.row("z1").orderNumber()).isEqualTo("z1");
        assertThat(shop.details("z1").deliverTo()).isNull();
        assertThat(shop.row("z2").buyerName()).isEqualTo("Zephyrine Quastenflosser");

        shop.channel.put(ChannelOrders.to(
                order("z1", MONDAY_MORNING.plusSeconds(20), State.RETURNED, "X"),
                secret,
                MONDAY_MORNING.plusSeconds(20)));
        shop.run();
        assertThat(shop.details("z1").items()).extracting(OrderItem::state).containsExactly(State.RETURNED);
        assertThat(traces(id)).as("the import does not bring the buyer back").isEmpty();
    }

    private OrderId erased(ImportFixture shop, String number) {
        shop.channel.put(order(number, State.PROCESSABLE, "X"));
        shop.run();
        shop.channel.put(order(number, MONDAY_MORNING.plusSeconds(9), State.SENT, "X"));
        shop.run();
        OrderId id = shop.row(number).id();
        jdbc.update("update sales_order set closed_at = closed_at - interval 40 day where id = ?", id.value());
        assertThat(shop.in(() -> erasure.run(shop.seller))).isEqualTo(1);
        return id;
    }

    private void run(ImportFixture shop) {
        shop.in(() -> {
            job.run(shop.seller);
            return true;
        });
    }

    @Test
    void whatIsWrittenAfterwardsIsForgottenWhenItIsAsOld() {
        ImportFixture shop = new ImportFixture(context);
        OrderId id = erased(shop, "l1");
        shop.in(() -> {
            orders.note(id, "Quastenflosser called again");
            orders.tag(id, "Quastenflosser");
            orders.hold(id, "Quastenflosser sues");
            return id;
        });
        jdbc.update(
                "insert into batch (id, version, kind, title, parameters, actor_kind, actor_id, actor_name, state, round, started_at)"
                        + " values (?, 0, 'note-orders', 'Note', ?, 'USER', 1, 'Ida', 'FINISHED', 1, now(6))",
                -id.value(),
                "{\"words\": \"Quastenflosser called\"}");
        jdbc.update(
                "insert into batch_row (id, version, seller_id, batch_id, position, subject_id, label, lane, state, round, attempt, text)"
                        + " values (?, 0, ?, ?, 0, ?, 'l1', 'x', 'FAILED', 1, 1, 'Quastenflosser is unknown')",
                -id.value(),
                shop.seller.value(),
                -id.value(),
                id.value());

        run(shop);
        assertThat(traces(id))
                .as("somebody may be working with it")
                .containsExactlyInAnyOrder("order_timeline.text", "order_tag.tag", "sales_order.hold_reason");
        assertThat(batch(id)).contains("Quastenflosser called", "Quastenflosser is unknown");

        jdbc.update(
                "update order_timeline set at = at - interval 31 day where order_id = ? and code in ('note', 'tag')",
                id.value());
        jdbc.update("update batch set started_at = started_at - interval 31 day where id = ?", -id.value());
        run(shop);
        assertThat(shop.details("l1").timeline())
                .extracting(TimelineEntry::text)
                .as("the younger text has time")
                .contains("Quastenflosser sues")
                .doesNotContain("Quastenflosser called again", "+ Quastenflosser");
        assertThat(traces(id)).containsExactlyInAnyOrder("order_timeline.text", "sales_order.hold_reason");
        assertThat(batch(id)).doesNotContain("Quastenflosser");

        jdbc.update(
                "update order_timeline set at = at - interval 31 day where order_id = ? and code = 'hold'", id.value());
        jdbc.update("update sales_order set written_at = written_at - interval 31 day where id = ?", id.value());
        run(shop);
        assertThat(traces(id)).isEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales_order where id = ? and written_at is null",
                        Integer.class,
                        id.value()))
                .as("nothing is left to look for")
                .isEqualTo(1);
        assertThat(shop.row("l1").onHold()).isTrue();
    }

    private String batch(OrderId order) {
        return String.valueOf(jdbc.queryForObject(
                "select concat(b.parameters, coalesce(r.text, '')) from batch b join batch_row r on r.batch_id = b.id where b.id = ?",
                String.class,
                -order.value()));
    }

    @Test
    void whatTheChannelSaysOfAnErasedBuyerIsNotKept() {
        ImportFixture shop = new ImportFixture(context);
        shop.channel.put(order("y2", State.PROCESSABLE, "X"));
        OrderId id = erased(shop, "y1");
        jdbc.update("update sales_order set erased_at = erased_at - interval 1 hour where id = ?", id.value());
        jdbc.update("delete from exchange_mention where seller_id = ?", shop.seller.value());
        shop.channel.put(order("y1", MONDAY_MORNING.plusSeconds(20), State.RETURNED, "X"));
        shop.run();
        String page = jdbc.queryForObject(
                "select exchange_reference from exchange_mention where seller_id = ? and order_reference = 'y1'",
                String.class,
                shop.seller.value());
        said(shop, -3 * id.value(), String.valueOf(page));
        said(shop, -3 * id.value() + 1, "y1");
        said(shop, -3 * id.value() + 2, "y2");

        run(shop);
        assertThat(said(shop)).as("it may not all be recorded yet").hasSize(3);
        jdbc.update("update exchange_mention set at = at - interval 5 minute where seller_id = ?", shop.seller.value());
        jdbc.update("update exchange set at = at - interval 5 minute where seller_id = ?", shop.seller.value());
        run(shop);
        assertThat(said(shop)).containsExactly("y2");
    }

    private void said(ImportFixture shop, long id, String reference) {
        jdbc.update(
                "insert into exchange (id, seller_id, connection_id, at, reference, method, url, status, millis, request_headers,"
                        + " request_body, response_headers, response_body)"
                        + " values (?, ?, ?, utc_timestamp(6), ?, 'GET', 'https://channel.example', 200, 1, '', '', '', '')",
                id,
                shop.seller.value(),
                shop.connection.value(),
                reference);
    }

    private List<String> said(ImportFixture shop) {
        return jdbc.queryForList(
                "select reference from exchange where seller_id = ?", String.class, shop.seller.value());
    }

    /** Every text column of every table that has rows of the order. */
    private List<String> traces(OrderId order) {
        List<String> columns = jdbc.queryForList("""
                select concat(c.table_name, '.', c.column_name) from information_schema.columns c
                where c.table_schema = database() and c.data_type in ('varchar', 'char', 'text', 'longtext', 'mediumtext')
                  and (c.table_name = 'sales_order' or exists (select 1 from information_schema.columns k
                    where k.table_schema = database() and k.table_name = c.table_name and k.column_name = 'order_id'))
                """, String.class);
        return columns.stream()
                .filter(column -> {
                    String table = column.substring(0, column.indexOf('.'));
                    String key = table.equals("sales_order") ? "id" : "order_id";
                    return !jdbc.queryForList(
                                    "select 1 from " + table + " where lower(" + column + ") like '%quastenfl%' and "
                                            + key + " = ?",
                                    Integer.class,
                                    order.value())
                            .isEmpty();
                })
                .toList();
    }
}
