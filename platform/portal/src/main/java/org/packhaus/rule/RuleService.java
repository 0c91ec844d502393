package org.packhaus.rule;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Keeps a seller's shipping rules and price tables; nothing of them is ever overwritten. Sees the sellers in scope only. */
@Service
public class RuleService {
    private static final int MOST_RULES = 200;
    private static final int VERSIONS_SHOWN = 50;

    private final RuleBook book;
    private final OrderService orders;
    private final JointOrders joint;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    RuleService(
            RuleBook book,
            OrderService orders,
            JointOrders joint,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.orders = orders;
        this.joint = joint;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** The rules that count; none with number 0 while nobody saved any. */
    public RuleSet current(SellerId seller) {
        return transactions.call(
                () -> book.current(seller).map(RuleVersion::view).orElseGet(() -> RuleSet.none(seller)));
    }

    /** Newest first. */
    public List<RuleSet> versions(SellerId seller) {
        return transactions.call(() -> book.versions(seller, VERSIONS_SHOWN).stream()
                .map(RuleVersion::view)
                .toList());
    }

    /**
     * Makes these the rules that count.
     *
     * @param basedOn the version a person began with; refused if another one was saved meanwhile
     */
    public RuleSet save(SellerId seller, int basedOn, List<ShippingRule> rules) {
        return save(seller, basedOn, rules, null);
    }

    /** Brings an older version back, as a new one. */
    public RuleSet restore(SellerId seller, int basedOn, int number) {
        SellerScope.require(seller);
        List<ShippingRule> rules = transactions.call(() -> book.version(seller, number)
                .map(version -> version.view().rules())
                .orElseThrow(() -> new RuleException(
                        "rules-unknown",
                        "There is no version " + number + " of the rules.",
                        Integer.toString(number))));
        return save(seller, basedOn, rules, number);
    }

    private RuleSet save(SellerId seller, int basedOn, List<ShippingRule> rules, @Nullable Integer restoredFrom) {
        SellerScope.require(seller);
        check(rules);
        try {
            return transactions.call(() -> {
                int newest = book.current(seller).map(version -> version.number).orElse(0);
                if (newest != basedOn) {
                    throw changed();
                }
                var version = new RuleVersion(
                        seller,
                        newest + 1,
                        rules,
                        clock.instant(),
                        audit.actor().name(),
                        restoredFrom);
                book.add(version);
                audit.record(
                        seller,
                        restoredFrom == null ? "rules.save" : "rules.restore",
                        new Subject("rules", version.id()),
                        Map.of("version", Integer.toString(newest + 1), "rules", Integer.toString(rules.size())));
                return version.view();
            });
        } catch (DataIntegrityViolationException e) {
            RuleException changed = changed();
            changed.initCause(e);
            throw changed;
        }
    }

    private static RuleException changed() {
        return new RuleException(
                "rules-changed", "Somebody else has saved other rules meanwhile. Reload and change them again.");
    }

    private static void check(List<ShippingRule> rules) {
        Set<String> names = new HashSet<>();
        for (ShippingRule rule : rules) {
            if (!names.add(rule.name())) {
                throw new RuleException(
                        "rule-name-taken",
                        "Two rules are named “" + rule.name() + "”. Every order says which rule it was.",
                        rule.name());
            }
            if (rule.action() instanceof Action.Best best && best.among().isEmpty()) {
                throw new RuleException("rule-empty", "The rule “" + rule.name() + "” names no carrier.", rule.name());
            }
        }
        if (rules.size() > MOST_RULES) {
            throw new RuleException(
                    "rules-too-many", "A seller has at most " + MOST_RULES + " rules.", Integer.toString(MOST_RULES));
        }
    }

    /** The price tables that count; those taken away are left out. */
    public List<PriceTableRow> priceTables(SellerId seller) {
        return transactions.call(() -> book.tables(seller).stream()
                .map(PriceVersion::row)
                .filter(row -> !row.table().bands().isEmpty())
                .toList());
    }

    /** Makes this the price table of a product; one without lines takes it away. Older ones are kept. */
    public void savePrices(SellerId seller, Offer offer, PriceTable table) {
        SellerScope.require(seller);
        transactions.call(() -> {
            int newest = book.tables(seller).stream()
                    .filter(row -> row.offer().equals(offer))
                    .mapToInt(row -> row.number)
                    .max()
                    .orElse(0);
            var version = new PriceVersion(
                    seller,
                    offer,
                    newest + 1,
                    table,
                    clock.instant(),
                    audit.actor().name());
            book.add(version);
            audit.record(
                    seller,
                    "prices.save",
                    new Subject("prices", version.id()),
                    Map.of(
                            "product",
                            offer.product(),
                            "lines",
                            Integer.toString(table.bands().size())));
            return null;
        });
    }

    /**
     * A person's choice for one order: stands above every rule until a label is bought, or until it is taken back. What leaves in one
     * parcel has one carrier, so it is kept with the order that leads.
     */
    public void pickByHand(OrderId wanted, Offer offer, List<Extra> extras) {
        transactions.callAgainIfStale(() -> {
            OrderId order = joint.lead(wanted);
            ShippableOrder found = orders.shippable(order);
            SellerScope.require(found.seller());
            HandPick known = book.handPick(order);
            String by = audit.actor().name();
            if (known == null) {
                book.add(new HandPick(found.seller(), order, offer, extras, clock.instant(), by));
            } else {
                known.choose(offer, extras, clock.instant(), by);
            }
            found.orders().forEach(one -> orders.clearProblem(one.id(), Set.of(RuleEngine.ASK_FIRST)));
            audit.record(
                    found.seller(),
                    "order.carrier",
                    new Subject("order", order.value()),
                    Map.of("product", offer.product()));
            return null;
        });
    }

    /** Lets the rules decide again. */
    public void forgetHandPick(OrderId order) {
        transactions.callAgainIfStale(() -> {
            HandPick known = book.handPick(joint.lead(order));
            if (known != null) {
                book.remove(known);
            }
            return null;
        });
    }
}
