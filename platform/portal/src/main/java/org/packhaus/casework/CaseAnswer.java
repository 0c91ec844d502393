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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** What goes out. {@code SENDING} is committed before the first byte leaves, as with labels and reports. */
@Entity
@Table(name = "case_answer")
@Filter(name = "seller")
class CaseAnswer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_answer_seq")
    @SequenceGenerator(name = "case_answer_seq", sequenceName = "case_answer_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long caseId;
    String reference;

    @Enumerated(EnumType.STRING)
    AnswerState state = AnswerState.PLANNED;

    @Enumerated(EnumType.STRING)
    ContactReason reason;

    String recipient;
    String subject;

    @Column(columnDefinition = "mediumtext")
    String body;

    /** Ids, one a line. */
    @Column(columnDefinition = "text")
    String thread;

    String actor;
    Instant writtenAt;

    @Nullable
    Instant leaseUntil;

    @Nullable
    String errorCode;

    @Nullable
    String errorText;

    @Nullable
    Instant sentAt;

    @Nullable
    String messageId;

    @SuppressWarnings("NullAway.Init")
    protected CaseAnswer() {}

    CaseAnswer(
            SupportCase of,
            String reference,
            ContactReason reason,
            String subject,
            String body,
            List<String> thread,
            String actor,
            Instant now) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.reference = reference;
        this.reason = reason;
        this.recipient = of.buyerAddress;
        this.subject = Clean.cut(subject, 500);
        this.body = body;
        this.thread = String.join("\n", thread);
        this.actor = Clean.cut(actor, 120);
        this.writtenAt = now;
    }

    void failed(AnswerState became, String code, String text) {
        state = became;
        leaseUntil = null;
        errorCode = Clean.cut(code, 80);
        errorText = Clean.cut(text, 1000);
    }

    void sent(@Nullable String id, Instant now) {
        state = AnswerState.SENT;
        leaseUntil = null;
        errorCode = null;
        errorText = null;
        sentAt = now;
        messageId = id == null ? null : Clean.cut(id, 320);
    }

    List<String> threadIds() {
        return thread.lines().toList();
    }

    AnswerId id() {
        return new AnswerId(Objects.requireNonNull(id));
    }

    CaseLine line(List<CaseLine.File> files) {
        return new CaseLine.Out(writtenAt, id(), state, reason, actor, recipient, body, errorText, sentAt, files);
    }
}
