package org.packhaus.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.SellerId;

/** What customs asks of a SKU, as the seller entered it: no channel says. */
@Entity
@Table(name = "sku_customs")
@Filter(name = "seller")
class SkuCustoms {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sku_customs_seq")
    @SequenceGenerator(name = "sku_customs_seq", sequenceName = "sku_customs_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String sku;
    String hsCode;
    String origin;
    String description;

    @Column(name = "net_weight_g")
    int netWeight;

    Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected SkuCustoms() {}

    SkuCustoms(SellerId seller, String sku, Commodity commodity, Instant now) {
        this.sellerId = seller.value();
        this.sku = sku;
        this.hsCode = commodity.hsCode();
        this.origin = commodity.origin().code();
        this.description = commodity.description();
        this.netWeight = commodity.weight().grams();
        this.changedAt = now;
    }

    void is(Commodity commodity, Instant now) {
        hsCode = commodity.hsCode();
        origin = commodity.origin().code();
        description = commodity.description();
        netWeight = commodity.weight().grams();
        changedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the customs data of " + sku + " have not been saved yet");
        }
        return id;
    }

    Commodity commodity() {
        return new Commodity(hsCode, new CountryCode(origin), description, Weight.grams(netWeight));
    }
}
