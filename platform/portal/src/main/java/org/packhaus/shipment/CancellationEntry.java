package org.packhaus.shipment;

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
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ItemId;
import org.packhaus.seller.ConnectionId;

/** A piece the seller cannot ship. Asking the channel twice does no harm, so nothing is looked up after a lost answer. */
@Entity
@Table(name = "piece_cancellation")
@Filter(name = "seller")
class CancellationEntry {
    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_TEXT = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "piece_cancellation_seq")
    @SequenceGenerator(name = "piece_cancellation_seq", sequenceName = "piece_cancellation_seq", allocationSize = 50)
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

    @Enumerated(EnumType.STRING)
    private CancellationState state = CancellationState.WANTED;

    @Nullable
    private Integer open = 1;

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
    protected CancellationEntry() {}

    CancellationEntry(ChannelPiece piece, Instant now, String by) {
        this.sellerId = piece.seller().value();
        this.connectionId = piece.channel().value();
        this.orderId = piece.order().value();
        this.itemId = piece.item().value();
        this.channelOrderId = piece.channelOrderId();
        this.channelItemId = piece.channelItemId();
        this.since = now;
        this.dueAt = now;
        this.wantedAt = now;
        this.wantedBy = by;
    }

    /** The channel took it, and does it by itself. */
    void asked(Instant now, Instant lookAgain) {
        into(CancellationState.ASKED, now);
        tries = 0;
        dueAt = lookAgain;
    }

    void done(Instant now) {
        into(CancellationState.DONE, now);
        open = null;
    }

    void refused(String code, String text, Instant now) {
        into(CancellationState.REFUSED, now);
        open = null;
        problem(code, text);
    }

    void putOff(String code, String text, Instant due) {
        problem(code, text);
        dueAt = due;
        tries++;
    }

    private void into(CancellationState wanted, Instant now) {
        if (open == null) {
            throw new IllegalStateException(
                    "cancellation " + id + " is " + state + " for good and cannot become " + wanted);
        }
        state = wanted;
        since = now;
        problemCode = null;
        problemText = null;
    }

    private void problem(String code, String text) {
        problemCode = cut(code, LONGEST_CODE);
        problemText = cut(text, LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    boolean isOpen() {
        return open != null;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(dueAt);
    }

    CancellationState state() {
        return state;
    }

    ConnectionId channel() {
        return new ConnectionId(connectionId);
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

    Instant since() {
        return since;
    }

    Instant dueAt() {
        return dueAt;
    }

    int tries() {
        return tries;
    }

    CancellationRow row() {
        return new CancellationRow(
                item(),
                state,
                since,
                wantedAt,
                wantedBy,
                Objects.requireNonNullElse(problemCode, ""),
                Objects.requireNonNullElse(problemText, ""));
    }
}
