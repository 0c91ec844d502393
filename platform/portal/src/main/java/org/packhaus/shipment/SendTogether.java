package org.packhaus.shipment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.JointOrders;
import org.packhaus.order.Mate;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.order.Stage;
import org.springframework.stereotype.Service;

/**
 * Puts open orders of one buyer to one address into one parcel, before its label is bought: one label, one slip, one charge, one report.
 * Never orders of two sellers or connections, never two addresses, never one whose label is paid or may be. Sees the sellers in scope only.
 */
@Service
public class SendTogether {
    private static final int ATTEMPTS = 5;
    /** Why two orders that could be booked each cannot be booked together. */
    private static final Set<String> TOO_MUCH = Set.of("too-heavy", "too-big");

    private final OrderService orders;
    private final JointOrders joint;
    private final JointParcels parcels;
    private final ShipmentBook book;
    private final ShipmentStates states;
    private final Booker booker;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    SendTogether(
            OrderService orders,
            JointOrders joint,
            JointParcels parcels,
            ShipmentBook book,
            ShipmentStates states,
            Booker booker,
            Audit audit,
            TransactionRetry transactions,
            Clock clock) {
        this.orders = orders;
        this.joint = joint;
        this.parcels = parcels;
        this.book = book;
        this.states = states;
        this.booker = booker;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What came of putting many together.
     *
     * @param parcels that hold several orders now
     * @param saved how many parcels fewer leave
     * @param refused what stayed apart, with the reason
     */
    public record Bundled(int parcels, int saved, List<Problem> refused) {
        public Bundled {
            refused = List.copyOf(refused);
        }
    }

    /**
     * What goes to the same person at the same door as an order does.
     *
     * @param with what it is sent together with, the leading one first if that is another
     * @param could open orders that could be sent with it
     * @param undoable whether it may still leave by itself
     */
    public record Beside(List<Mate> with, List<Mate> could, boolean undoable) {
        public Beside {
            with = List.copyOf(with);
            could = List.copyOf(could);
        }
    }

    /** Needs a scope that holds the order. */
    public Beside beside(OrderId order) {
        return transactions.call(() -> {
            List<OrderId> together = joint.together(order);
            List<Mate> with = orders.rows(together).stream()
                    .filter(row -> !row.id().equals(order))
                    .sorted(Comparator.comparingInt(row -> together.indexOf(row.id())))
                    .map(row -> new Mate(row.id(), row.seller(), row.orderNumber(), row.shipBy(), row.sentWith()))
                    .toList();
            List<Mate> could = joint.mates(List.of(order)).stream()
                    .flatMap(List::stream)
                    .filter(mate -> !together.contains(mate.order()))
                    .toList();
            boolean undoable = !with.isEmpty() && parcels.paid(together).isEmpty();
            return new Beside(with, could, undoable);
        });
    }

    /** How many parcels fewer would leave if these orders were sent together where that is possible. */
    public int wouldSave(Collection<OrderId> chosen) {
        return groups(chosen).stream().mapToInt(SendTogether::saved).sum();
    }

    /** Among the chosen orders each buyer's to each address; whatever cannot be stays as it is. Call outside a transaction. */
    public Bundled bundle(Collection<OrderId> chosen) {
        int bundled = 0;
        int saved = 0;
        List<Problem> refused = new ArrayList<>();
        for (List<Mate> group : groups(chosen)) {
            try {
                join(group.stream().map(Mate::order).toList());
                bundled++;
                saved += saved(group);
            } catch (ShipmentException e) {
                refused.add(new Problem(e.code(), e.text()));
            }
        }
        return new Bundled(bundled, saved, refused);
    }

    /** Parcels that leave now, less the one that will. */
    private static int saved(List<Mate> group) {
        return (int) group.stream()
                        .map(mate -> mate.sentWith() == null ? mate.order() : mate.sentWith())
                        .distinct()
                        .count()
                - 1;
    }

    private List<List<Mate>> groups(Collection<OrderId> chosen) {
        Set<OrderId> wanted = new HashSet<>(chosen);
        return joint.mates(chosen).stream()
                .map(group -> group.stream()
                        .filter(mate -> wanted.contains(mate.order()))
                        .toList())
                .filter(group -> saved(group) > 0)
                .toList();
    }

    /**
     * Sends these orders together, with whatever one of them is sent with already. Asking twice is no error.
     *
     * @return the order that leads: the most urgent one
     * @throws ShipmentException {@code nothing-to-join}, {@code other-seller}, {@code other-address}, {@code not-open}, {@code freight},
     *     {@code no-address}, {@code label-bought}, {@code label-unclear}, {@code too-heavy}, {@code too-big}
     */
    public OrderId join(Collection<OrderId> wanted) {
        return again(wanted, this::joined);
    }

    /**
     * Lets an order leave by itself again.
     *
     * @throws ShipmentException {@code label-bought} or {@code label-unclear} once the label of the parcel is paid or may be
     */
    public void apart(OrderId order) {
        again(List.of(order), all -> {
            if (all.size() > 1) {
                unpaid(all, "It stays in the parcel with the others. Give the label back first.");
                ShippableOrder found = orders.shippable(order);
                parcels.leave(order);
                audit.record(found.seller(), "order.apart", new Subject("order", order.value()), Map.of());
            }
            return order;
        });
    }

    private interface Work {
        OrderId on(List<OrderId> all);
    }

    /** Locked from the lowest to the highest, as booking does: then nobody buys for one of them while they are put together. */
    private OrderId again(Collection<OrderId> wanted, Work work) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            List<OrderId> all = joint.whole(wanted);
            Supplier<Optional<OrderId>> locked = () -> {
                joint.lock(all);
                // Somebody may have put others to them before the locks were ours; then those are to be locked as well.
                return Set.copyOf(joint.whole(wanted)).equals(Set.copyOf(all))
                        ? Optional.of(work.on(all))
                        : Optional.empty();
            };
            Optional<OrderId> done = transactions.callAgainIfStale(locked);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new ShipmentException(
                "order-regrouped", "Somebody else is putting these orders together just now. Look at them again.");
    }

    private OrderId joined(List<OrderId> all) {
        List<ShippableOrder> each = orders.shippable(joint.leads(all)).stream()
                .flatMap(order -> order.orders().stream())
                .toList();
        if (each.size() < 2) {
            throw new ShipmentException(
                    "nothing-to-join", "Choose at least two open orders of one buyer to be sent together.");
        }
        if (joint.leads(all).size() == 1) {
            return joint.lead(all.getFirst());
        }
        each.forEach(order -> mayJoin(each.getFirst(), order));
        unpaid(all, "It cannot be put together with others. Give the label back first, or let the orders leave apart.");
        parcels.clear(all);
        each.forEach(this::forgetPlan);
        OrderId lead = parcels.follow(all);
        book.flush();
        fits(lead, each);
        states.tell(lead);
        tell(lead, each);
        return lead;
    }

    private static void mayJoin(ShippableOrder first, ShippableOrder order) {
        String number = order.orderNumber();
        if (!order.seller().equals(first.seller()) || !order.connection().equals(first.connection())) {
            throw new ShipmentException(
                    "other-seller",
                    "Orders " + first.orderNumber() + " and " + number
                            + " came to different sellers or accounts, and each reports its own parcels. Let them leave"
                            + " apart.",
                    first.orderNumber(),
                    number);
        }
        if (order.stage() == Stage.ANNOUNCED) {
            throw new ShipmentException(
                    "not-open",
                    "Order " + number + " is only announced; the buyer may still take it back. Wait until it is free.",
                    number);
        }
        if (!order.stage().isOpen()) {
            throw new ShipmentException("not-open", "Order " + number + " is not open any more.", number);
        }
        if (order.freight()) {
            throw new ShipmentException("freight", "Order " + number + " goes by forwarder and has no parcel.", number);
        }
        if (order.deliverTo() == null) {
            throw new ShipmentException(
                    "no-address",
                    "Order " + number + " has no delivery address. Import it again from the channel.",
                    number);
        }
        if (!JointOrders.sameDoor(first, order)) {
            throw new ShipmentException(
                    "other-address",
                    "Orders " + first.orderNumber() + " and " + number
                            + " go to different people or addresses. Correct the address, or let them leave apart.",
                    first.orderNumber(),
                    number);
        }
    }

    private void unpaid(List<OrderId> all, String advice) {
        parcels.paid(all).ifPresent(label -> {
            boolean sure = label.state() == LabelState.CONFIRMED || label.state() == LabelState.VOIDING;
            String number = orders.shippable(label.order()).orderNumber();
            throw new ShipmentException(
                    sure ? "label-bought" : "label-unclear",
                    sure
                            ? "Order " + number + " has a label. " + advice
                            : "The label of order " + number
                                    + " is being bought, or its answer was lost: it may be paid. Settle it first.",
                    number);
        });
    }

    /** Whoever was dealing one of them has to look again; what was kept for later leaves with the others. */
    private void forgetPlan(ShippableOrder order) {
        int number = book.planOf(order.id()).map(PlanEntry::number).orElse(0);
        book.add(new PlanEntry(
                order.seller(), order.id(), number + 1, List.of(), audit.actor().name(), clock.instant()));
    }

    private void fits(OrderId lead, List<ShippableOrder> each) {
        booker.check(orders.shippable(lead)).stream()
                .filter(problem -> TOO_MUCH.contains(problem.code()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new ShipmentException(
                            problem.code(),
                            "The orders " + numbers(each) + " do not fit into one parcel. " + problem.text(),
                            numbers(each));
                });
    }

    private static String numbers(List<ShippableOrder> each) {
        return each.stream().map(ShippableOrder::orderNumber).collect(Collectors.joining(", "));
    }

    private void tell(OrderId lead, List<ShippableOrder> each) {
        for (ShippableOrder order : each) {
            orders.timeline(
                    order.id(),
                    "sent-together",
                    each.stream()
                            .filter(other -> other != order)
                            .map(ShippableOrder::orderNumber)
                            .collect(Collectors.joining(", ")));
            audit.record(
                    order.seller(),
                    "order.together",
                    new Subject("order", order.id().value()),
                    Map.of("lead", lead.toString()));
        }
    }
}
