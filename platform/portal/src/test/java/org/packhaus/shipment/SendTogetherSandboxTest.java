package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.BuiltPlugins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Orders of one buyer through the real plugins over real HTTP; what carrier and marketplace hold afterwards is the measure. */
@SandboxTest
class SendTogetherSandboxTest {
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

    @Test
    void threeOrdersAreOneChargeAndOneShipmentAtTheMarketplace() throws Exception {
        SandboxAccount account = SANDBOX.account(0);
        SandboxShop shop = new SandboxShop(context, account, "dhl", "V01PAK");
        SANDBOX.post("/sandbox/orders?seller=" + account.key() + "&count=3&seed=9&buyer=one");
        shop.importOrders();
        List<OrderId> three = shop.toShip().stream().map(OrderRow::id).toList();
        assertThat(three).hasSize(3);

        assertThat(shop.in(() -> together.bundle(three)).saved()).isEqualTo(2);
        assertThat(shop.finished(shop.in(() -> shipments.bookLabels(three))).done())
                .isEqualTo(3);
        JsonNode charges = SANDBOX.get("/sandbox/charges?seller=" + account.key());
        assertThat(charges).hasSize(1);
        String number = charges.get(0).path("number").asString();

        assertThat(shop.finished(shop.in(() -> shipments.confirm(three))).done())
                .isEqualTo(3);
        Set<String> shipments = new HashSet<>();
        int pieces = 0;
        for (JsonNode order : SANDBOX.get("/sandbox/orders?seller=" + account.key())) {
            for (JsonNode item : order.path("items")) {
                assertThat(item.path("state").asString()).isEqualTo("SENT");
                assertThat(item.at("/tracking/trackingNumber").asString()).isEqualTo(number);
                shipments.add(item.path("shipmentId").asString());
                pieces++;
            }
        }
        assertThat(pieces).isEqualTo(4);
        assertThat(shipments).as("one report").hasSize(1);
        assertThat(shop.in(() -> orders.rows(three)))
                .allSatisfy(row -> assertThat(row.problem()).isNull());
    }
}
