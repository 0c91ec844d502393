package org.packhaus.order;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Which orders leave in one parcel, and which could: those of one buyer to one door. One of them leads; the parcels are its own, and the
 * others point at it. Whether they may is for the shipment room to say. Sees the sellers in scope only.
 */
@Service
public class JointOrders {
    private static final int MOST = 5_000;

    private final EntityManager entities;
    private final Orders orders;
    private final TransactionRetry transactions;
    private final ApplicationEventPublisher events;

    JointOrders(
            EntityManager entities, Orders orders, TransactionRetry transactions, ApplicationEventPublisher events) {
        this.entities = entities;
        this.orders = orders;
        this.transactions = transactions;
        this.events = events;
    }

    /** The order in whose parcels this one leaves: nearly always itself. */
    public OrderId lead(OrderId order) {
        return leads(List.of(order)).getFirst();
    }

    /** The orders in whose parcels these leave, each once, in the order given; one out of scope stays as it is. */
    public List<OrderId> leads(Collection<OrderId> some) {
        Map<OrderId, OrderId> leads = leadOf(some);
        return some.stream()
                .map(order -> leads.getOrDefault(order, order))
                .distinct()
                .toList();
    }

    /** By order, for those that leave with another. */
    public Map<OrderId, OrderId> leadOf(Collection<OrderId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        return transactions.call(() -> entities.createQuery(
                        "select o.id, o.sentWith from SalesOrder o where o.id in :ids and o.sentWith is not null",
                        Object[].class)
                .setParameter("ids", some.stream().map(OrderId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(row -> new OrderId((Long) row[0]), row -> new OrderId((Long) row[1]))));
    }

    /** All orders that leave with this one, the leading one first; itself, if it leaves alone. */
    public List<OrderId> together(OrderId order) {
        return transactions.call(() -> {
            Map<OrderId, @Nullable Long> near = new LinkedHashMap<>();
            entities.createQuery(
                            "select o.id, o.sentWith from SalesOrder o where o.id = :order or o.sentWith = :order order by o.id",
                            Object[].class)
                    .setParameter("order", order.value())
                    .getResultStream()
                    .forEach(row -> near.put(new OrderId((Long) row[0]), (Long) row[1]));
            Long lead = near.get(order);
            if (lead != null) {
                return together(new OrderId(lead));
            }
            List<OrderId> all = new ArrayList<>(List.of(order));
            near.keySet().stream().filter(other -> !other.equals(order)).forEach(all::add);
            return all;
        });
    }

    /** These orders and whatever leaves with one of them, each once. */
    public List<OrderId> whole(Collection<OrderId> some) {
        List<OrderId> leads = leads(some);
        Set<OrderId> all = new LinkedHashSet<>(leads);
        all.addAll(following(leads));
        return List.copyOf(all);
    }

    private List<OrderId> following(Collection<OrderId> leads) {
        if (leads.isEmpty()) {
            return List.of();
        }
        return transactions.call(() -> entities.createQuery(
                        "select o.id from SalesOrder o where o.sentWith in :leads order by o.id", Long.class)
                .setParameter("leads", leads.stream().map(OrderId::value).toList())
                .getResultStream()
                .map(OrderId::new)
                .toList());
    }

    /** Whose pieces these are. */
    public Map<OrderId, Set<ItemId>> pieces(Collection<OrderId> some) {
        return transactions.call(() -> entities.createQuery(
                        "select p.orderId, p.id from OrderPiece p where p.orderId in :orders", Object[].class)
                .setParameter("orders", some.stream().map(OrderId::value).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> new OrderId((Long) row[0]),
                        Collectors.mapping(row -> new ItemId((Long) row[1]), Collectors.toSet()))));
    }

    /**
     * Nobody books, joins or takes apart these orders until the transaction ends; to be asked for first of all in it, so that what is read
     * afterwards is what holds. Always from the lowest to the highest, or two who want the same would wait for each other.
     *
     * @throws OrderException if one of them is not in scope
     */
    public void lock(Collection<OrderId> some) {
        some.stream()
                .distinct()
                .sorted(Comparator.comparingLong(OrderId::value))
                .forEach(this::lock);
    }

    /** {@link #lock(Collection)} for one. @return the order it leaves with; null if it leaves by itself */
    public @Nullable OrderId lock(OrderId order) {
        SalesOrder locked = entities.find(SalesOrder.class, order.value(), LockModeType.PESSIMISTIC_WRITE);
        if (locked == null) {
            throw new OrderException("order-unknown", "There is no order " + order + " that you may see.");
        }
        return locked.sentWith == null ? null : new OrderId(locked.sentWith);
    }

    /** Writes it down. Joins the transaction of the shipment room, which holds the locks. @param lead null: it leaves by itself */
    public void send(OrderId order, @Nullable OrderId lead) {
        SalesOrder found = orders.find(order);
        found.sentWith = lead == null ? null : lead.value();
        events.publishEvent(new OrderChanged(found.seller(), found.id()));
    }

    /** Whether both go to the same person at the same door. */
    public static boolean sameDoor(ShippableOrder one, ShippableOrder other) {
        return one.deliverTo() != null
                && other.deliverTo() != null
                && SameDoor.key(one.deliverTo()).equals(SameDoor.key(other.deliverTo()));
    }

    private record Place(long seller, long connection, String postalCode, String name) {}

    private record Candidate(Mate mate, Place place) {}

    /**
     * The orders that wait for a label beside these: of the same seller, connection, buyer and door. Each group once, with two members at
     * least, the most urgent first; whether a label is under way is not asked. Three statements, however many orders.
     */
    public List<List<Mate>> mates(Collection<OrderId> some) {
        return transactions.call(() -> {
            Set<Long> wanted = some.stream().map(OrderId::value).collect(Collectors.toSet());
            Map<Place, List<Candidate>> near = near(orders.find(some));
            near.values()
                    .removeIf(group -> group.size() < 2
                            || group.stream()
                                    .noneMatch(one ->
                                            wanted.contains(one.mate().order().value())));
            Map<OrderId, List<String>> doors = doors(near.values().stream()
                    .flatMap(List::stream)
                    .map(one -> one.mate().order())
                    .toList());
            List<List<Mate>> groups = new ArrayList<>();
            for (List<Candidate> group : near.values()) {
                group.stream()
                        .map(Candidate::mate)
                        .filter(mate -> doors.containsKey(mate.order()))
                        .collect(Collectors.groupingBy(
                                mate -> Objects.requireNonNull(doors.get(mate.order())),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                        .stream()
                        .filter(mates -> mates.size() > 1
                                && mates.stream()
                                        .anyMatch(mate ->
                                                wanted.contains(mate.order().value())))
                        .forEach(groups::add);
            }
            return groups;
        });
    }

    private Map<Place, List<Candidate>> near(List<SalesOrder> asked) {
        Set<Long> sellers = new HashSet<>();
        Set<String> codes = new HashSet<>();
        asked.stream().filter(JointOrders::mayJoin).forEach(order -> {
            sellers.add(order.sellerId);
            codes.add(order.buyer.postalCode);
        });
        if (codes.isEmpty()) {
            return new HashMap<>();
        }
        return entities.createQuery("""
                        select o.id, o.sellerId, o.connectionId, o.buyer.postalCode, o.buyer.name, o.orderNumber, o.shipBy, o.sentWith
                        from SalesOrder o
                        where o.sellerId in :sellers and o.stage = :open and o.buyer.postalCode in :codes
                          and o.freight = false and o.erasedAt is null and o.labels = 0
                        order by o.dueAt, o.id
                        """, Object[].class)
                .setParameter("sellers", sellers)
                .setParameter("open", Stage.TO_SHIP)
                .setParameter("codes", codes)
                .setMaxResults(MOST)
                .getResultStream()
                .map(JointOrders::candidate)
                .collect(Collectors.groupingBy(Candidate::place, LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean mayJoin(SalesOrder order) {
        return order.stage == Stage.TO_SHIP
                && !order.freight
                && order.erasedAt == null
                && order.labels == 0
                && !order.buyer.postalCode.isEmpty();
    }

    private static Candidate candidate(Object[] row) {
        Long with = (Long) row[7];
        Mate mate = new Mate(
                new OrderId((Long) row[0]),
                new SellerId((Long) row[1]),
                (String) row[5],
                (Instant) row[6],
                with == null ? null : new OrderId(with));
        return new Candidate(
                mate, new Place((Long) row[1], (Long) row[2], (String) row[3], SearchWords.fold((String) row[4])));
    }

    private Map<OrderId, List<String>> doors(List<OrderId> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        Map<OrderId, List<String>> doors = new HashMap<>();
        entities.createQuery(
                        "select a from OrderAddress a where a.orderId in :orders and a.kind = :deliver order by a.id",
                        OrderAddress.class)
                .setParameter("orders", some.stream().map(OrderId::value).toList())
                .setParameter("deliver", OrderAddress.Kind.DELIVER)
                .getResultStream()
                .forEach(address -> doors.put(new OrderId(address.orderId), SameDoor.key(address.address())));
        return doors;
    }
}
