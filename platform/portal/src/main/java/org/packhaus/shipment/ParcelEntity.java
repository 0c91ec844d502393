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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.returnnumber.SourceKind;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.ReturnNumber;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** One box of a shipment. */
@Entity(name = "Parcel")
@Table(name = "parcel")
@Filter(name = "seller")
class ParcelEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "parcel_seq")
    @SequenceGenerator(name = "parcel_seq", sequenceName = "parcel_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long sellerId;
    private long orderId;
    private long shipmentId;
    private int number;
    private int generation = 1;

    @Column(name = "weight_g")
    private int weightG;

    @Nullable
    private Integer lengthMm;

    @Nullable
    private Integer widthMm;

    @Nullable
    private Integer heightMm;

    @Nullable
    private Long returnConnectionId;

    @Nullable
    private String returnCarrierCode;

    @Nullable
    private String returnNumber;

    @Enumerated(EnumType.STRING)
    @Nullable
    private SourceKind returnSource;

    /** Who says what lies in it; null while it is packed anew with each booking. */
    @Nullable
    private String dealtBy;

    private boolean weightGiven;
    private boolean sizeGiven;

    @Nullable
    private Instant discardedAt;

    @Nullable
    private Instant heldBackAt;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ParcelEntity() {}

    ParcelEntity(SellerId seller, OrderId order, ShipmentId shipment, int number, Instant now) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        this.shipmentId = shipment.value();
        this.number = number;
        this.createdAt = now;
    }

    /** What lies in it stays so until somebody deals anew. */
    void deal(String by) {
        dealtBy = LabelPurchase.cut(by, 120);
    }

    void moveTo(ShipmentId shipment, int numberThere) {
        shipmentId = shipment.value();
        number = numberThere;
    }

    boolean isDealt() {
        return dealtBy != null;
    }

    /** As a person weighed and measured it; what is not given is taken from the catalogue. */
    void give(@Nullable Weight weight, @Nullable Dimensions size) {
        weightGiven = weight != null;
        sizeGiven = size != null;
        weightG = weight == null ? weightG : weight.grams();
        size(Optional.ofNullable(size));
    }

    /** Something was taken out of it, so that what a person measured is not true any more. */
    void forgetMeasures() {
        weightGiven = false;
        sizeGiven = false;
    }

    Optional<Weight> givenWeight() {
        return weightGiven ? Optional.of(weight()) : Optional.empty();
    }

    Optional<Dimensions> givenSize() {
        return sizeGiven ? dimensions() : Optional.empty();
    }

    /** A person wants another label for this box. */
    void nextGeneration() {
        generation++;
    }

    /** Nothing leaves in it. */
    void discard(Instant now) {
        discardedAt = now;
    }

    /** Something in it was cancelled after its label was bought: it is kept from the carrier. */
    void holdBack(Instant now) {
        heldBackAt = heldBackAt == null ? now : heldBackAt;
    }

    boolean isLive() {
        return discardedAt == null;
    }

    /** What lies in it may have changed. */
    void measures(Weight weight, Optional<Dimensions> outside) {
        weightG = weight.grams();
        size(outside);
    }

    private void size(Optional<Dimensions> outside) {
        lengthMm = outside.map(Dimensions::length).orElse(null);
        widthMm = outside.map(Dimensions::width).orElse(null);
        heightMm = outside.map(Dimensions::height).orElse(null);
    }

    /** Its label brings the number of the way back, or nobody wants one. */
    void returnsWithItsLabel() {
        returnConnectionId = null;
        returnCarrierCode = null;
        returnNumber = null;
        returnSource = null;
    }

    /** A return label is bought before its label. */
    void returnsByLabelOf(ConnectionId connection) {
        returnsWithItsLabel();
        returnConnectionId = connection.value();
    }

    /** It comes back under this number, which is known before its label is bought. */
    void returnsUnder(ReturnNumber wayBack, SourceKind source) {
        returnCarrierCode = wayBack.carrierCode();
        returnNumber = wayBack.number();
        returnSource = source;
    }

    Optional<ReturnNumber> returnNumber() {
        return returnNumber == null || returnCarrierCode == null
                ? Optional.empty()
                : Optional.of(new ReturnNumber(returnCarrierCode, returnNumber));
    }

    /** Whose return label is still to be bought. */
    Optional<ConnectionId> wantedReturnLabel() {
        return returnNumber == null ? Optional.ofNullable(returnConnectionId).map(ConnectionId::new) : Optional.empty();
    }

    /** Where its return number came from, if not with its label. */
    Optional<SourceKind> returnSource() {
        return Optional.ofNullable(returnSource);
    }

    ParcelId id() {
        return new ParcelId(Objects.requireNonNull(id, "saved"));
    }

    SellerId sellerId() {
        return new SellerId(sellerId);
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    ShipmentId shipmentId() {
        return new ShipmentId(shipmentId);
    }

    int number() {
        return number;
    }

    int generation() {
        return generation;
    }

    /** Not known before it is booked for the first time, unless a person gave it. */
    Optional<Weight> knownWeight() {
        return weightG > 0 ? Optional.of(Weight.grams(weightG)) : Optional.empty();
    }

    Weight weight() {
        return Weight.grams(weightG);
    }

    Optional<Dimensions> dimensions() {
        return lengthMm == null || widthMm == null || heightMm == null
                ? Optional.empty()
                : Optional.of(new Dimensions(lengthMm, widthMm, heightMm));
    }
}
