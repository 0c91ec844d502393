package org.packhaus.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.BuyerMessage;

/** What came in or was done. Never changed; emptied with the buyer. */
@Entity
@Table(name = "case_entry")
@Filter(name = "seller")
class CaseEntry {
    /** What it is. */
    enum Kind {
        PERSON,
        AUTOMATIC,
        NOTE,
        CHANGE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_entry_seq")
    @SequenceGenerator(name = "case_entry_seq", sequenceName = "case_entry_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long caseId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String code = "";
    Instant happenedAt;
    String actor;
    String address = "";

    @Column(columnDefinition = "mediumtext")
    String body = "";

    @Column(columnDefinition = "mediumtext")
    String safeHtml = "";

    @Nullable
    Long connectionId;

    @Nullable
    @Column(columnDefinition = "char(64)")
    String messageKey;

    @Nullable
    String messageId;

    @SuppressWarnings("NullAway.Init")
    protected CaseEntry() {}

    private CaseEntry(SupportCase of, Kind kind, String actor, Instant at) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.kind = kind;
        this.actor = Clean.cut(actor, 120);
        this.happenedAt = at;
    }

    static CaseEntry message(SupportCase of, BuyerMessage message, String key) {
        CaseEntry entry = new CaseEntry(
                of,
                message.kind() == BuyerMessage.Kind.PERSON ? Kind.PERSON : Kind.AUTOMATIC,
                Clean.line(message.fromName()),
                message.at());
        entry.address = Clean.cut(Clean.address(message.from()), 320);
        entry.body = Clean.text(message.text());
        entry.safeHtml = SafeHtml.of(message.html());
        entry.connectionId = of.connectionId;
        entry.messageKey = key;
        entry.messageId = Clean.cut(message.id(), 320);
        return entry;
    }

    static CaseEntry note(SupportCase of, String by, String text, Instant now) {
        CaseEntry entry = new CaseEntry(of, Kind.NOTE, by, now);
        entry.body = Clean.text(text);
        return entry;
    }

    static CaseEntry change(SupportCase of, String by, String code, String text, Instant now) {
        CaseEntry entry = new CaseEntry(of, Kind.CHANGE, by, now);
        entry.code = code;
        entry.body = text;
        return entry;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    CaseLine line(List<CaseLine.File> files) {
        return switch (kind) {
            case PERSON -> new CaseLine.In(happenedAt, false, actor, address, body, safeHtml, files);
            case AUTOMATIC -> new CaseLine.In(happenedAt, true, actor, address, body, safeHtml, files);
            case NOTE -> new CaseLine.Note(happenedAt, actor, body);
            case CHANGE -> new CaseLine.Change(happenedAt, actor, code, body);
        };
    }
}
