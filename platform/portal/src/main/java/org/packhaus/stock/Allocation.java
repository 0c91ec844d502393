package org.packhaus.stock;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderChanged;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.PieceMoves;
import org.packhaus.order.PieceMoves.Move;
import org.packhaus.order.StockLight;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deals pieces out to orders, the most urgent first, inside the transaction that made them wanted. The rows of all SKUs concerned are
 * locked in SKU order before anything is decided: two imports at the same moment give the same result as one after the other. A
 * reservation is never taken away for a more urgent order, only when goods turn out not to be there.
 */
@Component
class Allocation {
    private final EntityManager entities;
    private final OrderService orders;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Allocation(
            EntityManager entities, OrderService orders, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.entities = entities;
        this.orders = orders;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(PieceMoves event) {
        Set<String> skus = event.moves().stream().map(Move::sku).collect(Collectors.toCollection(TreeSet::new));
        Map<String, StockLevel> levels = lock(event.seller(), skus);
        levels.values().removeIf(level -> !level.tracked);
        if (levels.isEmpty()) {
            return;
        }
        apply(event.seller(), levels, event.moves());
    }

    /** Those that are known, locked, by SKU. */
    Map<String, StockLevel> lock(SellerId seller, Collection<String> skus) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        entities.createQuery(
                        "select l from StockLevel l where l.sellerId = :seller and l.sku in :skus order by l.sku",
                        StockLevel.class)
                .setParameter("seller", seller.value())
                .setParameter("skus", skus)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(level -> levels.put(level.sku, level));
        return levels;
    }

    /** Takes moves over and deals out. The levels are locked and tracked. */
    void apply(SellerId seller, Map<String, StockLevel> levels, List<Move> moves) {
        Map<Long, StockClaim> claims = claims(moves.stream()
                .filter(move -> levels.containsKey(move.sku()))
                .map(move -> move.item().value())
                .collect(Collectors.toSet()));
        Set<Long> touched = new HashSet<>();
        Set<Long> gone = new HashSet<>();
        for (Move move : moves) {
            StockLevel level = levels.get(move.sku());
            if (level == null) {
                continue;
            }
            touched.add(move.order().value());
            switch (move.kind()) {
                case WANTED -> {
                    if (gone.remove(move.item().value())) {
                        // Released under another SKU a moment ago; Hibernate would insert before it deletes.
                        entities.flush();
                    }
                    want(seller, level, move, claims);
                }
                case BACK -> {
                    notLeft(level, move);
                    want(seller, level, move, claims);
                }
                case RELEASED -> {
                    giveBack(level, claims.remove(move.item().value()));
                    gone.add(move.item().value());
                }
                case SENT -> {
                    StockClaim claim = claims.remove(move.item().value());
                    if (claim != null) {
                        giveBack(level, claim);
                        left(level, move);
                    }
                }
            }
        }
        for (StockLevel level : levels.values()) {
            deal(level, touched);
        }
        light(seller, touched);
    }

    private Map<Long, StockClaim> claims(Set<Long> items) {
        Map<Long, StockClaim> claims = new HashMap<>();
        if (!items.isEmpty()) {
            entities.createQuery(
                            "select c from StockClaim c where c.itemId in :items order by c.itemId", StockClaim.class)
                    .setParameter("items", items)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultStream()
                    .forEach(claim -> claims.put(claim.itemId, claim));
        }
        return claims;
    }

    private void want(SellerId seller, StockLevel level, Move move, Map<Long, StockClaim> claims) {
        StockClaim known = claims.get(move.item().value());
        if (known != null) {
            known.dueAt = move.dueAt();
            return;
        }
        StockClaim claim = new StockClaim(seller, move);
        entities.persist(claim);
        claims.put(claim.itemId, claim);
        level.waiting++;
        level.changedAt = clock.instant();
    }

    private void giveBack(StockLevel level, @org.jspecify.annotations.Nullable StockClaim claim) {
        if (claim == null) {
            return;
        }
        if (claim.reserved) {
            level.reserved--;
        } else {
            level.waiting--;
        }
        level.changedAt = clock.instant();
        entities.remove(claim);
    }

    private void left(StockLevel level, Move move) {
        moved(level, move, -1, StockReason.SENT);
    }

    /** Only what was taken out for it is put back: it may have left before anybody counted. */
    private void notLeft(StockLevel level, Move move) {
        Long out = entities.createQuery(
                        "select sum(m.amount) from MovementRow m where m.sellerId = :seller and m.sku = :sku and m.itemId = :item",
                        Long.class)
                .setParameter("seller", level.sellerId)
                .setParameter("sku", level.sku)
                .setParameter("item", move.item().value())
                .getSingleResultOrNull();
        if (out != null && out < 0) {
            moved(level, move, 1, StockReason.NOT_SENT);
        }
    }

    /** Counts a piece that a buyer sent back, in both directions if it goes to waste. */
    void cameBack(SellerId seller, OrderId order, ItemId item, String sku, boolean sellable) {
        Map<String, StockLevel> levels = lock(seller, Set.of(sku));
        StockLevel level = levels.get(sku);
        if (level == null || !level.tracked) {
            return;
        }
        moved(level, order, item, 1, StockReason.RETURNED);
        if (!sellable) {
            moved(level, order, item, -1, StockReason.WRITTEN_OFF);
        }
        apply(seller, levels, List.of());
    }

    private void moved(StockLevel level, Move move, int amount, StockReason reason) {
        moved(level, move.order(), move.item(), amount, reason);
    }

    private void moved(StockLevel level, OrderId order, ItemId item, int amount, StockReason reason) {
        level.onHand += amount;
        level.changedAt = clock.instant();
        MovementRow row = new MovementRow(
                level, clock.instant(), amount, reason, "", audit.actor().name());
        row.orderId = order.value();
        row.itemId = item.value();
        entities.persist(row);
    }

    private void deal(StockLevel level, Set<Long> touched) {
        int free = level.free();
        if (free > 0 && level.waiting > 0) {
            for (StockClaim claim : queue(level, false, "c.dueAt, c.itemId", free)) {
                claim.reserved = true;
                level.waiting--;
                level.reserved++;
                touched.add(claim.orderId);
            }
        } else if (free < 0 && level.reserved > 0) {
            for (StockClaim claim : queue(level, true, "c.dueAt desc, c.itemId desc", -free)) {
                claim.reserved = false;
                level.waiting++;
                level.reserved--;
                touched.add(claim.orderId);
            }
        }
    }

    private List<StockClaim> queue(StockLevel level, boolean reserved, String order, int most) {
        return entities.createQuery(
                        "select c from StockClaim c where c.sellerId = :seller and c.sku = :sku and c.reserved = :reserved"
                                + " order by " + order,
                        StockClaim.class)
                .setParameter("seller", level.sellerId)
                .setParameter("sku", level.sku)
                .setParameter("reserved", reserved)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Reads with locks, so that two that light the same order at the same moment do not both look at the past. */
    private void light(SellerId seller, Set<Long> touched) {
        if (touched.isEmpty()) {
            return;
        }
        Map<Long, List<StockClaim>> claims = entities.createQuery(
                        "select c from StockClaim c where c.orderId in :orders order by c.itemId", StockClaim.class)
                .setParameter("orders", new TreeSet<>(touched))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(Collectors.groupingBy(claim -> claim.orderId));
        Map<OrderId, StockLight> lights = new HashMap<>();
        touched.forEach(order -> lights.put(new OrderId(order), light(claims.getOrDefault(order, List.of()))));
        orders.applyStockLights(lights);
        lights.keySet().forEach(order -> events.publishEvent(new OrderChanged(seller, order)));
    }

    static StockLight light(List<StockClaim> claims) {
        List<StockClaim> all = new ArrayList<>(claims);
        long reserved = all.stream().filter(claim -> claim.reserved).count();
        if (all.isEmpty()) {
            return StockLight.NONE;
        }
        return reserved == all.size() ? StockLight.GREEN : reserved == 0 ? StockLight.RED : StockLight.PARTLY;
    }
}
