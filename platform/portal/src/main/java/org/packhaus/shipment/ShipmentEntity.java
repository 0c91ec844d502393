package org.packhaus.shipment;

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
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** What of one order leaves together, by one carrier. */
@Entity(name = "Shipment")
@Table(name = "shipment")
@Filter(name = "seller")
class ShipmentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shipment_seq")
    @SequenceGenerator(name = "shipment_seq", sequenceName = "shipment_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private int number;

    @Nullable
    private Long carrierConnectionId;

    private String carrierProduct;
    private String carrierReason;
    private String carrierDetail;
    private String carriersConsidered;
    private String services;
    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected ShipmentEntity() {}

    /** Its carrier is chosen when it is booked. */
    ShipmentEntity(SellerId seller, OrderId order, int number, Instant now, String by) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        this.number = number;
        this.carrierProduct = "";
        this.carrierReason = "";
        this.carrierDetail = "";
        this.carriersConsidered = "[]";
        this.services = "[]";
        this.createdAt = now;
        this.createdBy = by;
    }

    /** Nothing has been bought yet, so the present choice counts. */
    final void choose(CarrierPick pick) {
        carrierConnectionId = pick.connection().value();
        carrierProduct = pick.product();
        carrierReason = pick.reason().code();
        carrierDetail = pick.reason().detail();
        carriersConsidered = SdkJson.write(pick.reason().considered());
        services = SdkJson.writeServices(pick.services());
    }

    ShipmentId id() {
        return new ShipmentId(Objects.requireNonNull(id, "saved"));
    }

    SellerId sellerId() {
        return new SellerId(sellerId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    int number() {
        return number;
    }

    /** Who brings it with which product; empty until that is chosen. */
    Optional<CarrierPick> pick() {
        return carrierConnectionId == null
                ? Optional.empty()
                : Optional.of(new CarrierPick(
                        new ConnectionId(carrierConnectionId),
                        carrierProduct,
                        SdkJson.readServices(services),
                        new CarrierReason(carrierReason, carrierDetail, SdkJson.readConsidered(carriersConsidered))));
    }

    Instant createdAt() {
        return createdAt;
    }
}
