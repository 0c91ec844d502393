package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ReturnParcel;

/** A line in the history of a parcel that comes back. Never changed, only emptied with its buyer. */
@Entity
@Table(name = "return_step")
@Filter(name = "seller")
class ReturnStep {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_step_seq")
    @SequenceGenerator(name = "return_step_seq", sequenceName = "return_step_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long parcelId;

    @Enumerated(EnumType.STRING)
    private ReturnParcelRow.Way state;

    private Instant happenedAt;
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected ReturnStep() {}

    ReturnStep(ReturnParcelRow parcel, ReturnParcel.Step step) {
        this.sellerId = parcel.sellerId;
        this.parcelId = parcel.id();
        this.state = ReturnParcelRow.Way.of(step.state());
        this.happenedAt = step.at();
        this.text = ReturnPiece.cut(step.text(), 500);
    }

    boolean is(ReturnParcel.Step step) {
        return state == ReturnParcelRow.Way.of(step.state()) && happenedAt.equals(step.at());
    }

    ReturnDetails.Step view() {
        return new ReturnDetails.Step(
                ReturnStage.valueOf(state == ReturnParcelRow.Way.DELIVERED ? "ARRIVED" : state.name()),
                happenedAt,
                text);
    }
}
