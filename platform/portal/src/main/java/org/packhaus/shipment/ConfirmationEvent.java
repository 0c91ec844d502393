package org.packhaus.shipment;

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

/** A line in the history of a report to the channel. Never changed, only emptied with its buyer. */
@Entity
@Table(name = "confirmation_event")
@Filter(name = "seller")
class ConfirmationEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "confirmation_event_seq")
    @SequenceGenerator(name = "confirmation_event_seq", sequenceName = "confirmation_event_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long confirmationId;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private ConfirmationState state;

    private String actor;

    @Nullable
    private String code;

    @Nullable
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected ConfirmationEvent() {}

    ConfirmationEvent(ConfirmationEntity confirmation, Instant at, String actor, String code, String text) {
        this.sellerId = confirmation.sellerId().value();
        this.confirmationId = confirmation.id().value();
        this.at = at;
        this.state = confirmation.state();
        this.actor = actor;
        this.code = code.isEmpty() ? null : LabelPurchase.cut(code, 80);
        this.text = text.isEmpty() ? null : LabelPurchase.cut(text, 2000);
    }
}
