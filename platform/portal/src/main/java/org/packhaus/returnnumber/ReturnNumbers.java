package org.packhaus.returnnumber;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.LockOptions;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/**
 * Where the numbers for the way back come from, and the pools of numbers that carriers gave sellers beforehand. Sees the sellers in scope
 * only. A number goes to one parcel and never to another.
 */
@Service
public class ReturnNumbers {
    private static final int AT_ONCE = 1_000;

    private final EntityManager entities;
    private final TransactionRetry transactions;
    private final PoolBook book;
    private final Audit audit;
    private final Clock clock;

    ReturnNumbers(EntityManager entities, TransactionRetry transactions, PoolBook book, Audit audit, Clock clock) {
        this.entities = entities;
        this.transactions = transactions;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every source, by seller and carrier. */
    public List<SourceRow> sources() {
        return transactions.call(() -> {
            Map<String, Long> counts = new HashMap<>();
            entities.createQuery(
                            "select p.sellerId, p.carrierCode, p.state, count(p) from PoolNumber p"
                                    + " group by p.sellerId, p.carrierCode, p.state",
                            Object[].class)
                    .getResultStream()
                    .forEach(row -> counts.merge(
                            row[0] + "/" + row[1] + "/" + (row[2] == PoolNumber.State.FREE ? "free" : "used"),
                            (Long) row[3],
                            Long::sum));
            return entities.createQuery(
                            "select s from ReturnSource s order by s.sellerId, s.carrierCode", ReturnSource.class)
                    .getResultStream()
                    .map(source -> row(source, counts))
                    .toList();
        });
    }

    private static SourceRow row(ReturnSource source, Map<String, Long> counts) {
        String pool = source.sellerId + "/" + source.carrierCode;
        return new SourceRow(
                new SellerId(source.sellerId),
                source.carrierCode,
                source.kind,
                source.always,
                source.connection(),
                source.lowWater,
                counts.getOrDefault(pool + "/free", 0L),
                counts.getOrDefault(pool + "/used", 0L));
    }

    /** A seller's sources, as booking asks for them. */
    public List<Source> of(SellerId seller) {
        return transactions.call(() -> entities.createQuery(
                        "select s from ReturnSource s where s.sellerId = :seller order by s.id", ReturnSource.class)
                .setParameter("seller", seller.value())
                .getResultStream()
                .map(source -> new Source(source.carrierCode, source.kind, source.always, source.connection()))
                .toList());
    }

    /** Sets where a seller's numbers of a carrier come from. */
    public void set(SellerId seller, String carrierCode, SourceWish wish) {
        String code = NumberForm.known(carrierCode).carrierCode();
        SellerScope.require(seller);
        transactions.callAgainIfStale(() -> {
            ReturnSource source = entities.createQuery(
                            "select s from ReturnSource s where s.sellerId = :seller and s.carrierCode = :code",
                            ReturnSource.class)
                    .setParameter("seller", seller.value())
                    .setParameter("code", code)
                    .getResultStream()
                    .findFirst()
                    .orElseGet(() -> {
                        ReturnSource fresh = new ReturnSource(seller, code);
                        entities.persist(fresh);
                        return fresh;
                    });
            source.become(wish);
            audit.record(
                    seller,
                    "return-numbers.source",
                    new Subject("seller", seller.value()),
                    Map.of("carrier", code, "kind", wish.kind().name(), "lowWater", String.valueOf(wish.lowWater())));
            return true;
        });
        book.changed(seller);
    }

    /** Adds a list of numbers to a pool; nothing if one of them is wrong. @param csv as {@link PoolList} reads it */
    public PoolImport add(SellerId seller, String carrierCode, String csv) {
        NumberForm form = NumberForm.known(carrierCode);
        return add(seller, form.carrierCode(), PoolList.read(csv, form));
    }

    /** Adds all numbers of a range. @param first and {@code last} with their check digits */
    public PoolImport addRange(SellerId seller, String carrierCode, String first, String last) {
        NumberForm form = NumberForm.known(carrierCode);
        return add(
                seller,
                form.carrierCode(),
                PoolList.range(first.replaceAll("\\s", ""), last.replaceAll("\\s", ""), form));
    }

    /** Adds the numbers of a list that are right and leaves the others out. */
    public PoolImport addGood(SellerId seller, String carrierCode, String csv) {
        NumberForm form = NumberForm.known(carrierCode);
        PoolList list = PoolList.read(csv, form);
        return add(seller, form.carrierCode(), list.isWithinBounds() ? new PoolList(list.numbers(), List.of()) : list);
    }

    private PoolImport add(SellerId seller, String code, PoolList list) {
        SellerScope.require(seller);
        if (!list.faults().isEmpty()) {
            return new PoolImport(0, 0, list.faults());
        }
        if (list.numbers().isEmpty()) {
            return new PoolImport(
                    0,
                    0,
                    List.of(new PoolImport.Fault(
                            1, new ReturnNumberException("return-numbers-none", "There is no number in the list."))));
        }
        PoolImport done = transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            int added = 0;
            for (int i = 0; i < list.numbers().size(); i += AT_ONCE) {
                List<String> some = list.numbers()
                        .subList(i, Math.min(i + AT_ONCE, list.numbers().size()));
                Set<String> known = known(seller, code, some);
                for (String number : some) {
                    if (!known.contains(number)) {
                        entities.persist(new PoolNumber(seller, code, number, now));
                        added++;
                    }
                }
                entities.flush();
                entities.clear();
            }
            audit.record(
                    seller,
                    "return-numbers.add",
                    new Subject("seller", seller.value()),
                    Map.of(
                            "carrier", code,
                            "added", String.valueOf(added),
                            "first", list.numbers().getFirst(),
                            "last", list.numbers().getLast()));
            return new PoolImport(added, list.numbers().size() - added, List.of());
        });
        book.changed(seller);
        return done;
    }

    private Set<String> known(SellerId seller, String code, List<String> numbers) {
        return new HashSet<>(entities.createQuery(
                        "select p.number from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code"
                                + " and p.number in (:numbers)",
                        String.class)
                .setParameter("seller", seller.value())
                .setParameter("code", code)
                .setParameter("numbers", numbers)
                .getResultList());
    }

    /** Whether a number is left, or kept for that order already. */
    public boolean isLeft(SellerId seller, String carrierCode, OrderId order) {
        return transactions.call(() -> reserved(carrierCode, order).isPresent()
                || !entities.createQuery(
                                "select p.id from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code"
                                        + " and p.state = :free order by p.id",
                                Long.class)
                        .setParameter("seller", seller.value())
                        .setParameter("code", carrierCode)
                        .setParameter("free", PoolNumber.State.FREE)
                        .setMaxResults(1)
                        .getResultList()
                        .isEmpty());
    }

    /** Whether a number is kept for that order and not yet given to a parcel. */
    public boolean isKept(String carrierCode, OrderId order) {
        return transactions.call(() -> reserved(carrierCode, order).isPresent());
    }

    /**
     * Keeps a number for an order that is about to be booked; the same one if it is asked again. In a transaction of its own, so that many
     * who book at once wait for each other as briefly as can be.
     *
     * @return whether there was one
     */
    public boolean reserve(SellerId seller, String carrierCode, OrderId order) {
        SellerScope.require(seller);
        return transactions.callAgainIfStale(() -> {
            if (reserved(carrierCode, order).isPresent()) {
                return true;
            }
            Optional<PoolNumber> next = entities.createQuery(
                            "select p from PoolNumber p where p.sellerId = :seller and p.carrierCode = :code"
                                    + " and p.state = :free order by p.id",
                            PoolNumber.class)
                    .setParameter("seller", seller.value())
                    .setParameter("code", carrierCode)
                    .setParameter("free", PoolNumber.State.FREE)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .setHint("jakarta.persistence.lock.timeout", LockOptions.SKIP_LOCKED)
                    .setMaxResults(1)
                    .getResultStream()
                    .findFirst();
            next.ifPresent(number -> number.reserve(order));
            return next.isPresent();
        });
    }

    private Optional<PoolNumber> reserved(String carrierCode, OrderId order) {
        return entities.createQuery(
                        "select p from PoolNumber p where p.orderId = :order and p.carrierCode = :code"
                                + " and p.state = :reserved order by p.id",
                        PoolNumber.class)
                .setParameter("order", order.value())
                .setParameter("code", carrierCode)
                .setParameter("reserved", PoolNumber.State.RESERVED)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Gives the number kept for an order to a parcel, for good. Joins the caller's transaction. */
    public Optional<String> use(String carrierCode, OrderId order, long parcel) {
        return transactions.call(() -> {
            Optional<PoolNumber> number = reserved(carrierCode, order);
            number.ifPresent(kept -> kept.use(parcel, clock.instant()));
            return number.map(kept -> kept.number);
        });
    }
}
