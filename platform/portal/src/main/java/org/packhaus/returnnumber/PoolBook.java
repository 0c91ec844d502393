package org.packhaus.returnnumber;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/** Looks into pools of return numbers: what a list would add, who has which number, how fast they empty. Changes nothing. */
@Service
public class PoolBook {
    private static final int AT_ONCE = 1_000;
    /** The drawer asks with every click; a pool that runs low has days left. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final Clock clock;
    private final Map<SellerId, Seen> seen = new ConcurrentHashMap<>();

    /** How many of a seller's pools were low at that moment. */
    private record Seen(int low, Instant at) {}

    PoolBook(EntityManager entities, TransactionRetry transactions, Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The carriers whose numbers we know to check, by the trade's codes. */
    public List<String> carriers() {
        return NumberForm.CARRIERS;
    }

    /** @param csv as {@link PoolList} reads it */
    public PoolPreview preview(SellerId seller, String carrierCode, String csv) {
        NumberForm form = NumberForm.known(carrierCode);
        return preview(seller, form, PoolList.read(csv, form));
    }

    /** @param first and {@code last} with their check digits */
    public PoolPreview previewRange(SellerId seller, String carrierCode, String first, String last) {
        NumberForm form = NumberForm.known(carrierCode);
        return preview(seller, form, PoolList.range(first.replaceAll("\\s", ""), last.replaceAll("\\s", ""), form));
    }

    private PoolPreview preview(SellerId seller, NumberForm form, PoolList list) {
        SellerScope.require(seller);
        return transactions.call(() -> {
            int known = 0;
            int used = 0;
            for (int i = 0; i < list.numbers().size(); i += AT_ONCE) {
                List<String> some = list.numbers()
                        .subList(i, Math.min(i + AT_ONCE, list.numbers().size()));
                for (Object[] row : entities.createQuery(
                                "select p.state, count(p.id) from PoolNumber p where p.sellerId = :seller"
                                        + " and p.carrierCode = :code and p.number in (:numbers) group by p.state",
                                Object[].class)
                        .setParameter("seller", seller.value())
                        .setParameter("code", form.carrierCode())
                        .setParameter("numbers", some)
                        .getResultList()) {
                    int count = ((Long) row[1]).intValue();
                    if (row[0] == PoolNumber.State.FREE) {
                        known += count;
                    } else {
                        used += count;
                    }
                }
            }
            return new PoolPreview(
                    list.numbers().size() - known - used, known, used, list.faults(), list.isWithinBounds());
        });
    }

    /**
     * A pool's numbers, the newest first.
     *
     * @param use only those; null is all
     * @param before the id of the last one already shown; {@code Long.MAX_VALUE} to begin
     */
    public List<PoolRow> numbers(
            SellerId seller, String carrierCode, PoolRow.@Nullable Use use, long before, int count) {
        return transactions.call(() -> {
            var query = entities.createQuery(
                            "select p from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code and p.id < :before"
                                    + (use == null ? "" : " and p.state = :state") + " order by p.id desc",
                            PoolNumber.class)
                    .setParameter("seller", seller.value())
                    .setParameter("code", carrierCode)
                    .setParameter("before", before)
                    .setMaxResults(count);
            if (use != null) {
                query.setParameter("state", state(use));
            }
            return query.getResultStream().map(PoolBook::row).toList();
        });
    }

    private static PoolNumber.State state(PoolRow.Use use) {
        return switch (use) {
            case FREE -> PoolNumber.State.FREE;
            case KEPT -> PoolNumber.State.RESERVED;
            case USED -> PoolNumber.State.USED;
        };
    }

    private static PoolRow row(PoolNumber number) {
        PoolRow.Use use = switch (number.state) {
            case FREE -> PoolRow.Use.FREE;
            case RESERVED -> PoolRow.Use.KEPT;
            case USED -> PoolRow.Use.USED;
        };
        return new PoolRow(
                number.id(),
                number.number,
                use,
                number.addedAt,
                Optional.ofNullable(number.orderId).map(OrderId::new),
                Optional.ofNullable(number.usedAt));
    }

    /** How many numbers parcels have taken since then. */
    public long usedSince(SellerId seller, String carrierCode, Instant since) {
        return transactions.call(() -> entities.createQuery(
                        "select count(p.id) from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code"
                                + " and p.state = :used and p.usedAt >= :since",
                        Long.class)
                .setParameter("seller", seller.value())
                .setParameter("code", carrierCode)
                .setParameter("used", PoolNumber.State.USED)
                .setParameter("since", since)
                .getSingleResult());
    }

    /** How many pools of the sellers in scope hold fewer numbers than they should. Costs nothing when it was asked just now. */
    public int lowPools() {
        Instant now = clock.instant();
        Set<SellerId> sellers = SellerScope.current();
        Set<SellerId> unknown = new TreeSet<>();
        for (SellerId seller : sellers) {
            Seen known = seen.get(seller);
            if (known == null || known.at().isBefore(now.minus(FRESH))) {
                unknown.add(seller);
            }
        }
        if (!unknown.isEmpty()) {
            Map<SellerId, Integer> low = low(unknown);
            unknown.forEach(seller -> seen.put(seller, new Seen(low.getOrDefault(seller, 0), now)));
        }
        return sellers.stream()
                .mapToInt(seller -> seen.getOrDefault(seller, new Seen(0, now)).low())
                .sum();
    }

    private Map<SellerId, Integer> low(Set<SellerId> sellers) {
        return transactions.call(() -> {
            List<ReturnSource> pools = new ArrayList<>(entities.createQuery(
                            "select s from ReturnSource s where s.sellerId in (:sellers) and s.kind = :pool"
                                    + " and s.lowWater > 0",
                            ReturnSource.class)
                    .setParameter(
                            "sellers", sellers.stream().map(SellerId::value).toList())
                    .setParameter("pool", SourceKind.POOL)
                    .getResultList());
            Map<SellerId, Integer> low = new HashMap<>();
            for (ReturnSource pool : pools) {
                // No more than the alarm needs: a full pool holds a hundred thousand.
                int free = entities.createQuery(
                                "select p.id from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code"
                                        + " and p.state = :free order by p.id",
                                Long.class)
                        .setParameter("seller", pool.sellerId)
                        .setParameter("code", pool.carrierCode)
                        .setParameter("free", PoolNumber.State.FREE)
                        .setMaxResults(pool.lowWater)
                        .getResultList()
                        .size();
                if (free < pool.lowWater) {
                    low.merge(new SellerId(pool.sellerId), 1, Integer::sum);
                }
            }
            return low;
        });
    }

    /** Something was added or set: the next one who asks is told at once. */
    void changed(SellerId seller) {
        seen.remove(seller);
    }
}
