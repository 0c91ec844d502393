package org.packhaus.claim;

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

/** What was done about a claim; appended to, only its words go with the buyer. */
@Entity
@Table(name = "claim_event")
@Filter(name = "seller")
class ClaimEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "claim_event_seq")
    @SequenceGenerator(name = "claim_event_seq", sequenceName = "claim_event_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private long claimId;
    private Instant happenedAt;
    private String actor;
    private String code;

    @Enumerated(EnumType.STRING)
    private ClaimState state;

    private String text;

    @SuppressWarnings("NullAway.Init")
    protected ClaimEvent() {}

    ClaimEvent(Claim claim, Instant at, String actor, String code, String text) {
        this.sellerId = claim.seller().value();
        this.orderId = claim.order().value();
        this.claimId = claim.id().value();
        this.happenedAt = at;
        this.actor = actor;
        this.code = code;
        this.state = claim.state();
        this.text = text;
    }

    ClaimLine line() {
        return new ClaimLine(happenedAt, actor, code, state, text);
    }
}
