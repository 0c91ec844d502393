package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.aftersales.CutRow.State;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Money;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** Part of a piece's price that goes back, in the ledger. Each method is one step and refuses to be any other. */
@Entity
@Table(name = "price_cut")
@Filter(name = "seller")
class PriceCut {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price_cut_seq")
    @SequenceGenerator(name = "price_cut_seq", sequenceName = "price_cut_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long connectionId;
    private long orderId;
    private long itemId;
    private String channelOrderId;
    private String channelItemId;
    private BigDecimal amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private State state = State.WANTED;

    @Nullable
    private Integer open = 1;

    @Nullable
    private Integer watched = 1;

    @Nullable
    private Integer heldBefore;

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
    protected PriceCut() {}

    PriceCut(ChannelPiece piece, Money amount, Instant now, String by) {
        this.sellerId = piece.seller().value();
        this.connectionId = piece.channel().value();
        this.orderId = piece.order().value();
        this.itemId = piece.item().value();
        this.channelOrderId = piece.channelOrderId();
        this.channelItemId = piece.channelItemId();
        this.amount = amount.amount();
        this.currency = amount.currency().getCurrencyCode();
        this.since = now;
        this.dueAt = now;
        this.wantedAt = now;
        this.wantedBy = by;
    }

    /** Committed before the first byte. @param held how many the channel holds of the piece now: what comes on top is this one */
    void send(int held, Instant now, Instant leaseEnds) {
        into(State.SENDING, EnumSet.of(State.WANTED), now);
        heldBefore = held;
        leaseUntil = leaseEnds;
        dueAt = leaseEnds;
    }

    void unclear(String code, String text, Instant now, Instant due) {
        into(State.UNCLEAR, EnumSet.of(State.SENDING), now);
        putOff(code, text, due);
    }

    void hadNoEffect(String code, String text, Instant now, Instant due) {
        into(State.WANTED, EnumSet.of(State.SENDING, State.UNCLEAR), now);
        putOff(code, text, due);
    }

    void initiated(Instant now, Instant due) {
        into(State.INITIATED, EnumSet.of(State.SENDING, State.UNCLEAR), now);
        open = null;
        tries = 0;
        dueAt = due;
    }

    /** The channel's last word. */
    void ended(State last, Instant now) {
        into(last, EnumSet.of(State.INITIATED, State.UNCLEAR, State.SENDING), now);
        open = null;
        watched = null;
    }

    void refused(String code, String text, Instant now) {
        into(State.REFUSED, EnumSet.of(State.SENDING, State.WANTED), now);
        open = null;
        watched = null;
        problem(code, text);
    }

    void putOff(String code, String text, Instant due) {
        problem(code, text);
        dueAt = due;
        tries++;
    }

    private void into(State wanted, Set<State> from, Instant now) {
        if (!from.contains(state)) {
            throw new IllegalStateException("refund " + id + " is " + state + " and cannot become " + wanted);
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

    boolean isForsaken(Instant now) {
        return state == State.SENDING && leaseUntil != null && now.isAfter(leaseUntil);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    /** Whether it takes something off what may still be given back. */
    boolean counts() {
        return state != State.REJECTED && state != State.REFUSED;
    }

    CutId id() {
        return new CutId(Objects.requireNonNull(id, "saved"));
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    ConnectionId channel() {
        return new ConnectionId(connectionId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    ItemId item() {
        return new ItemId(itemId);
    }

    String channelOrderId() {
        return channelOrderId;
    }

    String channelItemId() {
        return channelItemId;
    }

    Money amount() {
        return Money.of(amount, currency);
    }

    State state() {
        return state;
    }

    int heldBefore() {
        return heldBefore == null ? 0 : heldBefore;
    }

    int tries() {
        return tries;
    }

    Instant since() {
        return since;
    }

    CutRow row() {
        return new CutRow(
                id(),
                order(),
                item(),
                amount(),
                state,
                since,
                wantedAt,
                wantedBy,
                Objects.requireNonNullElse(problemCode, ""),
                Objects.requireNonNullElse(problemText, ""));
    }
}
