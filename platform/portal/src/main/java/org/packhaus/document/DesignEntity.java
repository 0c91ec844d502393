package org.packhaus.document;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A seller's {@link PaperDesign}; there is none until somebody has saved one. */
@Entity
@Table(name = "paper_design")
@Filter(name = "seller")
class DesignEntity {
    @Id
    private long sellerId;

    @Version
    @Nullable
    private Integer version;

    @Enumerated(EnumType.STRING)
    private SlipTongue tongue = SlipTongue.SELLER;

    private boolean articleNumbers;
    private boolean eans;
    private boolean returnLabels;

    @Convert(converter = WordsColumn.class)
    private Map<SlipLanguage, SlipWords> words = Map.of();

    @Column(name = "logo")
    private byte @Nullable [] logo;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected DesignEntity() {}

    DesignEntity(SellerId seller) {
        this.sellerId = seller.value();
        this.changedAt = Instant.EPOCH;
    }

    void change(PaperDesign wanted, Instant now) {
        tongue = wanted.tongue();
        articleNumbers = wanted.articleNumbers();
        eans = wanted.eans();
        returnLabels = wanted.returnLabels();
        words = wanted.words();
        logo = wanted.logo().orElse(null);
        changedAt = now;
    }

    PaperDesign design() {
        return new PaperDesign(
                new SellerId(sellerId),
                version == null ? 0 : version + 1,
                tongue,
                articleNumbers,
                eans,
                returnLabels,
                words,
                Optional.ofNullable(logo));
    }
}
