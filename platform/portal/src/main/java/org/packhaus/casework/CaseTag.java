package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Filter;

/** A word people put on a case. */
@Entity
@Table(name = "case_tag")
@IdClass(CaseTag.Key.class)
@Filter(name = "seller")
class CaseTag {
    @Id
    long caseId;

    @Id
    String tag;

    long sellerId;

    @SuppressWarnings("NullAway.Init")
    protected CaseTag() {}

    CaseTag(SupportCase of, String tag) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.tag = tag;
    }

    /** The whole row. */
    record Key(long caseId, String tag) implements Serializable {}
}
