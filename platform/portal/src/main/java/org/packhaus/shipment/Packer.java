package org.packhaus.shipment;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderItem;
import org.packhaus.order.ShippableOrder;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Puts pieces into parcels and parcels into shipments. Every method runs inside the caller's transaction. */
@Component
class Packer {
    /** Who says what lies in the boxes of a piece that comes in several. */
    private static final String ITSELF = "packhaus";

    private final ShipmentBook book;
    private final Clock clock;

    Packer(ShipmentBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /** Takes out what is not to be shipped any more, and gives up parcels in which nothing is left. */
    void clear(Dealing dealing) {
        dealing.gone().forEach(ParcelItem::takeOut);
        dealing.emptied().forEach(this::giveUp);
        // Hibernate inserts before it updates: what leaves a parcel must have left before it comes into another.
        book.flush();
    }

    /** The parcel, with what is to lie in it. @param shipments made in this turn, by the number of the wish */
    ParcelEntity pack(
            ShippableOrder order,
            Wish wish,
            Packing packing,
            CarrierPick pick,
            Map<String, ShipmentEntity> shipments,
            String by) {
        ParcelEntity parcel = wish.parcel().orElseGet(() -> {
            ShipmentEntity shipment =
                    shipments.computeIfAbsent(wish.shipment(), key -> shipment(order.seller(), order.id(), by));
            ParcelEntity made = parcel(shipment);
            if (wish.boxes() > 1) {
                made.deal(ITSELF);
            }
            return made;
        });
        book.shipment(parcel.shipmentId()).choose(pick);
        parcel.measures(packing.weight().orElseThrow(), packing.dimensions());
        put(parcel, wish.items().stream().map(OrderItem::id).toList(), wish.box());
        return parcel;
    }

    /** A shipment without a carrier yet. */
    ShipmentEntity shipment(SellerId seller, OrderId order, String by) {
        int number = book.shipmentsOf(List.of(order)).size() + 1;
        var shipment = new ShipmentEntity(seller, order, number, clock.instant(), by);
        book.add(shipment);
        book.flush();
        return shipment;
    }

    ParcelEntity parcel(ShipmentEntity shipment) {
        var parcel =
                new ParcelEntity(shipment.sellerId(), shipment.order(), shipment.id(), next(shipment), clock.instant());
        book.add(parcel);
        return parcel;
    }

    /** Into that shipment, if it is not in it already. */
    ParcelEntity move(ParcelEntity parcel, ShipmentEntity shipment) {
        if (!parcel.shipmentId().equals(shipment.id())) {
            parcel.moveTo(shipment.id(), next(shipment));
            book.flush();
        }
        return parcel;
    }

    /** Given-up parcels keep their number. */
    private int next(ShipmentEntity shipment) {
        return book.parcelsOf(List.of(shipment.order())).stream()
                        .filter(parcel -> parcel.shipmentId().equals(shipment.id()))
                        .mapToInt(ParcelEntity::number)
                        .max()
                        .orElse(0)
                + 1;
    }

    /** Puts those pieces into it that do not lie there yet. */
    void put(ParcelEntity parcel, List<ItemId> items, int box) {
        Set<ItemId> inside = places(parcel).stream().map(ParcelItem::item).collect(Collectors.toSet());
        items.stream()
                .filter(item -> !inside.contains(item))
                .forEach(item -> book.add(new ParcelItem(parcel, item, box)));
        book.flush();
    }

    List<ParcelItem> places(ParcelEntity parcel) {
        return book.itemsOf(List.of(parcel.order())).stream()
                .filter(place -> place.parcelId().equals(parcel.id()))
                .toList();
    }

    /** Nothing leaves in it; a label that was wanted for it is not wanted any more. */
    void giveUp(ParcelEntity parcel) {
        places(parcel).forEach(ParcelItem::takeOut);
        parcel.discard(clock.instant());
        book.purchasesOf(List.of(parcel.order())).stream()
                .filter(p -> p.parcelId().equals(parcel.id()) && p.state() == LabelState.PLANNED)
                .forEach(p -> p.rest("parcel-given-up", "Nothing is left in the parcel; its pieces were dealt anew."));
    }
}
