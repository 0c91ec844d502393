package org.packhaus.returnnumber;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;

/** One number of a pool. It goes one way only and never to a second parcel, because the buyer may hold its label. */
@Entity
@Table(name = "return_pool_number")
@Filter(name = "seller")
class PoolNumber {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_pool_number_seq")
    @SequenceGenerator(name = "return_pool_number_seq", sequenceName = "return_pool_number_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String carrierCode;
    String number;

    @Enumerated(EnumType.STRING)
    State state = State.FREE;

    @Nullable
    Long orderId;

    @Nullable
    Long parcelId;

    Instant addedAt;

    @Nullable
    Instant usedAt;

    /** Where a number is on its way. */
    enum State {
        FREE,
        /** Kept for an order that is being booked. */
        RESERVED,
        /** A parcel has it. */
        USED
    }

    @SuppressWarnings("NullAway.Init")
    protected PoolNumber() {}

    PoolNumber(SellerId seller, String carrierCode, String number, Instant now) {
        this.sellerId = seller.value();
        this.carrierCode = carrierCode;
        this.number = number;
        this.addedAt = now;
    }

    long id() {
        return Objects.requireNonNull(id, "saved");
    }

    void reserve(OrderId order) {
        state = State.RESERVED;
        orderId = order.value();
    }

    void use(long parcel, Instant now) {
        state = State.USED;
        parcelId = parcel;
        usedAt = now;
    }
}
