package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Filter;

/** A returned piece that a case is about. */
@Entity
@Table(name = "case_return")
@IdClass(CaseReturn.Key.class)
@Filter(name = "seller")
class CaseReturn {
    @Id
    long caseId;

    @Id
    long pieceId;

    long sellerId;
    Instant linkedAt;

    @SuppressWarnings("NullAway.Init")
    protected CaseReturn() {}

    CaseReturn(SupportCase of, long pieceId, Instant now) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.pieceId = pieceId;
        this.linkedAt = now;
    }

    /** The whole row. */
    record Key(long caseId, long pieceId) implements Serializable {}
}
