package org.packhaus.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ItemId;

/** A piece in a parcel. */
@Entity
@Table(name = "parcel_item")
@Filter(name = "seller")
class ParcelItem {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel_item_seq")
    @SequenceGenerator(name = "parcel_item_seq", sequenceName = "parcel_item_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private long parcelId;
    private long orderItemId;
    private int box = 1;

    @Nullable
    private Integer live = 1;

    protected ParcelItem() {}

    ParcelItem(ParcelEntity parcel, ItemId item) {
        this(parcel, item, 1);
    }

    /** @param box which of the piece's boxes lies in the parcel, from 1 */
    ParcelItem(ParcelEntity parcel, ItemId item, int box) {
        this.box = box;
        this.sellerId = parcel.sellerId().value();
        this.orderId = parcel.order().value();
        this.parcelId = parcel.id().value();
        this.orderItemId = item.value();
    }

    /** It is not in this parcel any more; that it was stays written. */
    void takeOut() {
        live = null;
    }

    ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    int box() {
        return box;
    }

    ItemId item() {
        return new ItemId(orderItemId);
    }
}
