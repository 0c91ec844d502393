package org.packhaus.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.packhaus.demo.RunningSandbox;
import org.packhaus.demo.SandboxAccount;
import org.packhaus.demo.SandboxShop;
import org.packhaus.demo.SandboxTest;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderDetails;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.plugin.BuiltPlugins;
import org.packhaus.sdk.ChannelItem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A piece that cannot be shipped, through the real plugin over real HTTP; what the marketplace holds afterwards is the measure. */
@SandboxTest
class CancellationSandboxTest {
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
    PieceCancellations cancellations;

    @Test
    void onePieceIsCancelledAtTheMarketplaceAndTheOthersLeave() throws Exception {
        SandboxAccount account = SANDBOX.account(0);
        SandboxShop shop = new SandboxShop(context, account, "dhl", "V01PAK");
        SANDBOX.post("/sandbox/orders?seller=" + account.key() + "&count=12&seed=5");
        shop.importOrders();
        OrderRow row = shop.toShip().stream()
                .filter(one -> one.pieces() > 1 && !one.freight() && one.problem() == null)
                .findFirst()
                .orElseThrow();
        OrderId order = row.id();
        ItemId first = details(shop, order).items().getFirst().id();
        assertThat(shop.in(() -> cancellations.cancellable(order)))
                .contains(first)
                .hasSize(row.pieces());

        shop.in(() -> {
            cancellations.cancel(order, List.of(first));
            return true;
        });
        Awaitility.await().until(() -> state(shop, order, first) == CancellationState.ASKED);
        SANDBOX.post("/sandbox/advance?minutes=2");
        shop.importOrders();
        assertThat(state(shop, order, first)).isEqualTo(CancellationState.DONE);
        assertThat(details(shop, order).items())
                .filteredOn(item -> item.id().equals(first))
                .allMatch(item -> item.state() == ChannelItem.State.CANCELLED);

        shop.finished(shop.in(() -> shipments.bookLabels(List.of(order))));
        shop.finished(shop.in(() -> shipments.confirm(List.of(order))));
        List<String> states = new ArrayList<>();
        for (JsonNode held : SANDBOX.get("/sandbox/orders?seller=" + account.key())) {
            if (held.path("orderNumber").asString().equals(row.orderNumber())) {
                held.path("items").forEach(item -> states.add(item.path("state").asString()));
            }
        }
        assertThat(states)
                .hasSize(row.pieces())
                .containsOnlyOnce("CANCELLED_BY_PARTNER")
                .containsOnly("CANCELLED_BY_PARTNER", "SENT");
    }

    private OrderDetails details(SandboxShop shop, OrderId order) {
        return shop.in(() -> orders.details(order));
    }

    private CancellationState state(SandboxShop shop, OrderId order, ItemId item) {
        return Objects.requireNonNull(
                        shop.in(() -> cancellations.ofOrder(order)).get(item))
                .state();
    }
}
