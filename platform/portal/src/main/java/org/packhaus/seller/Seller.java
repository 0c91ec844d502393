package org.packhaus.seller;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/** Defines the filter of all tenant entities, too. */
@Entity
@Table(name = "seller")
@FilterDef(
        name = "seller",
        autoEnabled = true,
        applyToLoadByKey = true,
        defaultCondition = "seller_id in (:sellers)",
        parameters = @ParamDef(name = "sellers", type = Long.class, resolver = SellerScope.Current.class))
@Filter(name = "seller", condition = "id in (:sellers)")
class Seller {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "seller_seq")
    @SequenceGenerator(name = "seller_seq", sequenceName = "seller_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private String name;
    private String markLetter;
    private int markTone;

    @Embedded
    private Sender sender;

    private String language = "de";
    private LocalTime cutOff = LocalTime.of(14, 0);
    private String timeZone = "Europe/Berlin";

    @Nullable
    private String returnCarrier;

    @Nullable
    private Long carrierConnectionId;

    @Nullable
    private String carrierProduct;

    @Column(name = "default_parcel_weight_g")
    private int defaultParcelWeightGrams = 1000;

    @Nullable
    private String setUpStep;

    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Seller() {}

    Seller(NewSeller wanted, Instant now) {
        this.name = wanted.name().strip();
        this.markLetter = wanted.mark().letter();
        this.markTone = wanted.mark().tone();
        this.sender = Sender.of(wanted.sender());
        this.createdAt = now;
    }

    void change(SellerDetails wanted) {
        name = wanted.name().strip();
        markLetter = wanted.mark().letter();
        markTone = wanted.mark().tone();
        sender = Sender.of(wanted.sender());
        language = wanted.language();
        cutOff = wanted.cutOff();
        timeZone = wanted.timeZone().getId();
        returnCarrier = wanted.returnCarrier();
        carrierConnectionId = wanted.carrier() == null ? null : wanted.carrier().value();
        carrierProduct = wanted.carrierProduct();
        defaultParcelWeightGrams = wanted.defaultParcelWeightGrams();
    }

    Optional<String> setUpStep() {
        return Optional.ofNullable(setUpStep);
    }

    void setUp(@Nullable String step) {
        setUpStep = step;
    }

    SellerId id() {
        if (id == null) {
            throw new IllegalStateException("seller " + name + " has not been saved yet");
        }
        return new SellerId(id);
    }

    int version() {
        return version;
    }

    SellerRow row() {
        return new SellerRow(id(), name, mark());
    }

    SellerDetails details() {
        return new SellerDetails(
                id(),
                version,
                name,
                mark(),
                sender.value(),
                language,
                cutOff,
                ZoneId.of(timeZone),
                returnCarrier,
                carrierConnectionId == null ? null : new ConnectionId(carrierConnectionId),
                carrierProduct,
                defaultParcelWeightGrams);
    }

    private Mark mark() {
        return new Mark(markLetter, markTone);
    }
}
