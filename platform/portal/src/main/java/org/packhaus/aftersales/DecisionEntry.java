package org.packhaus.aftersales;

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
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.ReturnDecision;

/** A decision in the ledger. Each method is one step and refuses to be any other. */
@Entity
@Table(name = "return_decision")
@Filter(name = "seller")
class DecisionEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_decision_seq")
    @SequenceGenerator(name = "return_decision_seq", sequenceName = "return_decision_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long connectionId;
    private long pieceId;
    private String channelOrderId;
    private String channelItemId;

    @Enumerated(EnumType.STRING)
    private ReturnDecision.Verdict verdict;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_condition")
    private ItemCondition condition;

    private String reason;

    @Enumerated(EnumType.STRING)
    private DecisionState state = DecisionState.WANTED;

    @Nullable
    private Integer open = 1;

    @Nullable
    private String calling;

    @Nullable
    private Instant leaseUntil;

    private Instant since;
    private Instant dueAt;
    private int tries;

    @Nullable
    private String problemCode;

    @Nullable
    private String problemText;

    private Instant wantedAt;
    private String wantedBy;

    @SuppressWarnings("NullAway.Init")
    protected DecisionEntry() {}

    DecisionEntry(
            ReturnPiece piece,
            ReturnDecision.Verdict verdict,
            ItemCondition condition,
            String reason,
            Instant now,
            String by) {
        this.sellerId = piece.sellerId;
        this.connectionId = piece.connectionId;
        this.pieceId = piece.id().value();
        this.channelOrderId = piece.channelOrderId;
        this.channelItemId = piece.channelItemId;
        this.verdict = verdict;
        this.condition = condition;
        this.reason = reason;
        this.since = now;
        this.dueAt = now;
        this.wantedAt = now;
        this.wantedBy = by;
    }

    /** Committed before the first byte; only the committer sends. */
    void send(String call, Instant now, Instant leaseEnds) {
        into(DecisionState.SENDING, EnumSet.of(DecisionState.WANTED), now);
        calling = call;
        leaseUntil = leaseEnds;
        dueAt = leaseEnds;
    }

    void unclear(String code, String text, Instant now, Instant due) {
        into(DecisionState.UNCLEAR, EnumSet.of(DecisionState.SENDING), now);
        putOff(code, text, due);
    }

    /** Certainly not taken: it may be sent again. */
    void hadNoEffect(String code, String text, Instant now, Instant due) {
        into(DecisionState.WANTED, EnumSet.of(DecisionState.SENDING, DecisionState.UNCLEAR), now);
        putOff(code, text, due);
    }

    void taken(Instant now) {
        into(DecisionState.TAKEN, EnumSet.of(DecisionState.SENDING, DecisionState.UNCLEAR, DecisionState.WANTED), now);
        open = null;
    }

    void refused(String code, String text, Instant now) {
        into(
                DecisionState.REFUSED,
                EnumSet.of(DecisionState.SENDING, DecisionState.WANTED, DecisionState.UNCLEAR),
                now);
        open = null;
        problem(code, text);
    }

    void putOff(String code, String text, Instant due) {
        problem(code, text);
        dueAt = due;
        tries++;
    }

    private void into(DecisionState wanted, Set<DecisionState> from, Instant now) {
        if (!from.contains(state)) {
            throw new IllegalStateException("decision " + id + " is " + state + " and cannot become " + wanted);
        }
        since = now;
        state = wanted;
        leaseUntil = null;
        problemCode = null;
        problemText = null;
    }

    private void problem(String code, String text) {
        problemCode = ReturnPiece.cut(code, 80);
        problemText = ReturnPiece.cut(text, 1000);
    }

    /** Its caller is dead for certain. */
    boolean isForsaken(Instant now) {
        return state == DecisionState.SENDING && leaseUntil != null && now.isAfter(leaseUntil);
    }

    boolean isDue(DecisionState wanted, Instant now) {
        return state == wanted && !now.isBefore(dueAt);
    }

    ReturnDecision decision() {
        return new ReturnDecision(channelOrderId, channelItemId, verdict, condition, reason);
    }

    ReturnDecision.Verdict verdict() {
        return verdict;
    }

    ItemCondition condition() {
        return condition;
    }

    String reason() {
        return reason;
    }

    DecisionState state() {
        return state;
    }

    long pieceId() {
        return pieceId;
    }

    long id() {
        return Objects.requireNonNull(id, "saved");
    }

    String channelItemId() {
        return channelItemId;
    }

    Instant since() {
        return since;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant wantedAt() {
        return wantedAt;
    }

    String wantedBy() {
        return wantedBy;
    }

    int tries() {
        return tries;
    }
}
