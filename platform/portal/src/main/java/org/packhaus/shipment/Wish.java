package org.packhaus.shipment;

import java.util.List;
import java.util.Optional;
import org.packhaus.order.OrderItem;

/**
 * A parcel that is to be booked.
 *
 * @param parcel the one there is; empty if it is still to be made
 * @param shipment parcels that leave together have the same
 * @param items what lies in it by now
 * @param box which of its piece's boxes it is, from 1
 * @param boxes over how many parcels its pieces lie
 */
record Wish(Optional<ParcelEntity> parcel, String shipment, List<OrderItem> items, int box, int boxes) {
    Wish {
        items = List.copyOf(items);
    }

    boolean isDealt() {
        return parcel.filter(ParcelEntity::isDealt).isPresent();
    }

    /** What a person measured comes before what the catalogue says. */
    Packing packing(int defaultGrams) {
        Packing byCatalogue = Packing.of(items, boxes, defaultGrams);
        return new Packing(
                parcel.flatMap(ParcelEntity::givenWeight).or(byCatalogue::weight),
                parcel.flatMap(ParcelEntity::givenSize).or(byCatalogue::dimensions));
    }
}
