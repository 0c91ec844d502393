package org.packhaus.aftersales;

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
import org.packhaus.sdk.ReturnParcel;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** A parcel that comes back, and how far it is; its steps are kept beside it. */
@Entity(name = "ReturnParcelRow")
@Table(name = "return_parcel")
@Filter(name = "seller")
class ReturnParcelRow {
    /** As {@link ReturnParcel.State}, under a name of our own: what is stored must not change with the SDK. */
    enum Way {
        ANNOUNCED,
        ON_THE_WAY,
        DELIVERED;

        static Way of(ReturnParcel.State state) {
            return switch (state) {
                case ANNOUNCED -> ANNOUNCED;
                case ON_THE_WAY -> ON_THE_WAY;
                case DELIVERED -> DELIVERED;
            };
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_parcel_seq")
    @SequenceGenerator(name = "return_parcel_seq", sequenceName = "return_parcel_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    long sellerId;
    long connectionId;
    String channelParcelId;
    String carrierCode;
    String number;

    @Enumerated(EnumType.STRING)
    Way state = Way.ANNOUNCED;

    Instant stateAt;

    @SuppressWarnings("NullAway.Init")
    protected ReturnParcelRow() {}

    ReturnParcelRow(SellerId seller, ConnectionId channel, ReturnParcel parcel, Instant now) {
        this.sellerId = seller.value();
        this.connectionId = channel.value();
        this.channelParcelId = parcel.id();
        this.carrierCode = ReturnPiece.cut(parcel.number().carrierCode(), 40);
        this.number = ReturnPiece.cut(parcel.number().number(), 60);
        this.stateAt =
                parcel.steps().isEmpty() ? now : parcel.steps().getFirst().at();
    }

    /** A parcel does not go backwards: what is told late was before. */
    void step(Way step, Instant at) {
        if (step.ordinal() > state.ordinal()) {
            state = step;
            stateAt = at;
        }
    }

    @Nullable
    Instant arrivedAt() {
        return state == Way.DELIVERED ? stateAt : null;
    }

    long id() {
        return Objects.requireNonNull(id, "saved");
    }
}
