package org.packhaus.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.claim.ClaimReason;
import org.packhaus.claim.ClaimService;
import org.packhaus.claim.ClaimService.Facts;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.document.DocumentService;
import org.packhaus.document.PrintFile;
import org.packhaus.document.PrintRequest;
import org.packhaus.job.BatchId;
import org.packhaus.job.RecurringJob;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sdk.Address;
import org.packhaus.shipment.PurchaseId;
import org.packhaus.shipment.SendTogether;
import org.packhaus.shipment.ShipmentService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A buyer's order goes the whole way with the real plugins, every request and answer recorded; then the buyer's time is over, and no
 * column of any table knows the buyer any more.
 */
@SandboxTest
class ForgottenBuyerTest {
    @RegisterExtension
    static final RunningSandbox SANDBOX = new RunningSandbox();

    @RegisterExtension
    final BuiltPlugins plugins = new BuiltPlugins("otto", "dhl");

    @Autowired
    ApplicationContext context;

    @Autowired
    OrderService orders;

    @Autowired
    ShipmentService shipments;

    @Autowired
    SendTogether together;

    @Autowired
    DocumentService documents;

    @Autowired
    ClaimService claims;

    @Autowired
    BuyerErasure erasure;

    @Autowired
    List<RecurringJob> recurring;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void noTableKnowsABuyerWhoseTimeIsOver() throws Exception {
        SandboxShop shop = new SandboxShop(context, SANDBOX.account(0), "dhl", "V01PAK");
        SANDBOX.post("/sandbox/orders?seller=1&count=4&seed=3");

        shop.importOrders();
        OrderRow row = shop.toShip().stream()
                .filter(one -> one.problem() == null && !one.freight() && one.buyerName() != null)
                .findFirst()
                .orElseThrow();
        Address buyer =
                Objects.requireNonNull(shop.in(() -> orders.details(row.id())).deliverTo());
        shop.in(() -> {
            orders.note(row.id(), buyer.person() + " called");
            orders.hold(row.id(), buyer.person() + " is away");
            orders.release(row.id());
            return row;
        });
        finish(shop, shop.in(() -> shipments.bookLabels(List.of(row.id()))));
        shop.in(() -> documents.print(
                List.of(row.id()),
                PrintRequest.of(PrintFile.Contents.INTERLEAVED),
                java.io.OutputStream.nullOutputStream()));
        finish(shop, shop.in(() -> shipments.confirm(List.of(row.id()))));
        Awaitility.await()
                .until(() ->
                        shop.in(() -> orders.rows(List.of(row.id())).getFirst().confirmed()) == 1);
        shop.importOrders();

        RecurringJob tracking = recurring.stream()
                .filter(job -> job.name().equals("tracking.poll"))
                .findFirst()
                .orElseThrow();
        follow(shop, tracking);
        jdbc.update("update tracked_parcel set next_look_at = now(6) - interval 1 minute");
        SANDBOX.post("/sandbox/advance?minutes=3600");
        follow(shop, tracking);
        PurchaseId label = new PurchaseId(Objects.requireNonNull(jdbc.queryForObject(
                "select purchase_id from tracked_parcel where order_id = ?",
                Long.class,
                row.id().value())));
        shop.in(() -> claims.open(label, ClaimReason.DAMAGED, Facts.NONE, buyer.person() + " says that it rattles"));
        assertThat(jdbc.update(
                        "update tracking_event set raw_text = ? where order_id = ? order by number limit 1",
                        "An: " + buyer.person(),
                        row.id().value()))
                .as("the carrier told where the parcel is, and carriers write who took it")
                .isEqualTo(1);

        // OTTO sends name and street in parts, carriers get them in lines.
        String lastName = buyer.person().substring(buyer.person().lastIndexOf(' ') + 1);
        List<String> secrets = List.of(buyer.person(), lastName, buyer.street(), buyer.streetLine());
        Awaitility.await()
                .untilAsserted(() -> assertThat(traces(secrets))
                        .as("this test looks in the right places")
                        .contains(
                                "claim_event.text",
                                "exchange.request_body",
                                "exchange.response_body",
                                "label_attempt.request",
                                "tracking_event.raw_text"));

        jdbc.update(
                "update sales_order set closed_at = now(6) - interval 40 day, delivered_at = null where id = ?",
                row.id().value());
        assertThat(shop.in(() -> erasure.run(shop.seller))).isEqualTo(1);
        assertThat(traces(secrets)).isEmpty();
    }

    private void follow(SandboxShop shop, RecurringJob tracking) {
        shop.in(() -> {
            try {
                tracking.run(shop.seller);
                return true;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** The label of a joint parcel shows the buyer of both orders: it goes with the first, the rest with the second. */
    @Test
    void whatTwoOrdersShareGoesWithTheFirstOfThem() throws Exception {
        SandboxShop shop = new SandboxShop(context, SANDBOX.account(1), "dhl", "V01PAK");
        SANDBOX.post("/sandbox/orders?seller=2&count=2&seed=3&buyer=one");
        shop.importOrders();
        List<OrderId> both = shop.toShip().stream().map(OrderRow::id).toList();
        assertThat(both).hasSize(2);
        Address buyer = Objects.requireNonNull(
                shop.in(() -> orders.details(both.getFirst())).deliverTo());
        OrderId lead = shop.in(() -> together.join(both));
        OrderId guest =
                both.stream().filter(order -> !order.equals(lead)).findFirst().orElseThrow();
        finish(shop, shop.in(() -> shipments.bookLabels(List.of(guest))));
        finish(shop, shop.in(() -> shipments.confirm(List.of(guest))));
        Awaitility.await().until(() -> shop.in(() -> orders.rows(both)).stream().allMatch(row -> row.confirmed() == 1));
        shop.importOrders();

        String lastName = buyer.person().substring(buyer.person().lastIndexOf(' ') + 1);
        List<String> secrets = List.of(buyer.person(), lastName, buyer.street(), buyer.streetLine());
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(traces(secrets)).contains("exchange.request_body", "label_attempt.request"));
        forget(shop, guest);
        assertThat(traces(secrets)).doesNotContain("label_attempt.request", "exchange.request_body");
        Integer files = jdbc.queryForObject(
                "select count(*) from label_document d join parcel p on p.id = d.parcel_id where p.order_id = ? and d.size > 0",
                Integer.class,
                lead.value());
        assertThat(files).as("label files").isZero();
        forget(shop, lead);
        assertThat(traces(secrets)).isEmpty();
    }

    private void forget(SandboxShop shop, OrderId order) {
        jdbc.update(
                "update sales_order set closed_at = now(6) - interval 40 day, delivered_at = null where id = ?",
                order.value());
        assertThat(shop.in(() -> erasure.run(shop.seller))).isEqualTo(1);
    }

    private static void finish(SandboxShop shop, BatchId batch) {
        assertThat(shop.finished(batch).done()).isEqualTo(1);
    }

    /** Every column of the whole schema that can hold a text and holds one of these, read as plain text or as JSON writes it. */
    private List<String> traces(List<String> secrets) {
        List<String> found = new ArrayList<>();
        jdbc.query("""
                select table_name, column_name from information_schema.columns
                where table_schema = database() and data_type in
                  ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'tinyblob', 'blob', 'mediumblob', 'longblob')
                order by table_name, column_name
                """, columns -> {
            String table = columns.getString(1);
            String column = columns.getString(2);
            for (String secret : secrets) {
                for (String written :
                        List.of(secret, json.writeValueAsString(secret).replace("\"", ""))) {
                    Long rows = jdbc.queryForObject(
                            "select count(*) from `%s` where instr(cast(`%s` as binary), ?) > 0"
                                    .formatted(table, column),
                            Long.class,
                            (Object) written.getBytes(StandardCharsets.UTF_8));
                    if (rows != null && rows > 0 && !found.contains(table + "." + column)) {
                        found.add(table + "." + column);
                    }
                }
            }
        });
        return found;
    }
}
