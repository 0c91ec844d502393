package org.packhaus.order;

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
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DeliveryTerms.Kind;
import org.packhaus.sdk.DeliveryTerms.Term;
import org.packhaus.sdk.Dimensions;
import org.packhaus.sdk.ProductCatalogue.Product;
import org.packhaus.sdk.Weight;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** How a SKU is shipped, and what it weighs and looks like, as a channel last said. */
@Entity
@Table(name = "sku_info")
@Filter(name = "seller")
class SkuInfo {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sku_info_seq")
    @SequenceGenerator(name = "sku_info_seq", sequenceName = "sku_info_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long connectionId;
    String sku;
    String title = "";

    @Nullable
    @Enumerated(EnumType.STRING)
    Kind kind;

    @Nullable
    String workingDays;

    @Nullable
    LocalTime cutOff;

    @Nullable
    Integer processingDays;

    @Nullable
    Integer transportDays;

    @Nullable
    @Column(name = "weight_g")
    Integer weightGrams;

    @Nullable
    @Column(name = "length_mm")
    Integer length;

    @Nullable
    @Column(name = "width_mm")
    Integer width;

    @Nullable
    @Column(name = "height_mm")
    Integer height;

    int packages = 1;

    @Nullable
    String pictureUrl;

    Instant refreshedAt;

    @SuppressWarnings("NullAway.Init")
    protected SkuInfo() {}

    SkuInfo(SellerId seller, ConnectionId connection, String sku, Instant now) {
        this.sellerId = seller.value();
        this.connectionId = connection.value();
        this.sku = sku;
        this.refreshedAt = now;
    }

    void terms(Term term) {
        kind = term.kind();
        workingDays = term.workingDays().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
        cutOff = term.cutOff();
        processingDays = term.processingDays();
        transportDays = term.transportDays();
    }

    void product(Product product) {
        title = SalesOrder.cut(product.title(), 500);
        weightGrams = product.weight().map(Weight::grams).orElse(null);
        length = product.dimensions().map(Dimensions::length).orElse(null);
        width = product.dimensions().map(Dimensions::width).orElse(null);
        height = product.dimensions().map(Dimensions::height).orElse(null);
        packages = Math.max(1, product.packages());
        pictureUrl = product.picture()
                .map(Object::toString)
                .filter(url -> url.length() <= 1000)
                .orElse(null);
    }

    Optional<Term> terms() {
        if (kind == null || workingDays == null || cutOff == null || processingDays == null || transportDays == null) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = Arrays.stream(workingDays.split(",", -1))
                .filter(day -> !day.isEmpty())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return Optional.of(new Term(kind, days, cutOff, processingDays, transportDays));
    }

    @Nullable
    Weight weight() {
        return weightGrams == null || weightGrams <= 0 ? null : Weight.grams(weightGrams);
    }

    @Nullable
    Dimensions dimensions() {
        return length == null || width == null || height == null ? null : new Dimensions(length, width, height);
    }
}
