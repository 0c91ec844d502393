package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Filter;

/** A claim to a carrier that a case is about. */
@Entity
@Table(name = "case_claim")
@IdClass(CaseClaim.Key.class)
@Filter(name = "seller")
class CaseClaim {
    @Id
    long caseId;

    @Id
    long claimId;

    long sellerId;
    Instant linkedAt;

    @SuppressWarnings("NullAway.Init")
    protected CaseClaim() {}

    CaseClaim(SupportCase of, long claimId, Instant now) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.claimId = claimId;
        this.linkedAt = now;
    }

    /** The whole row. */
    record Key(long caseId, long claimId) implements Serializable {}
}
