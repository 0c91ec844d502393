package org.packhaus.shipment;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.DeliveryTerms;

/** Refuses plans that cannot be, each with what is the matter with it. */
final class PlanCheck {
    /** More boxes than that nobody packs for one order; it keeps a slip of the finger from becoming a thousand labels. */
    static final int MOST_PARCELS = 50;

    private final ShippableOrder order;
    private final Dealing dealing;
    private final ParcelPlan plan;

    PlanCheck(ShippableOrder order, Dealing dealing, ParcelPlan plan) {
        this.order = order;
        this.dealing = dealing;
        this.plan = plan;
    }

    void refuseWhatCannotBe() {
        if (order.freight()) {
            throw new ShipmentException(
                    "freight",
                    "Order " + order.orderNumber() + " goes by forwarder and has no parcels.",
                    order.orderNumber());
        }
        if (plan.parcels().size() > MOST_PARCELS) {
            throw new ShipmentException(
                    "too-many-parcels",
                    "At most " + MOST_PARCELS + " parcels can be made of one order.",
                    Integer.toString(MOST_PARCELS));
        }
        if (plan.parcels().isEmpty()
                && dealing.closed().isEmpty()
                && !plan.later().isEmpty()) {
            throw new ShipmentException(
                    "plan-empty",
                    "Nothing of order " + order.orderNumber()
                            + " would leave now. Put at least one piece into a parcel, or put the order on hold.",
                    order.orderNumber());
        }
        parcels();
        pieces();
        boxes();
    }

    private void parcels() {
        Set<ParcelId> open = dealing.open().stream().map(ParcelEntity::id).collect(Collectors.toSet());
        Set<ParcelId> closed = dealing.closed().stream().map(ParcelEntity::id).collect(Collectors.toSet());
        Set<ParcelId> seen = new HashSet<>();
        for (ParcelPlan.Box box : plan.parcels()) {
            if (box.items().isEmpty()) {
                throw new ShipmentException(
                        "parcel-empty", "A parcel has nothing in it. Put a piece into it, or take it away.");
            }
            ParcelId parcel = box.parcel();
            if (parcel == null) {
                continue;
            }
            if (closed.contains(parcel)) {
                throw new ShipmentException(
                        "parcel-labelled",
                        "A parcel of order " + order.orderNumber()
                                + " has a label by now, or it is being bought. Give the label back before its pieces are"
                                + " dealt.",
                        order.orderNumber());
            }
            if (!open.contains(parcel) || !seen.add(parcel)) {
                throw new ShipmentException(
                        "parcel-unknown",
                        "Order " + order.orderNumber() + " has no such parcel any more. Look at it again.");
            }
        }
    }

    private void pieces() {
        Map<ItemId, OrderItem> all = order.allItems().stream().collect(Collectors.toMap(OrderItem::id, item -> item));
        Set<ItemId> labelled = dealing.labelled();
        Set<ItemId> later = new HashSet<>();
        for (ItemId item : named()) {
            OrderItem piece = all.get(item);
            if (piece == null) {
                throw new ShipmentException(
                        "piece-unknown", "Order " + order.orderNumber() + " has no piece " + item + ".");
            }
            if (labelled.contains(item)) {
                throw new ShipmentException(
                        "piece-labelled",
                        piece.title() + " lies in a parcel whose label is bought or being bought."
                                + " Give that label back first.");
            }
            if (dealing.cancelling().contains(item)) {
                throw new ShipmentException(
                        "piece-cancelling",
                        piece.title() + " is being cancelled and stays here. Look at the order again.");
            }
            if (piece.state() != ChannelItem.State.PROCESSABLE || piece.kind() != DeliveryTerms.Kind.PARCEL) {
                throw new ShipmentException(
                        "piece-not-to-ship",
                        piece.title() + " is not to be packed: it is cancelled, sent, not released yet, or goes by"
                                + " forwarder.",
                        piece.title());
            }
        }
        for (ItemId item : plan.later()) {
            if (!later.add(item)) {
                throw twice();
            }
        }
        for (ParcelPlan.Box box : plan.parcels()) {
            Set<ItemId> here = new HashSet<>();
            for (ItemId item : box.items()) {
                if (!here.add(item) || later.contains(item)) {
                    throw twice();
                }
            }
        }
    }

    private List<ItemId> named() {
        return Stream.concat(
                        plan.parcels().stream().map(ParcelPlan.Box::items).flatMap(Collection::stream),
                        plan.later().stream())
                .toList();
    }

    /** The boxes of one piece are reported as one; whatever else lay in them would be reported with them. */
    private void boxes() {
        Map<ItemId, Set<Integer>> shipments = new HashMap<>();
        Map<ItemId, Integer> count = new HashMap<>();
        plan.parcels()
                .forEach(box -> box.items().forEach(item -> {
                    count.merge(item, 1, Integer::sum);
                    shipments.computeIfAbsent(item, key -> new HashSet<>()).add(box.shipment());
                }));
        for (ParcelPlan.Box box : plan.parcels()) {
            boolean shared = box.items().stream().anyMatch(item -> count.getOrDefault(item, 1) > 1);
            if (shared && box.items().size() > 1) {
                throw new ShipmentException(
                        "box-shared",
                        "A piece that comes in several boxes travels in boxes of its own. Take the other pieces out of"
                                + " them.");
            }
        }
        if (shipments.values().stream().anyMatch(one -> one.size() > 1)) {
            throw new ShipmentException("boxes-apart", "The boxes of one piece leave together, by one carrier.");
        }
    }

    private static ShipmentException twice() {
        return new ShipmentException("piece-twice", "A piece is named twice. It lies in one parcel, or stays here.");
    }
}
