package org.packhaus.shipment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.OrderService;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.SellerService;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Lets a person deal an order's pieces over parcels before their labels are bought, or keep some for later. Booking keeps to it. Sees the
 * sellers in scope only.
 */
@Service
public class ParcelPlanner {
    private static final int ATTEMPTS = 5;

    private final OrderService orders;
    private final JointOrders joint;
    private final SellerService sellers;
    private final ShipmentBook book;
    private final Parcels parcels;
    private final Packer packer;
    private final ShipmentStates states;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    ParcelPlanner(
            OrderService orders,
            JointOrders joint,
            SellerService sellers,
            ShipmentBook book,
            Parcels parcels,
            Packer packer,
            ShipmentStates states,
            Audit audit,
            TransactionRetry transactions,
            Clock clock) {
        this.orders = orders;
        this.joint = joint;
        this.sellers = sellers;
        this.book = book;
        this.parcels = parcels;
        this.packer = packer;
        this.states = states;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What may be dealt, and how it lies now. Orders that are sent together are dealt together, under the one that leads. */
    public ParcelDraft draft(OrderId wanted) {
        return transactions.call(() -> {
            OrderId id = joint.lead(wanted);
            ShippableOrder order = orders.shippable(id);
            Dealing dealing = Dealing.of(order, book);
            List<OrderItem> pieces = new ArrayList<>();
            Map<String, Integer> shipments = new HashMap<>();
            List<ParcelPlan.Box> boxes = new ArrayList<>();
            for (Wish wish : dealing.wishes()) {
                wish.items().stream().filter(item -> !pieces.contains(item)).forEach(pieces::add);
                boxes.add(new ParcelPlan.Box(
                        wish.parcel().map(ParcelEntity::id).orElse(null),
                        shipments.computeIfAbsent(wish.shipment(), key -> shipments.size() + 1),
                        wish.items().stream().map(OrderItem::id).toList(),
                        wish.parcel().flatMap(ParcelEntity::givenWeight).orElse(null),
                        wish.parcel().flatMap(ParcelEntity::givenSize).orElse(null)));
            }
            pieces.addAll(dealing.kept());
            List<ParcelId> labelled =
                    dealing.closed().stream().map(ParcelEntity::id).toList();
            return new ParcelDraft(
                    order.seller(),
                    order.orderNumber(),
                    dealing.open().stream().anyMatch(ParcelEntity::isDealt)
                            || !dealing.kept().isEmpty(),
                    new ParcelPlan(
                            id,
                            number(id),
                            boxes,
                            dealing.kept().stream().map(OrderItem::id).toList()),
                    pieces,
                    parcels.parcels(labelled),
                    sellers.details(order.seller()).defaultParcelWeightGrams());
        });
    }

    private int number(OrderId order) {
        return book.planOf(order).map(PlanEntry::number).orElse(0);
    }

    /**
     * Deals the pieces so. Nothing is booked by it.
     *
     * @throws ShipmentException if it cannot be so: {@code plan-stale}, {@code piece-labelled}, {@code piece-unknown},
     *     {@code piece-not-to-ship}, {@code piece-twice}, {@code parcel-empty}, {@code parcel-labelled}, {@code parcel-unknown},
     *     {@code plan-empty}, {@code box-shared}, {@code boxes-apart}, {@code freight}
     */
    public void save(ParcelPlan plan) {
        again(() -> {
            alone(plan.order());
            ShippableOrder order = orders.shippable(plan.order());
            Dealing dealing = Dealing.of(order, book).locked(book);
            fresh(order, plan.number());
            new PlanCheck(order, dealing, plan).refuseWhatCannotBe();
            deal(order, dealing, plan);
            note(order, plan.number() + 1, plan.later(), "parcels-dealt", words(dealing, plan));
            return true;
        });
    }

    private static String words(Dealing dealing, ParcelPlan plan) {
        int all = plan.parcels().size() + dealing.closed().size();
        return (all == 1 ? "1 parcel" : all + " parcels")
                + (plan.later().isEmpty() ? "" : " · " + plan.later().size() + " to leave later");
    }

    /** Leaves it to Packhaus again: one parcel with everything that has no label yet. @param number as in {@link ParcelPlan#number()} */
    public void byItself(OrderId id, int number) {
        again(() -> {
            alone(id);
            ShippableOrder order = orders.shippable(id);
            Dealing dealing = Dealing.of(order, book).locked(book);
            fresh(order, number);
            dealing.open().forEach(packer::giveUp);
            note(order, number + 1, List.of(), "parcels-by-itself", "");
            return true;
        });
    }

    /** Before anything is read: whoever puts orders together holds the same lock. */
    private void alone(OrderId id) {
        if (joint.lock(id) != null) {
            throw new ShipmentException(
                    "plan-stale",
                    "The order is to be sent together with another one by now. Look at it again, then deal the pieces of"
                            + " both.");
        }
    }

    private void again(Supplier<Boolean> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.callAgainIfStale(work);
                return;
            } catch (DataIntegrityViolationException e) {
                // Somebody packed or dealt the same pieces in this moment; the next round sees what they did.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void fresh(ShippableOrder order, int number) {
        if (number(order.id()) != number) {
            throw new ShipmentException(
                    "plan-stale",
                    "Somebody else dealt the pieces of order " + order.orderNumber()
                            + " meanwhile. Look at it again, then deal them.");
        }
    }

    private void note(ShippableOrder order, int number, List<ItemId> later, String what, String words) {
        String by = audit.actor().name();
        book.add(new PlanEntry(order.seller(), order.id(), number, later, by, clock.instant()));
        book.flush();
        states.tell(order.id());
        orders.timeline(order.id(), what, words);
        audit.record(
                order.seller(), "order." + what, new Subject("order", order.id().value()), Map.of("parcels", words));
    }

    private void deal(ShippableOrder order, Dealing dealing, ParcelPlan plan) {
        Map<ParcelId, ParcelEntity> open =
                dealing.open().stream().collect(Collectors.toMap(ParcelEntity::id, parcel -> parcel));
        Set<ParcelId> stay = new HashSet<>();
        plan.parcels().stream().map(ParcelPlan.Box::parcel).forEach(stay::add);
        for (ParcelEntity parcel : open.values()) {
            if (stay.contains(parcel.id())) {
                packer.places(parcel).forEach(ParcelItem::takeOut);
            } else {
                packer.giveUp(parcel);
            }
        }
        book.flush();
        Map<Integer, List<ParcelPlan.Box>> shipments = new TreeMap<>();
        plan.parcels()
                .forEach(box -> shipments
                        .computeIfAbsent(box.shipment(), key -> new ArrayList<>())
                        .add(box));
        Map<ItemId, Integer> boxes = new HashMap<>();
        Set<ShipmentId> taken =
                dealing.closed().stream().map(ParcelEntity::shipmentId).collect(Collectors.toSet());
        shipments.values().forEach(together -> ship(order, together, open, taken, boxes));
    }

    /** Parcels that stay together keep their shipment, unless a label was bought in it: that one has its carrier. */
    private void ship(
            ShippableOrder order,
            List<ParcelPlan.Box> together,
            Map<ParcelId, ParcelEntity> open,
            Set<ShipmentId> taken,
            Map<ItemId, Integer> boxes) {
        String by = audit.actor().name();
        ShipmentEntity shipment = together.stream()
                .map(ParcelPlan.Box::parcel)
                .filter(Objects::nonNull)
                .map(parcel -> Objects.requireNonNull(open.get(parcel)).shipmentId())
                .filter(taken::add)
                .findFirst()
                .map(book::shipment)
                .orElseGet(() -> packer.shipment(order.seller(), order.id(), by));
        taken.add(shipment.id());
        for (ParcelPlan.Box box : together) {
            ParcelEntity parcel = box.parcel() == null
                    ? packer.parcel(shipment)
                    : packer.move(Objects.requireNonNull(open.get(box.parcel())), shipment);
            parcel.deal(by);
            parcel.give(box.weight(), box.size());
            for (ItemId item : box.items()) {
                packer.put(parcel, List.of(item), boxes.merge(item, 1, Integer::sum));
            }
        }
    }
}
