package org.packhaus.demo;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.packhaus.job.BatchId;
import org.packhaus.job.BatchProgress;
import org.packhaus.job.BatchService;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderFilter;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.OrderTab;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.springframework.context.ApplicationContext;

/** A seller of the portal with the OTTO account it has at a sandbox, and with one carrier that brings every parcel. */
public final class SandboxShop {
    public final SellerId seller;
    public final ConnectionId channel;
    public final ConnectionId carrier;
    private final ImportService imports;
    private final OrderService orders;
    private final BatchService batches;

    public SandboxShop(ApplicationContext context, SandboxAccount account, String plugin, String product) {
        SellerService sellers = context.getBean(SellerService.class);
        ConnectionService connections = context.getBean(ConnectionService.class);
        imports = context.getBean(ImportService.class);
        orders = context.getBean(OrderService.class);
        batches = context.getBean(BatchService.class);
        seller = sellers.create(
                new NewSeller(account.name(), new Mark(account.name().substring(0, 1), 1), account.sender()));
        channel = in(() -> connections.create(
                new NewConnection(seller, "otto", "otto", ConnectionRole.SALES_CHANNEL, "OTTO", account.otto())));
        carrier = in(() -> connections.create(new NewConnection(
                seller,
                plugin,
                plugin,
                ConnectionRole.CARRIER,
                plugin.toUpperCase(Locale.ROOT),
                account.carrier(plugin))));
        SellerScope.run(seller, () -> {
            SellerDetails s = sellers.details(seller);
            sellers.update(new SellerDetails(
                    s.id(),
                    s.version(),
                    s.name(),
                    s.mark(),
                    s.sender(),
                    "de",
                    s.cutOff(),
                    s.timeZone(),
                    account.returnCarrier(),
                    carrier,
                    product,
                    1_200));
        });
    }

    public <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    public void importOrders() {
        in(() -> imports.run(seller, channel));
    }

    public List<OrderRow> toShip() {
        return in(() -> orders.page(OrderFilter.of(OrderTab.TO_SHIP), null, 50)).rows();
    }

    /** Waits for it. */
    public BatchProgress finished(BatchId batch) {
        return Awaitility.await()
                .until(() -> in(() -> batches.progress(batch).orElseThrow()), BatchProgress::isFinished);
    }
}
