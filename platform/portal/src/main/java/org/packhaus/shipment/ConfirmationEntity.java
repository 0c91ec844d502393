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
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Confirmation;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** The report of one label to the sales channel. Each method is one step and refuses to be any other. */
@Entity(name = "ParcelConfirmation")
@Table(name = "confirmation")
@Filter(name = "seller")
class ConfirmationEntity {
    private static final Set<ConfirmationState> UNSENT =
            EnumSet.of(ConfirmationState.SCHEDULED, ConfirmationState.REFUSED, ConfirmationState.STOPPED);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "confirmation_seq")
    @SequenceGenerator(name = "confirmation_seq", sequenceName = "confirmation_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long parcelId;
    private long purchaseId;
    private long channelConnectionId;

    @Enumerated(EnumType.STRING)
    private ConfirmationState state = ConfirmationState.SCHEDULED;

    @Nullable
    private String request;

    private String carrierCode;
    private String trackingNumber;
    private Instant shippedAt;

    @Nullable
    private String channelShipmentId;

    @Nullable
    private Long sentWith;

    @Nullable
    private String node;

    @Nullable
    private Instant nodeStarted;

    @Nullable
    private Instant leaseUntil;

    private Instant since;

    @Nullable
    private Instant dueAt;

    private int tries;

    @Nullable
    private String problemCode;

    @Nullable
    private String problemText;

    private Instant createdAt;
    private String createdBy;

    @SuppressWarnings("NullAway.Init")
    protected ConfirmationEntity() {}

    ConfirmationEntity(LabelPurchase label, ConnectionId channel, Instant shippedAt, Instant now, String by) {
        this.sellerId = label.sellerId().value();
        this.orderId = label.order().value();
        this.parcelId = label.parcelId().value();
        this.purchaseId = label.id().value();
        this.channelConnectionId = channel.value();
        this.carrierCode = label.carrierCode();
        this.trackingNumber = label.trackingNumber().orElseThrow();
        this.shippedAt = shippedAt;
        this.since = now;
        this.dueAt = now;
        this.createdAt = now;
        this.createdBy = by;
    }

    /** A person wants it after all, the reason being mended. */
    void scheduleAgain(Instant shipped, Instant now) {
        into(ConfirmationState.SCHEDULED, UNSENT, now);
        shippedAt = shipped;
        sentWith = null;
        request = null;
        tries = 0;
        dueAt = now;
    }

    /** Committed before the first byte; only the committer sends. @param leader the report it is sent with, itself if alone */
    void send(Confirmation report, ConfirmationId leader, Node caller, Instant now, Instant leaseEnds) {
        into(ConfirmationState.SENDING, EnumSet.of(ConfirmationState.SCHEDULED), now);
        sentWith = leader.value();
        request = SdkJson.write(report);
        trackingNumber = report.trackingNumber();
        node = caller.name();
        nodeStarted = caller.started();
        leaseUntil = leaseEnds;
        dueAt = leaseEnds;
    }

    void unclear(String code, String text, Instant now, Instant due) {
        into(ConfirmationState.UNCLEAR, EnumSet.of(ConfirmationState.SENDING), now);
        putOff(code, text, due);
    }

    /** Certainly not taken: it may be sent again. */
    void hadNoEffect(String code, String text, Instant now, Instant due) {
        into(ConfirmationState.SCHEDULED, EnumSet.of(ConfirmationState.SENDING, ConfirmationState.UNCLEAR), now);
        putOff(code, text, due);
    }

    void reported(@Nullable String channelId, Instant now) {
        into(
                ConfirmationState.REPORTED,
                EnumSet.of(ConfirmationState.SENDING, ConfirmationState.UNCLEAR, ConfirmationState.SCHEDULED),
                now);
        channelShipmentId = channelId == null ? channelShipmentId : channelId;
        tries = 0;
        dueAt = now;
    }

    void confirmed(String channelId, Instant now) {
        into(
                ConfirmationState.CONFIRMED,
                EnumSet.of(
                        ConfirmationState.REPORTED,
                        ConfirmationState.SENDING,
                        ConfirmationState.UNCLEAR,
                        ConfirmationState.MISMATCH),
                now);
        channelShipmentId = channelId;
    }

    void mismatch(String code, String text, Instant now) {
        into(
                ConfirmationState.MISMATCH,
                EnumSet.of(ConfirmationState.REPORTED, ConfirmationState.SENDING, ConfirmationState.UNCLEAR),
                now);
        problem(code, text);
    }

    void refused(String code, String text, Instant now) {
        into(ConfirmationState.REFUSED, EnumSet.of(ConfirmationState.SENDING, ConfirmationState.SCHEDULED), now);
        problem(code, text);
    }

    void stop(String code, String text, Instant now) {
        into(ConfirmationState.STOPPED, UNSENT, now);
        problem(code, text);
    }

    void putOff(String code, String text, Instant due) {
        problem(code, text);
        dueAt = due;
        tries++;
    }

    private void into(ConfirmationState wanted, Set<ConfirmationState> from, Instant now) {
        if (!from.contains(state)) {
            throw new IllegalStateException("confirmation " + id + " is " + state + " and cannot become " + wanted);
        }
        since = state == wanted ? since : now;
        state = wanted;
        node = null;
        nodeStarted = null;
        leaseUntil = null;
        dueAt = null;
        problemCode = null;
        problemText = null;
    }

    private void problem(String code, String text) {
        problemCode = LabelPurchase.cut(code, 80);
        problemText = LabelPurchase.cut(text, 2000);
    }

    ConfirmationId id() {
        return new ConfirmationId(Objects.requireNonNull(id, "saved"));
    }

    SellerId sellerId() {
        return new SellerId(sellerId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    ParcelId parcelId() {
        return new ParcelId(parcelId);
    }

    PurchaseId purchaseId() {
        return new PurchaseId(purchaseId);
    }

    ConnectionId channel() {
        return new ConnectionId(channelConnectionId);
    }

    ConfirmationState state() {
        return state;
    }

    String carrierCode() {
        return carrierCode;
    }

    String trackingNumber() {
        return trackingNumber;
    }

    /** Whether another report speaks for it. */
    boolean isSentWithAnother() {
        return sentWith != null && sentWith != id().value();
    }

    /** Its caller was this very node before it was started again, so it is dead. */
    boolean isOfEarlierLife(Node self) {
        return self.name().equals(node) && !self.started().equals(nodeStarted);
    }

    Optional<Confirmation> request() {
        return Optional.ofNullable(request).map(SdkJson::readConfirmation);
    }

    Instant shippedAt() {
        return shippedAt;
    }

    Instant since() {
        return since;
    }

    int tries() {
        return tries;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    ConfirmationRow row() {
        return new ConfirmationRow(
                id(),
                purchaseId(),
                state,
                carrierCode,
                trackingNumber,
                shippedAt,
                since,
                Objects.requireNonNullElse(channelShipmentId, ""),
                Objects.requireNonNullElse(problemCode, ""),
                Objects.requireNonNullElse(problemText, ""));
    }
}
