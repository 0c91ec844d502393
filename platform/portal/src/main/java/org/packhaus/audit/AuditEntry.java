package org.packhaus.audit;

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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

@Entity
@Immutable
@Table(name = "audit_entry")
@Filter(name = "seller")
class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_seq")
    @SequenceGenerator(name = "audit_entry_seq", sequenceName = "audit_entry_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Nullable
    private Long sellerId;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    @Nullable
    private Long actorId;

    private String actorName;
    private String action;
    private String subjectType;
    private long subjectId;
    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(Instant at, @Nullable SellerId seller, Actor actor, String action, Subject subject, String detail) {
        this.at = at;
        this.sellerId = seller == null ? null : seller.value();
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.actorName = actor.name();
        this.action = action;
        this.subjectType = subject.type();
        this.subjectId = subject.id();
        this.detail = detail;
    }

    long id() {
        return id == null ? 0 : id;
    }

    Instant at() {
        return at;
    }

    @Nullable
    SellerId seller() {
        return sellerId == null ? null : new SellerId(sellerId);
    }

    Actor actor() {
        return new Actor(actorKind, actorId, actorName);
    }

    String action() {
        return action;
    }

    Subject subject() {
        return new Subject(subjectType, subjectId);
    }

    String detail() {
        return detail;
    }
}
