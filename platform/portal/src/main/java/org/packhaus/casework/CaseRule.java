package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Filter;
import org.packhaus.seller.SellerId;

/** How a seller answers. */
@Entity
@Table(name = "case_rule")
@Filter(name = "seller")
class CaseRule {
    /** A working day. */
    static final int DEFAULT_HOURS = 8;

    @Id
    long sellerId;

    @Version
    int version;

    int answerHours = DEFAULT_HOURS;

    @SuppressWarnings("NullAway.Init")
    protected CaseRule() {}

    CaseRule(SellerId seller) {
        this.sellerId = seller.value();
    }
}
