package org.packhaus.shipment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerId;

/** One box of a shipment. */
@Entity(name = "Parcel")
@Table(name = "parcel")
@Filter(name = "seller")
class ParcelEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel_seq")
    @SequenceGenerator(name = "parcel_seq", sequenceName = "parcel_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long shipmentId;
    private int number;
    private int generation = 1;

    @Column(name = "weight_g")
    private int weightG;

    @Nullable
    private Integer lengthMm;

    @Nullable
    private Integer widthMm;

    @Nullable
    private Integer heightMm;

    @Nullable
    private Instant discardedAt;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ParcelEntity() {}

    ParcelEntity(SellerId seller, OrderId order, ShipmentId shipment, int number, Weight weight, Instant now) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        this.shipmentId = shipment.value();
        this.number = number;
        this.weightG = weight.grams();
        this.createdAt = now;
    }

    /** A person wants another label for this box. */
    void nextGeneration() {
        generation++;
    }

    /** Nothing leaves in it. */
    void discard(Instant now) {
        discardedAt = now;
    }

    boolean isLive() {
        return discardedAt == null;
    }

    /** What lies in it has changed. */
    void measures(Weight weight, Optional<Dimensions> outside) {
        weightG = weight.grams();
        lengthMm = outside.map(Dimensions::length).orElse(null);
        widthMm = outside.map(Dimensions::width).orElse(null);
        heightMm = outside.map(Dimensions::height).orElse(null);
    }

    ParcelId id() {
        return new ParcelId(Objects.requireNonNull(id, "saved"));
    }

    SellerId sellerId() {
        return new SellerId(sellerId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    ShipmentId shipmentId() {
        return new ShipmentId(shipmentId);
    }

    int number() {
        return number;
    }

    int generation() {
        return generation;
    }

    Weight weight() {
        return Weight.grams(weightG);
    }

    Optional<Dimensions> dimensions() {
        return lengthMm == null || widthMm == null || heightMm == null
                ? Optional.empty()
                : Optional.of(new Dimensions(lengthMm, widthMm, heightMm));
    }
}
