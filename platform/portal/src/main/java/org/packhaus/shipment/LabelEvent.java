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

/** A line in the history of a purchase: into which state it came, when, by whom and why. Never changed, only emptied with its buyer. */
@Entity
@Table(name = "label_event")
@Filter(name = "seller")
class LabelEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_event_seq")
    @SequenceGenerator(name = "label_event_seq", sequenceName = "label_event_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long purchaseId;
    private int attempt;
    private Instant at;

    @Enumerated(EnumType.STRING)
    private LabelState state;

    private String actor;

    @Nullable
    private String code;

    @Nullable
    private String text;

    @SuppressWarnings("NullAway.Init")
    protected LabelEvent() {}

    LabelEvent(LabelPurchase purchase, int attempt, Instant at, String actor, String code, String text) {
        this.sellerId = purchase.sellerId().value();
        this.purchaseId = purchase.id().value();
        this.attempt = attempt;
        this.at = at;
        this.state = purchase.state();
        this.actor = actor;
        this.code = code.isEmpty() ? null : LabelPurchase.cut(code, 80);
        this.text = text.isEmpty() ? null : LabelPurchase.cut(text, 2000);
    }

    int attempt() {
        return attempt;
    }

    LabelState state() {
        return state;
    }

    LedgerEntry entry() {
        return new LedgerEntry(at, state, attempt, actor, code == null ? "" : code, text == null ? "" : text);
    }
}
