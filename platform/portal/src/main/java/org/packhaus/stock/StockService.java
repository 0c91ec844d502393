package org.packhaus.stock;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.PieceMoves;
import org.packhaus.order.StockLight;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Counts goods and reserves them for orders. Sees the sellers in scope only. */
@Service
public class StockService {
    private static final int LONGEST_PLACE = 40;

    private final EntityManager entities;
    private final Allocation allocation;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    StockService(
            EntityManager entities,
            Allocation allocation,
            OrderService orders,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.entities = entities;
        this.allocation = allocation;
        this.orders = orders;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** SKUs that begin with this text, by SKU. */
    public StockPage rows(String search, StockShow show, StockPage.@Nullable Cursor after, int limit) {
        return transactions.call(() -> {
            TypedQuery<StockLevel> query = entities.createQuery(
                            "select l from StockLevel l where l.sku like :beginning escape '!'"
                                    + shown(show)
                                    + (after == null ? "" : " and (l.sku > :sku or (l.sku = :sku and l.id > :last))")
                                    + " order by l.sku, l.id",
                            StockLevel.class)
                    .setParameter(
                            "beginning",
                            search.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            if (after != null) {
                query.setParameter("sku", after.sku()).setParameter("last", after.id());
            }
            List<StockLevel> found = query.setMaxResults(limit + 1).getResultList();
            List<StockLevel> shown = found.size() > limit ? found.subList(0, limit) : found;
            Map<String, PushedLevel> pushes = pushes(shown);
            Map<Long, Integer> alarms = shown.isEmpty() ? Map.of() : alarms();
            return new StockPage(
                    shown.stream()
                            .map(level -> row(
                                    level, pushes.get(level.sellerId + " " + level.sku), alarms.get(level.sellerId)))
                            .toList(),
                    found.size() > limit
                            ? new StockPage.Cursor(
                                    shown.getLast().sku, shown.getLast().id())
                            : null);
        });
    }

    private static String shown(StockShow show) {
        return switch (show) {
            case ALL -> "";
            case OUT -> " and l.tracked = true and l.onHand - l.reserved - l.waiting <= 0";
            case LOW ->
                " and l.tracked = true and l.onHand - l.reserved - l.waiting <= coalesce(l.lowAt,"
                        + " (select a.lowAt from StockAlarm a where a.sellerId = l.sellerId), -1)";
        };
    }

    /** How many SKUs a channel refused to hear of last time, counted up to a limit. */
    public int refused(int most) {
        return transactions.call(
                () -> entities.createQuery("select p.sku from PushedLevel p where p.error is not null", String.class)
                        .setMaxResults(most)
                        .getResultList()
                        .size());
    }

    private Map<Long, Integer> alarms() {
        return entities.createQuery("select a from StockAlarm a", StockAlarm.class)
                .getResultStream()
                .collect(Collectors.toMap(alarm -> alarm.sellerId, alarm -> alarm.lowAt));
    }

    /** The newest push of each; a refused one is shown before one that was taken. */
    private Map<String, PushedLevel> pushes(List<StockLevel> levels) {
        Map<String, PushedLevel> pushes = new TreeMap<>();
        if (!levels.isEmpty()) {
            entities.createQuery("select p from PushedLevel p where p.sku in :skus", PushedLevel.class)
                    .setParameter(
                            "skus", levels.stream().map(level -> level.sku).toList())
                    .getResultStream()
                    .forEach(push -> pushes.merge(
                            push.sellerId + " " + push.sku, push, (one, other) -> other.error != null ? other : one));
        }
        return pushes;
    }

    private static StockRow row(StockLevel level, @Nullable PushedLevel push, @Nullable Integer usual) {
        return new StockRow(
                new SellerId(level.sellerId),
                level.sku,
                level.title,
                level.place,
                level.onHand,
                level.reserved,
                level.waiting,
                level.tracked,
                level.lowAt == null ? usual : level.lowAt,
                level.lowAt != null,
                push == null ? null : push.pushedAt,
                push == null ? null : push.error);
    }

    /** Adds or takes away pieces; switches counting on for the SKU. */
    public void adjust(SellerId seller, String sku, int change, StockReason reason, String note) {
        write(seller, Map.of(sku, change), false, reason, note);
    }

    /** Sets how many there are, from a list by SKU; switches counting on for each. */
    public void set(SellerId seller, Map<String, Integer> onHand, String note) {
        write(seller, onHand, true, StockReason.LIST, note);
    }

    private void write(
            SellerId seller, Map<String, Integer> numbers, boolean absolute, StockReason reason, String note) {
        SellerScope.require(seller);
        twice(() -> {
            Map<String, StockLevel> levels = known(seller, numbers.keySet(), orders.titles(seller, numbers.keySet()));
            count(seller, levels, numbers, absolute, reason, note);
            audited(seller, absolute ? "stock.set" : "stock.adjust", levels, note);
        });
    }

    /** Writes counts of a list in the running transaction; the list's own line in the audit log says who gave it. */
    void fromList(
            SellerId seller,
            Map<String, Integer> counts,
            Map<String, Integer> alarms,
            Map<String, String> titles,
            String note) {
        Map<String, StockLevel> levels = known(seller, counts.keySet(), titles);
        levels.forEach((sku, level) -> level.lowAt = alarms.getOrDefault(sku, level.lowAt));
        count(seller, levels, counts, true, StockReason.LIST, note);
    }

    private void count(
            SellerId seller,
            Map<String, StockLevel> levels,
            Map<String, Integer> numbers,
            boolean absolute,
            StockReason reason,
            String note) {
        Map<String, StockLevel> begun = new TreeMap<>(levels);
        begun.values().removeIf(level -> level.tracked);
        levels.forEach((sku, level) -> {
            int number = numbers.getOrDefault(sku, 0);
            int change = absolute ? number - level.onHand : number;
            if (change != 0) {
                level.onHand += change;
                entities.persist(new MovementRow(
                        level,
                        clock.instant(),
                        change,
                        reason,
                        note,
                        audit.actor().name()));
            }
            level.tracked = true;
            level.changedAt = clock.instant();
        });
        allocation.apply(seller, levels, begun.isEmpty() ? List.of() : orders.wanted(seller, begun.keySet()));
    }

    /**
     * Says where a SKU lies, counted or not.
     *
     * @param place as people say it: {@code A-03-2}; empty if it has none
     */
    public void place(SellerId seller, String sku, String place) {
        SellerScope.require(seller);
        String said = place.strip();
        if (said.length() > LONGEST_PLACE) {
            throw new StockException(
                    "place-too-long",
                    "A storage place has at most " + LONGEST_PLACE + " characters: it is read in passing.",
                    Integer.toString(LONGEST_PLACE));
        }
        twice(() -> {
            Map<String, StockLevel> levels = known(seller, Set.of(sku), orders.titles(seller, Set.of(sku)));
            StockLevel level = levels.values().iterator().next();
            if (!level.place.equals(said)) {
                level.place = said;
                audited(seller, "stock.place", levels, said);
            }
        });
    }

    /** Where those of the SKUs lie that have a place. */
    public Map<String, String> places(SellerId seller, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() -> entities.createQuery(
                        "select l from StockLevel l where l.sellerId = :seller and l.sku in :skus and l.place <> ''",
                        StockLevel.class)
                .setParameter("seller", seller.value())
                .setParameter("skus", skus)
                .getResultStream()
                .collect(Collectors.toMap(level -> level.sku, level -> level.place)));
    }

    /** Switches counting on or off. */
    public void track(SellerId seller, String sku, boolean tracked) {
        SellerScope.require(seller);
        twice(() -> {
            Map<String, StockLevel> levels = known(seller, Set.of(sku), orders.titles(seller, Set.of(sku)));
            StockLevel level = levels.values().iterator().next();
            if (level.tracked == tracked) {
                return;
            }
            List<PieceMoves.Move> wanted = orders.wanted(seller, levels.keySet());
            level.tracked = tracked;
            level.changedAt = clock.instant();
            allocation.apply(
                    seller,
                    levels,
                    tracked
                            ? wanted
                            : wanted.stream()
                                    .map(move -> new PieceMoves.Move(
                                            move.order(),
                                            move.item(),
                                            move.sku(),
                                            move.dueAt(),
                                            PieceMoves.Kind.RELEASED))
                                    .toList());
            audited(seller, tracked ? "stock.track" : "stock.untrack", levels, "");
        });
    }

    /**
     * A piece came back from its buyer: it is counted, and taken out again if it cannot be sold. What is not counted stays so. Joins the
     * caller's transaction, who sees to it that it happens once.
     */
    public void cameBack(SellerId seller, OrderId order, ItemId item, String sku, boolean sellable) {
        SellerScope.require(seller);
        transactions.run(() -> allocation.cameBack(seller, order, item, sku, sellable));
    }

    /** Locked, in SKU order; those nobody knew yet are begun. */
    private Map<String, StockLevel> known(SellerId seller, Set<String> wanted, Map<String, String> titles) {
        for (String sku : wanted) {
            if (sku.isBlank() || sku.length() > 120) {
                throw new StockException(
                        "sku-unusable", "“" + sku + "” cannot be a SKU: it has 1 to 120 characters.", sku);
            }
        }
        Map<String, StockLevel> levels = new TreeMap<>(allocation.lock(seller, wanted));
        for (String sku : new TreeSet<>(wanted)) {
            if (!levels.containsKey(sku)) {
                StockLevel level = new StockLevel(seller, sku, titles.getOrDefault(sku, ""), clock.instant());
                entities.persist(level);
                levels.put(sku, level);
            }
        }
        return levels;
    }

    public StockLight light(OrderId order) {
        return transactions.call(() -> Allocation.light(
                entities.createQuery("select c from StockClaim c where c.orderId = :order", StockClaim.class)
                        .setParameter("order", order.value())
                        .getResultList()));
    }

    /** Newest first. */
    public List<StockMovement> history(SellerId seller, String sku, int limit) {
        return transactions.call(() -> entities.createQuery(
                        "select m from MovementRow m where m.sellerId = :seller and m.sku = :sku order by m.id desc",
                        MovementRow.class)
                .setParameter("seller", seller.value())
                .setParameter("sku", sku)
                .setMaxResults(limit)
                .getResultStream()
                .map(MovementRow::view)
                .toList());
    }

    /** Newest first, from what the last page said. */
    public StockHistory history(SellerId seller, String sku, @Nullable Long before, int limit) {
        return transactions.call(() -> {
            List<MovementRow> found = entities.createQuery(
                            "select m from MovementRow m where m.sellerId = :seller and m.sku = :sku and m.id < :before"
                                    + " order by m.id desc",
                            MovementRow.class)
                    .setParameter("seller", seller.value())
                    .setParameter("sku", sku)
                    .setParameter("before", before == null ? Long.MAX_VALUE : before)
                    .setMaxResults(limit + 1)
                    .getResultList();
            List<MovementRow> shown = found.size() > limit ? found.subList(0, limit) : found;
            return new StockHistory(
                    shown.stream().map(MovementRow::view).toList(), found.size() > limit ? shown.getLast().id : null);
        });
    }

    private void audited(SellerId seller, String action, Map<String, StockLevel> levels, String note) {
        String skus = String.join(", ", levels.keySet().stream().limit(20).toList());
        audit.record(
                seller,
                action,
                new Subject("stock", levels.values().iterator().next().id()),
                Map.of("skus", skus, "count", Integer.toString(levels.size()), "note", note));
    }

    /** Somebody else may begin the same SKU at the same moment; then it is there the second time. */
    private void twice(Runnable work) {
        try {
            transactions.callAgainIfStale(() -> {
                work.run();
                return null;
            });
        } catch (DataIntegrityViolationException e) {
            transactions.callAgainIfStale(() -> {
                work.run();
                return null;
            });
        }
    }
}
