package org.packhaus.dayend;

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
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerId;

/** One closing of a carrier's day, asked for until the carrier knows. There is at most one unfinished one of a connection. */
@Entity
@Table(name = "day_close")
@Filter(name = "seller")
class DayClose {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "day_close_seq")
    @SequenceGenerator(name = "day_close_seq", sequenceName = "day_close_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long connectionId;
    private String carrier;

    @Enumerated(EnumType.STRING)
    private CloseState state = CloseState.WANTED;

    @Nullable
    private Integer unfinished = 1;

    private int attempt;
    private int parcels;

    @Column(name = "weight_g")
    private long weightG;

    private Instant since;

    @Nullable
    private Instant leaseUntil;

    @Nullable
    private Instant dueAt;

    @Nullable
    private String problemCode;

    @Nullable
    private String problemText;

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected DayClose() {}

    DayClose(ConnectionRow connection, int parcels, Instant now, String by) {
        this.sellerId = connection.seller().value();
        this.connectionId = connection.id().value();
        this.carrier = connection.name();
        this.parcels = parcels;
        this.since = now;
        this.createdAt = now;
        this.createdBy = by;
    }

    /** A person asks for it once more. */
    void want(int open, Instant now) {
        require(state == CloseState.FAILED || state == CloseState.WANTED, CloseState.WANTED);
        into(CloseState.WANTED, now);
        parcels = open;
    }

    /** From now on only the committer of this calls, until the lease is over. */
    void ask(int open, long grams, Instant now, Instant leaseEnds) {
        require(state != CloseState.CLOSED && !isBeingAsked(now), CloseState.ASKING);
        into(CloseState.ASKING, now);
        attempt++;
        parcels = open;
        weightG = grams;
        leaseUntil = leaseEnds;
    }

    /** @param due when it is asked again by itself */
    void fail(String code, String text, Instant now, @Nullable Instant due) {
        require(state == CloseState.ASKING, CloseState.FAILED);
        into(CloseState.FAILED, now);
        problemCode = cut(code, 80);
        problemText = cut(text, 2000);
        dueAt = due;
    }

    void close(int closed, long grams, Instant now) {
        require(state != CloseState.CLOSED, CloseState.CLOSED);
        into(CloseState.CLOSED, now);
        parcels = closed;
        weightG = grams;
        unfinished = null;
    }

    private void into(CloseState wanted, Instant now) {
        state = wanted;
        since = now;
        leaseUntil = null;
        dueAt = null;
        problemCode = null;
        problemText = null;
    }

    private void require(boolean possible, CloseState wanted) {
        if (!possible) {
            throw new IllegalStateException("closing " + id + " is " + state + " and cannot become " + wanted);
        }
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    /** Its caller may still be waiting for the answer. */
    boolean isBeingAsked(Instant now) {
        return state == CloseState.ASKING && leaseUntil != null && now.isBefore(leaseUntil);
    }

    /** The caller of that attempt may write its answer down: nobody took over. */
    boolean awaits(int asked) {
        return state == CloseState.ASKING && attempt == asked;
    }

    long id() {
        return Objects.requireNonNull(id, "saved");
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    ConnectionId connection() {
        return new ConnectionId(connectionId);
    }

    String carrier() {
        return carrier;
    }

    CloseState state() {
        return state;
    }

    int attempt() {
        return attempt;
    }

    Instant since() {
        return since;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    ClosingRow row(List<ClosingRow.Paper> papers) {
        return new ClosingRow(
                id(),
                seller(),
                connection(),
                carrier,
                state,
                parcels,
                weightG,
                since,
                dueAt,
                Objects.requireNonNullElse(problemCode, ""),
                Objects.requireNonNullElse(problemText, ""),
                createdBy,
                papers);
    }
}
