package org.packhaus.demo;

import static org.packhaus.seller.Setting.plain;
import static org.packhaus.seller.Setting.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.demo.SandboxControl.Account;
import org.packhaus.demo.SandboxControl.TrueItem;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewConnection;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.seller.Setting;
import org.packhaus.stock.StockService;
import org.packhaus.stock.StockShow;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Opens the sandbox's sellers in the portal with their connections. Every step looks first whether it was done before, so a start
 * that was interrupted is finished by the next.
 */
@Component
@Profile({"demo", "headless"})
class DemoSellers {
    private final SellerService sellers;
    private final SellerDirectory directory;
    private final ConnectionService connections;
    private final StockService stock;
    private final DemoCarriers carriers;
    private final DemoRules rules;

    DemoSellers(
            SellerService sellers,
            SellerDirectory directory,
            ConnectionService connections,
            StockService stock,
            DemoCarriers carriers,
            DemoRules rules) {
        this.sellers = sellers;
        this.directory = directory;
        this.connections = connections;
        this.stock = stock;
        this.carriers = carriers;
        this.rules = rules;
    }

    /** A seller of the portal and what it is in the sandbox. */
    record DemoSeller(SellerId id, ConnectionId channel, Map<String, ConnectionId> carriers, Account account) {}

    DemoSeller open(Account account, int place, SandboxControl sandbox, DemoSettings settings) {
        SellerId id = find(account.name())
                .orElseGet(() -> sellers.create(new NewSeller(
                        account.name(),
                        new Mark(account.name().substring(0, account.name().offsetByCodePoints(0, 1)), place % 8 + 1),
                        sender(account))));
        return SellerScope.get(Set.of(id), () -> {
            ConnectionId channel = connection(id, ConnectionRole.SALES_CHANNEL, "otto", "OTTO", otto(account, sandbox));
            Map<String, ConnectionId> open = carriers.open(id, account, settings, sandbox);
            carriers.sources(id, place, account, open, settings.pool());
            rules.open(id, open);
            String first = settings.carriers().getFirst();
            SellerDetails details = sellers.details(id);
            if (details.carrier() == null) {
                sellers.update(new SellerDetails(
                        details.id(),
                        details.version(),
                        details.name(),
                        details.mark(),
                        details.sender(),
                        "de",
                        details.cutOff(),
                        details.timeZone(),
                        account.returnCarrier(),
                        open.get(first),
                        DemoCarriers.ordinary(first),
                        details.defaultParcelWeightGrams()));
            }
            return new DemoSeller(id, channel, open, account);
        });
    }

    /** Puts goods on the shelves: enough of everything, or lively, with a few SKUs short and one out. */
    void fillShelves(DemoSeller seller, SandboxControl sandbox, boolean lively) {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (var order : sandbox.truth(seller.account().key())) {
            for (TrueItem item : order.items()) {
                wanted.merge(item.sku(), 1, Integer::sum);
            }
        }
        int place = 0;
        for (var entry : wanted.entrySet()) {
            int spare = lively ? (place % 7 == 5 ? -1 : place % 11 == 8 ? -entry.getValue() : 3 + place * 5 % 40) : 100;
            entry.setValue(Math.max(0, entry.getValue() + spare));
            place++;
        }
        SellerScope.run(seller.id(), () -> {
            boolean empty = stock.rows("", StockShow.ALL, null, 1).rows().isEmpty();
            if (empty && !wanted.isEmpty()) {
                stock.set(seller.id(), wanted, "Demo");
            }
        });
    }

    private java.util.Optional<SellerId> find(String name) {
        return SellerScope.get(
                directory.all(),
                () -> sellers.list().stream()
                        .filter(row -> row.name().equals(name))
                        .map(SellerRow::id)
                        .findFirst());
    }

    /** Connects the seller's mailbox; the sandbox's mail server stands elsewhere after every start. */
    void connectMailbox(DemoSeller seller, SandboxControl sandbox) {
        List<Setting> settings = sandbox.mailbox(seller.account().key()).properties().stream()
                .map(field -> field.getKey().equals("imapPassword")
                        ? secret(field.getKey(), field.getValue().asString())
                        : plain(field.getKey(), field.getValue().asString()))
                .toList();
        SellerScope.run(seller.id(), () -> {
            ConnectionId box = connection(seller.id(), ConnectionRole.AFTER_SALES, "mail", "Mail", settings);
            connections.update(box, "Mail", settings);
        });
    }

    private ConnectionId connection(
            SellerId seller, ConnectionRole role, String plugin, String name, List<Setting> settings) {
        return connections.list(role).stream()
                .filter(row -> row.pluginId().equals(plugin))
                .map(ConnectionRow::id)
                .findFirst()
                .orElseGet(() -> connections.create(new NewConnection(seller, plugin, plugin, role, name, settings)));
    }

    static List<Setting> otto(Account account, SandboxControl sandbox) {
        return List.of(
                plain("clientId", account.clientId()),
                secret("clientSecret", account.clientSecret()),
                plain("returnCarrier", account.returnCarrier()),
                plain("baseUrl", sandbox.root().toString()));
    }

    static SenderAddress sender(Account account) {
        var from = account.shipFrom();
        return new SenderAddress(
                from.path("name").asString(),
                null,
                from.path("street").asString(),
                from.path("house").asString(),
                null,
                from.path("zip").asString(),
                from.path("city").asString(),
                "DE",
                null,
                null);
    }
}
