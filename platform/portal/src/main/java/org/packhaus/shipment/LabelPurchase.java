package org.packhaus.shipment;

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
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Rejected.Fault;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A row of the ledger. Each method is one arrow of {@link LabelState} and refuses to be any other; {@code version} makes each change a
 * compare-and-set, so of two who read the same row one commits and the other has to look again.
 */
@Entity
@Table(name = "label_purchase")
@Filter(name = "seller")
class LabelPurchase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_purchase_seq")
    @SequenceGenerator(name = "label_purchase_seq", sequenceName = "label_purchase_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long parcelId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose = Purpose.OUTBOUND;

    private int generation;

    @Enumerated(EnumType.STRING)
    private LabelState state = LabelState.PLANNED;

    private int attempt = 1;
    private String reference;

    @Nullable
    private Long carrierConnectionId;

    @Nullable
    private String carrierCode;

    @Nullable
    private String carrierProduct;

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
    private String trackingNumber;

    @Nullable
    private String returnCarrierCode;

    @Nullable
    private String returnNumber;

    @Nullable
    private BigDecimal priceAmount;

    @Nullable
    private String priceCurrency;

    @Nullable
    private String warnings;

    @Nullable
    private Instant boughtAt;

    @Nullable
    private String problemCode;

    @Nullable
    @Column(length = 2000)
    private String problemText;

    @Nullable
    private String faults;

    private Instant createdAt;

    /** What a label is for; a return label bought apart is a purchase of its own. */
    enum Purpose {
        OUTBOUND,
        RETURN
    }

    @SuppressWarnings("NullAway.Init")
    protected LabelPurchase() {}

    LabelPurchase(ParcelEntity parcel, Purpose purpose, String reference, Instant now) {
        this.sellerId = parcel.sellerId().value();
        this.orderId = parcel.order().value();
        this.parcelId = parcel.id().value();
        this.purpose = purpose;
        this.generation = parcel.generation();
        this.reference = reference;
        this.since = now;
        this.createdAt = now;
    }

    /** From now on only the committer of this may call the carrier. */
    void send(Target target, Node caller, Instant now, Instant leaseEnds) {
        into(LabelState.SENDING, EnumSet.of(LabelState.PLANNED), now);
        carrierConnectionId = target.connection().value();
        carrierCode = target.carrierCode();
        carrierProduct = target.product();
        lease(caller, leaseEnds);
    }

    /** The call takes longer to begin than it should; nobody else may think it over. */
    void extendLease(Node caller, Instant leaseEnds) {
        require(EnumSet.of(LabelState.SENDING), LabelState.SENDING);
        lease(caller, leaseEnds);
    }

    /** Bought. Also a late answer counts: it settles what had become unclear meanwhile. */
    void confirm(Booking booking, Instant now) {
        into(
                LabelState.CONFIRMED,
                EnumSet.of(LabelState.SENDING, LabelState.UNCLEAR, LabelState.NEEDS_PERSON, LabelState.PLANNED),
                now);
        trackingNumber = booking.trackingNumber();
        returnCarrierCode =
                booking.returnNumber().map(ReturnNumber::carrierCode).orElse(null);
        returnNumber = booking.returnNumber().map(ReturnNumber::number).orElse(null);
        priceAmount = booking.price().map(Money::amount).orElse(null);
        priceCurrency = booking.price().map(p -> p.currency().getCurrencyCode()).orElse(null);
        warnings = SdkJson.write(booking.warnings());
        boughtAt = now;
    }

    void reject(String code, String text, List<Fault> reasons, Instant now) {
        into(LabelState.REJECTED, EnumSet.of(LabelState.SENDING), now);
        problem(code, text);
        faults = SdkJson.writeFaults(reasons);
    }

    /** @param nextLook when the carrier is asked what became of it */
    void unclear(String code, String text, Instant now, Instant nextLook) {
        into(LabelState.UNCLEAR, EnumSet.of(LabelState.SENDING), now);
        tries = 0;
        problem(code, text);
        dueAt = nextLook;
    }

    /** After a restore from a backup nobody knows what happened after it: every open row is doubtful. */
    void doubt(String code, String text, Instant now) {
        into(
                LabelState.UNCLEAR,
                EnumSet.of(LabelState.PLANNED, LabelState.SENDING, LabelState.UNCLEAR, LabelState.NEEDS_PERSON),
                now);
        problem(code, text);
        dueAt = now;
    }

    void needPerson(String code, String text, Instant now) {
        into(LabelState.NEEDS_PERSON, EnumSet.of(LabelState.UNCLEAR), now);
        problem(code, text);
    }

    /**
     * Certainly not bought, so it may be sent again: as a new attempt under a new reference.
     *
     * @param due when the ledger sends it by itself; null leaves it to whoever asks for the label
     */
    void planAgain(
            String newReference, @Nullable String code, @Nullable String text, Instant now, @Nullable Instant due) {
        boolean hadNoEffect = state == LabelState.SENDING;
        into(
                LabelState.PLANNED,
                EnumSet.of(LabelState.SENDING, LabelState.UNCLEAR, LabelState.NEEDS_PERSON, LabelState.REJECTED),
                now);
        attempt++;
        tries = hadNoEffect ? tries + 1 : 0;
        reference = newReference;
        problem(code, text);
        dueAt = due;
    }

    void voiding(Node caller, Instant now, Instant leaseEnds) {
        tries = state == LabelState.VOIDING ? tries : 0;
        into(LabelState.VOIDING, EnumSet.of(LabelState.CONFIRMED, LabelState.VOIDING), now);
        lease(caller, leaseEnds);
        dueAt = leaseEnds;
    }

    void voided(String code, String text, Instant now) {
        into(LabelState.VOIDED, EnumSet.of(LabelState.VOIDING), now);
        problem(code, text);
    }

    /** The carrier does not take it back: it is a good label as before. */
    void keep(String code, String text, Instant now) {
        into(LabelState.CONFIRMED, EnumSet.of(LabelState.VOIDING), now);
        problem(code, text);
    }

    /** The call is over without an answer; another one may begin when it is due. */
    void giveBackLater(String code, String text, Instant due) {
        require(EnumSet.of(LabelState.VOIDING), LabelState.VOIDING);
        leaseUntil = null;
        putOff(code, text, due);
    }

    /** The ledger does not buy it by itself any more: a person has to mend something first. */
    void rest(String code, String text) {
        require(EnumSet.of(LabelState.PLANNED), LabelState.PLANNED);
        problem(code, text);
        dueAt = null;
    }

    /** Whether its parcel may still be packed differently: nothing was sent, or what was sent was refused. */
    boolean isOpen() {
        return state == LabelState.PLANNED || state == LabelState.REJECTED;
    }

    /** Not now: look again later. */
    void putOff(String code, String text, Instant due) {
        problem(code, text);
        dueAt = due;
        tries++;
    }

    private void into(LabelState wanted, Set<LabelState> from, Instant now) {
        require(from, wanted);
        boolean stays = state == wanted;
        state = wanted;
        since = stays ? since : now;
        node = null;
        nodeStarted = null;
        leaseUntil = null;
        dueAt = null;
        problemCode = null;
        problemText = null;
        faults = null;
    }

    private void require(Set<LabelState> from, LabelState wanted) {
        if (!from.contains(state)) {
            throw new IllegalStateException("purchase " + id + " is " + state + " and cannot become " + wanted);
        }
    }

    private void lease(Node caller, Instant leaseEnds) {
        node = caller.name();
        nodeStarted = caller.started();
        leaseUntil = leaseEnds;
    }

    private void problem(@Nullable String code, @Nullable String text) {
        problemCode = cut(code, 80);
        problemText = cut(text, 2000);
    }

    static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    PurchaseId id() {
        return new PurchaseId(Objects.requireNonNull(id, "saved"));
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

    Purpose purpose() {
        return purpose;
    }

    int generation() {
        return generation;
    }

    LabelState state() {
        return state;
    }

    int attempt() {
        return attempt;
    }

    String reference() {
        return reference;
    }

    Optional<ConnectionId> connection() {
        return Optional.ofNullable(carrierConnectionId).map(ConnectionId::new);
    }

    String carrierCode() {
        return Objects.requireNonNullElse(carrierCode, "");
    }

    String carrierProduct() {
        return Objects.requireNonNullElse(carrierProduct, "");
    }

    Optional<String> trackingNumber() {
        return Optional.ofNullable(trackingNumber);
    }

    Optional<ReturnNumber> returnNumber() {
        return returnNumber == null || returnCarrierCode == null
                ? Optional.empty()
                : Optional.of(new ReturnNumber(returnCarrierCode, returnNumber));
    }

    Instant since() {
        return since;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    int tries() {
        return tries;
    }

    Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    boolean isLeasedTo(Node caller) {
        return caller.name().equals(node) && caller.started().equals(nodeStarted);
    }

    String problemCode() {
        return Objects.requireNonNullElse(problemCode, "");
    }

    String problemText() {
        return Objects.requireNonNullElse(problemText, "");
    }

    List<Fault> faults() {
        return SdkJson.readFaults(faults);
    }

    /** The label, of a purchase that has one. */
    BoughtLabel label() {
        return new BoughtLabel(
                id(),
                parcelId(),
                carrierCode(),
                trackingNumber().orElseThrow(),
                returnNumber(),
                priceAmount == null || priceCurrency == null
                        ? Optional.empty()
                        : Optional.of(Money.of(priceAmount, priceCurrency)),
                SdkJson.readTexts(warnings),
                Objects.requireNonNull(boughtAt));
    }

    LabelRow row() {
        BoughtLabel label = boughtAt == null ? null : label();
        return new LabelRow(
                id(),
                generation,
                state,
                reference,
                carrierCode(),
                carrierProduct(),
                trackingNumber,
                returnNumber().orElse(null),
                label == null ? null : label.price().orElse(null),
                label == null ? List.of() : label.warnings(),
                since,
                dueAt,
                problemCode(),
                problemText(),
                faults());
    }

    /**
     * Where an attempt goes.
     *
     * @param carrierCode who moves the parcel
     */
    record Target(ConnectionId connection, String carrierCode, String product) {}
}
