package org.packhaus.shipment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.packhaus.order.ItemId;
import org.packhaus.order.JointOrders;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.springframework.stereotype.Component;

/** Puts pieces of several orders into the parcels of one, and takes them out again. Every method runs inside the caller's transaction. */
@Component
class JointParcels {
    /** Money is spent, or may be. */
    private static final Set<LabelState> PAID = EnumSet.of(
            LabelState.SENDING, LabelState.CONFIRMED, LabelState.UNCLEAR, LabelState.NEEDS_PERSON, LabelState.VOIDING);

    private final ShipmentBook book;
    private final Packer packer;
    private final ShipmentStates states;
    private final OrderService orders;
    private final JointOrders joint;

    JointParcels(ShipmentBook book, Packer packer, ShipmentStates states, OrderService orders, JointOrders joint) {
        this.book = book;
        this.packer = packer;
        this.states = states;
        this.orders = orders;
        this.joint = joint;
    }

    /** A label of theirs, there or back, that is paid or may be; one given back is none. */
    Optional<LabelPurchase> paid(Collection<OrderId> some) {
        return Stream.concat(book.purchasesOf(some).stream(), book.returnPurchasesOf(some).stream())
                .filter(label -> PAID.contains(label.state()))
                .findFirst();
    }

    /** Empties their parcels, none of which has a label that counts. What booking packs then is packed anew. */
    void clear(Collection<OrderId> some) {
        live(some).forEach(parcel -> {
            book.lock(parcel);
            packer.giveUp(parcel);
        });
        book.flush();
    }

    private List<ParcelEntity> live(Collection<OrderId> some) {
        return book.liveParcelsOf(some).stream()
                .sorted(Comparator.comparing(ParcelEntity::id))
                .toList();
    }

    /**
     * The order leaves by itself from now on, if it left with others; of those that it led, the most urgent one leads. While a label is
     * paid nothing changes: what lies in one parcel belongs together.
     */
    void leave(OrderId order) {
        List<OrderId> together = joint.together(order);
        OrderId lead = together.getFirst();
        if (together.size() == 1 || paid(List.of(lead)).isPresent()) {
            return;
        }
        List<OrderId> rest = new ArrayList<>(together);
        rest.remove(order);
        if (order.equals(lead)) {
            clear(List.of(lead));
            follow(rest);
        } else {
            takeOut(order, lead);
            joint.send(order, null);
        }
        book.flush();
        states.tell(order);
        states.tell(rest.getFirst());
        together.forEach(one -> orders.timeline(one, "sent-apart", number(order)));
    }

    private String number(OrderId order) {
        return orders.rows(List.of(order)).stream()
                .findFirst()
                .map(OrderRow::orderNumber)
                .orElse("");
    }

    /** The most urgent of them leads. @return which one that is */
    OrderId follow(Collection<OrderId> some) {
        OrderId lead = orders.rows(some).stream()
                .min(Comparator.comparing(OrderRow::shipBy, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OrderRow::id))
                .orElseThrow()
                .id();
        some.forEach(order -> joint.send(order, order.equals(lead) ? null : lead));
        return lead;
    }

    private void takeOut(OrderId order, OrderId lead) {
        Set<ItemId> own = joint.pieces(List.of(order)).getOrDefault(order, Set.of());
        for (ParcelEntity parcel : live(List.of(lead))) {
            List<ParcelItem> inside = packer.places(parcel);
            List<ParcelItem> leaving =
                    inside.stream().filter(place -> own.contains(place.item())).toList();
            if (leaving.isEmpty()) {
                continue;
            }
            book.lock(parcel);
            if (leaving.size() == inside.size()) {
                packer.giveUp(parcel);
            } else {
                leaving.forEach(ParcelItem::takeOut);
                parcel.forgetMeasures();
            }
        }
        book.flush();
    }
}
