package org.packhaus.casework;

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
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A seller's own template. */
@Entity
@Table(name = "answer_template")
@Filter(name = "seller")
class AnswerTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "answer_template_seq")
    @SequenceGenerator(name = "answer_template_seq", sequenceName = "answer_template_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String name;

    @Column(columnDefinition = "char(2)")
    String language;

    @Enumerated(EnumType.STRING)
    ContactReason reason;

    @Column(columnDefinition = "text")
    String body;

    @SuppressWarnings("NullAway.Init")
    protected AnswerTemplate() {}

    AnswerTemplate(SellerId seller, String name, String language, ContactReason reason, String body) {
        this.sellerId = seller.value();
        this.name = name;
        this.language = language;
        this.reason = reason;
        this.body = body;
    }
}
