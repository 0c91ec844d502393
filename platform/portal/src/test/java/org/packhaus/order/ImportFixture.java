package org.packhaus.order;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.packhaus.database.TransactionRetry;
import org.packhaus.plugin.ExchangeLog;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.context.ApplicationContext;

/** A new seller with a connection to a fake channel, and the real import from it. */
public class ImportFixture {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final SellerId seller;
    public final ConnectionId connection;
    public final FakeChannel channel = new FakeChannel();
    public final FakeHost host;
    private final OrderImport imports;
    private final OrderService orders;

    public ImportFixture(ApplicationContext context) {
        this(
                context,
                context.getBean(SellerService.class)
                        .create(new NewSeller(
                                "Seller " + NUMBER.incrementAndGet(), new Mark("S", 1), SenderAddress.EMPTY)));
    }

    /** Another connection of the same seller. */
    public ImportFixture another(ApplicationContext context) {
        return new ImportFixture(context, seller);
    }

    private ImportFixture(ApplicationContext context, SellerId owner) {
        seller = owner;
        connection = SellerScope.get(
                Set.of(seller),
                () -> context.getBean(ConnectionService.class)
                        .create(new NewConnection(
                                seller, "fake", "fake", ConnectionRole.SALES_CHANNEL, "Fake", List.of())));
        host = new FakeHost().with(seller, connection, channel);
        orders = context.getBean(OrderService.class);
        imports = new OrderImport(
                host,
                context.getBean(PageWriter.class),
                context.getBean(SkuTerms.class),
                context.getBean(TermsChange.class),
                context.getBean(ImportStates.class),
                context.getBean(SellerService.class),
                context.getBean(TransactionRetry.class),
                context.getBean(ExchangeLog.class),
                context.getBean(Clock.class));
    }

    public ImportOutcome run() {
        return in(() -> imports.run(seller, connection, true));
    }

    public ImportOutcome runUnforced() {
        return in(() -> imports.run(seller, connection, false));
    }

    public <T> T in(Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    public List<OrderRow> list(OrderTab tab) {
        return in(() -> orders.page(OrderFilter.of(tab), null, 100).rows());
    }

    public OrderRow row(String number) {
        return list(OrderTab.ALL).stream()
                .filter(row -> row.orderNumber().equals(number))
                .findFirst()
                .orElseThrow();
    }

    public OrderDetails details(String number) {
        OrderId id = row(number).id();
        return in(() -> orders.details(id));
    }
}
