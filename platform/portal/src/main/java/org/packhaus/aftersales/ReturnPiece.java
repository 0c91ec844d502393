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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ItemId;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.ItemCondition;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.ReturnedItem.State;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** A piece that comes back. What the channel says of it and what the seller did with it stand side by side. */
@Entity
@Table(name = "return_piece")
@Filter(name = "seller")
class ReturnPiece {
    /** Sorts behind every deadline. */
    static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_piece_seq")
    @SequenceGenerator(name = "return_piece_seq", sequenceName = "return_piece_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long connectionId;
    String channelOrderId;
    String channelItemId;

    @Nullable
    Long orderId;

    @Nullable
    Long itemId;

    String orderNumber = "";
    String sku = "";
    String title = "";
    String ean = "";

    @Nullable
    BigDecimal priceAmount;

    @Nullable
    String priceCurrency;

    @Enumerated(EnumType.STRING)
    State state = State.ANNOUNCED;

    @Enumerated(EnumType.STRING)
    ReturnStage stage = ReturnStage.ANNOUNCED;

    Instant changedAt;

    @Nullable
    Instant announcedAt;

    @Nullable
    String misdirectedTo;

    @Nullable
    Long parcelId;

    String carrierCode = "";

    @Nullable
    Instant arrivedAt;

    Instant dueAt = NEVER;

    @Nullable
    Instant receivedAt;

    @Nullable
    String receivedBy;

    @Enumerated(EnumType.STRING)
    @Nullable
    @Column(name = "item_condition")
    ItemCondition condition;

    @Nullable
    String reason;

    String note = "";

    @Enumerated(EnumType.STRING)
    Fate fate = Fate.OPEN;

    @Enumerated(EnumType.STRING)
    @Nullable
    Verdict wish;

    @Nullable
    String problemCode;

    @Nullable
    String problemText;

    @Nullable
    Instant decidedAt;

    @Nullable
    String decidedBy;

    @SuppressWarnings("NullAway.Init")
    protected ReturnPiece() {}

    /** The channel speaks of it for the first time. */
    ReturnPiece(SellerId seller, ConnectionId channel, ReturnedItem item) {
        this.sellerId = seller.value();
        this.connectionId = channel.value();
        this.channelOrderId = item.channelOrderId();
        this.channelItemId = item.channelItemId();
        this.changedAt = item.changedAt();
        this.announcedAt = item.changedAt();
    }

    /** The seller speaks of it first: it was lost, or could not be delivered. */
    ReturnPiece(ChannelPiece piece, Instant now) {
        this.sellerId = piece.seller().value();
        this.connectionId = piece.channel().value();
        this.channelOrderId = piece.channelOrderId();
        this.channelItemId = piece.channelItemId();
        this.changedAt = now;
        belongsTo(piece);
    }

    final void belongsTo(ChannelPiece piece) {
        orderId = piece.order().value();
        itemId = piece.item().value();
        orderNumber = piece.orderNumber();
        sku = piece.sku();
        title = piece.title();
        ean = piece.ean();
        priceAmount = piece.price().amount();
        priceCurrency = piece.price().currency().getCurrencyCode();
    }

    /** Takes over what the channel says, unless it is older than what is known. @return whether it says anything new */
    boolean take(ReturnedItem item) {
        boolean same = state == item.state()
                && !item.changedAt().isAfter(changedAt)
                && Objects.equals(misdirectedTo, item.misdirectedTo().orElse(null))
                && isReasonKnown(item);
        if (same && announcedAt != null || isOlder(item)) {
            return false;
        }
        boolean decidedNow = isDecision(item.state()) && !(state == item.state() && isReasonKnown(item));
        announcedAt = announcedAt == null ? item.changedAt() : announcedAt;
        state = item.state();
        changedAt = item.changedAt().isAfter(changedAt) ? item.changedAt() : changedAt;
        misdirectedTo = item.misdirectedTo().map(text -> cut(text, 120)).orElse(null);
        if (isDecision(state)) {
            condition = item.condition().orElse(condition);
            reason = item.reason().map(text -> cut(text, 60)).orElse(reason);
        }
        if (decidedNow) {
            decidedAt = item.changedAt();
            decidedBy = "";
        }
        if (!item.numbers().isEmpty()) {
            carrierCode = cut(item.numbers().getFirst().carrierCode(), 40);
        }
        return true;
    }

    /** The channel may have decided in the moment in which somebody here did: then its reason counts. */
    private boolean isReasonKnown(ReturnedItem item) {
        return !isDecision(item.state())
                || item.reason().map(text -> cut(text, 60).equals(reason)).orElse(true);
    }

    /** Pages are read while decisions are made. What was taken back stays so, whatever clocks say. */
    private boolean isOlder(ReturnedItem item) {
        boolean isFinal = item.state() == State.ACCEPTED;
        return state == State.ACCEPTED ? !isFinal : !isFinal && item.changedAt().isBefore(changedAt);
    }

    static boolean isDecision(State state) {
        return switch (state) {
            case ACCEPTED, REJECTED -> true;
            case ANNOUNCED, MISDIRECTED -> false;
        };
    }

    void travelsIn(ReturnParcelRow parcel) {
        parcelId = parcel.id();
        carrierCode = parcel.carrierCode;
        if (parcel.arrivedAt() != null && arrivedAt == null) {
            arrivedAt = parcel.arrivedAt();
        }
    }

    /** Follows from everything else. */
    void stand(ReturnParcelRow.@Nullable Way way, Optional<Duration> channelDecidesAfter) {
        stage = isDecision(state)
                ? ReturnStage.DECIDED
                : receivedAt != null
                        ? ReturnStage.ARRIVED
                        // Its parcel arrived too, but not here.
                        : state == State.MISDIRECTED
                                ? ReturnStage.MISDIRECTED
                                : arrivedAt != null
                                        ? ReturnStage.ARRIVED
                                        : way == ReturnParcelRow.Way.ON_THE_WAY
                                                ? ReturnStage.ON_THE_WAY
                                                : ReturnStage.ANNOUNCED;
        dueAt = stage == ReturnStage.DECIDED || arrivedAt == null
                ? NEVER
                : channelDecidesAfter.map(arrivedAt::plus).orElse(NEVER);
    }

    void received(ItemCondition found, String said, String by, Instant now) {
        condition = found;
        note = cut(said, 1000);
        receivedAt = receivedAt == null ? now : receivedAt;
        receivedBy = receivedBy == null ? by : receivedBy;
        if (!isDecision(state)) {
            stage = ReturnStage.ARRIVED;
        }
    }

    void wishes(Verdict verdict) {
        wish = verdict;
        problemCode = null;
        problemText = null;
    }

    void decided(Verdict verdict, ItemCondition found, String why, String by, Instant now) {
        state = verdict == Verdict.ACCEPT ? State.ACCEPTED : State.REJECTED;
        stage = ReturnStage.DECIDED;
        changedAt = now.isAfter(changedAt) ? now : changedAt;
        condition = found;
        reason = why;
        decidedAt = now;
        decidedBy = by;
        dueAt = NEVER;
        wish = null;
        problemCode = null;
        problemText = null;
    }

    void refused(String code, String text) {
        wish = null;
        waits(code, text);
    }

    void waits(String code, String text) {
        problemCode = cut(code, 80);
        problemText = cut(text, 1000);
    }

    static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    ReturnId id() {
        return new ReturnId(Objects.requireNonNull(id, "saved"));
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    Optional<OrderId> order() {
        return Optional.ofNullable(orderId).map(OrderId::new);
    }

    ReturnRow row() {
        return new ReturnRow(
                id(),
                seller(),
                new ConnectionId(connectionId),
                orderId == null ? null : new OrderId(orderId),
                itemId == null ? null : new ItemId(itemId),
                orderNumber,
                channelItemId,
                sku,
                title,
                ean,
                priceAmount == null || priceCurrency == null ? null : Money.of(priceAmount, priceCurrency),
                state,
                stage,
                changedAt,
                announcedAt != null,
                Objects.requireNonNullElse(misdirectedTo, ""),
                carrierCode,
                arrivedAt,
                dueAt.equals(NEVER) ? null : dueAt,
                receivedAt,
                condition,
                Objects.requireNonNullElse(reason, ""),
                note,
                fate,
                wish,
                Objects.requireNonNullElse(problemCode, ""),
                Objects.requireNonNullElse(problemText, ""),
                decidedAt,
                Objects.requireNonNullElse(decidedBy, ""));
    }
}
