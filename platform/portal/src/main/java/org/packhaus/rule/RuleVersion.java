package org.packhaus.rule;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A seller's rules as they were saved once; never changed. The highest number counts. */
@Entity
@Table(name = "rule_version")
@Filter(name = "seller")
class RuleVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "rule_version_seq")
    @SequenceGenerator(name = "rule_version_seq", sequenceName = "rule_version_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    int number;
    String rules;
    Instant savedAt;
    String savedBy;

    @Nullable
    Integer restoredFrom;

    @SuppressWarnings("NullAway.Init")
    protected RuleVersion() {}

    RuleVersion(
            SellerId seller,
            int number,
            List<ShippingRule> rules,
            Instant now,
            String by,
            @Nullable Integer restoredFrom) {
        this.sellerId = seller.value();
        this.number = number;
        this.rules = RuleJson.writeRules(rules);
        this.savedAt = now;
        this.savedBy = by;
        this.restoredFrom = restoredFrom;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("these rules have not been saved yet");
        }
        return id;
    }

    RuleSet view() {
        return new RuleSet(new SellerId(sellerId), number, RuleJson.readRules(rules), savedAt, savedBy, restoredFrom);
    }
}
