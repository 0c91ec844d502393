package org.packhaus.connect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ImportService;
import org.packhaus.order.OrderService;
import org.packhaus.returnnumber.ReturnNumbers;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.ConnectionState;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerException;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.springframework.stereotype.Service;

/** Sellers as people look at them and change them; everything done is in the audit log. Sees the sellers in scope only. */
@Service
public class SellerDesk {
    private final SellerService sellers;
    private final ConnectionService connections;
    private final AccountDesk accounts;
    private final ReturnNumbers numbers;
    private final OrderService orders;
    private final ImportService imports;
    private final TransactionRetry transactions;
    private final Audit audit;

    SellerDesk(
            SellerService sellers,
            ConnectionService connections,
            AccountDesk accounts,
            ReturnNumbers numbers,
            OrderService orders,
            ImportService imports,
            TransactionRetry transactions,
            Audit audit) {
        this.sellers = sellers;
        this.connections = connections;
        this.accounts = accounts;
        this.numbers = numbers;
        this.orders = orders;
        this.imports = imports;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** All sellers in scope, by name; the number of statements does not grow with them. */
    public List<SellerCard> cards() {
        return transactions.call(() -> {
            Map<SellerId, String> steps = sellers.inSetUp();
            Map<SellerId, Long> toShip = orders.toShip();
            List<Account> all = accounts.all();
            List<SourceRow> sources = numbers.sources();
            return sellers.allDetails().stream()
                    .map(details -> card(details, steps, all, sources, toShip))
                    .toList();
        });
    }

    private static SellerCard card(
            SellerDetails details,
            Map<SellerId, String> steps,
            List<Account> accounts,
            List<SourceRow> sources,
            Map<SellerId, Long> toShip) {
        SellerId id = details.id();
        return new SellerCard(
                details,
                Optional.ofNullable(steps.get(id)).map(SetUpStep::valueOf),
                accounts.stream().filter(one -> one.row().seller().equals(id)).toList(),
                sources.stream().filter(one -> one.seller().equals(id)).toList(),
                toShip.getOrDefault(id, 0L));
    }

    /** @throws SellerException if there is no such seller in scope */
    public SellerCard card(SellerId seller) {
        return transactions.call(() -> {
            sellers.details(seller);
            return cards().stream()
                    .filter(card -> card.details().id().equals(seller))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** @throws SellerException if somebody else changed the seller meanwhile, or the name is taken */
    public void save(SellerDetails wanted) {
        transactions.run(() -> {
            Map<String, String> changes = changes(sellers.details(wanted.id()), wanted);
            sellers.update(wanted);
            if (!changes.isEmpty()) {
                audit.record(wanted.id(), "seller.change", subject(wanted.id()), changes);
            }
        });
    }

    private static Map<String, String> changes(SellerDetails before, SellerDetails after) {
        Map<String, String> changes = new TreeMap<>();
        note(changes, "name", before.name(), after.name());
        note(changes, "mark", before.mark(), after.mark());
        note(changes, "sender", before.sender(), after.sender());
        note(changes, "language", before.language(), after.language());
        note(changes, "cutOff", before.cutOff(), after.cutOff());
        note(changes, "timeZone", before.timeZone(), after.timeZone());
        note(changes, "returnCarrier", before.returnCarrier(), after.returnCarrier());
        note(changes, "carrier", before.carrier(), after.carrier());
        note(changes, "carrierProduct", before.carrierProduct(), after.carrierProduct());
        note(changes, "parcelWeight", before.defaultParcelWeightGrams(), after.defaultParcelWeightGrams());
        return changes;
    }

    private static void note(
            Map<String, String> changes, String what, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(what, before + " → " + after);
        }
    }

    /** Opens a seller that is still being set up: nothing is done for it before {@link #open}. Needs no scope. */
    public SellerId begin(NewSeller wanted) {
        return transactions.call(() -> {
            SellerId id = sellers.begin(wanted, SetUpStep.CHANNEL.name());
            audit.record("seller.begin", subject(id), Map.of("name", wanted.name()));
            return id;
        });
    }

    /** Notes how far the set-up has come. */
    public void reached(SellerId seller, SetUpStep step) {
        sellers.setUp(seller, step.name());
    }

    /** Where the set-up stands; empty once the seller is open for work. */
    public Optional<SetUpStep> step(SellerId seller) {
        return Optional.ofNullable(sellers.inSetUp().get(seller)).map(SetUpStep::valueOf);
    }

    /** Ends the set-up: the connections are resumed, and orders are read at once. */
    public void open(SellerId seller) {
        transactions.run(() -> {
            SellerDetails details = sellers.details(seller);
            sellers.setUp(seller, null);
            connections.list().stream()
                    .filter(row -> row.seller().equals(seller) && row.state() == ConnectionState.PAUSED)
                    .map(ConnectionRow::id)
                    .forEach(connections::resume);
            connections.list(ConnectionRole.SALES_CHANNEL).stream()
                    .filter(row -> row.seller().equals(seller) && row.state() == ConnectionState.ACTIVE)
                    .forEach(row -> imports.now(seller, row.id()));
            audit.record(seller, "seller.open", subject(seller), Map.of("name", details.name()));
        });
    }

    private static Subject subject(SellerId seller) {
        return new Subject("seller", seller.value());
    }
}
