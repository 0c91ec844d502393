package org.packhaus.dayend;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;

/** A paper of a closing, byte for byte as it came or was drawn. Never changed, only emptied with its first buyer. */
@Entity
@Table(name = "day_close_paper")
@Filter(name = "seller")
class DayClosePaper {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "day_close_paper_seq")
    @SequenceGenerator(name = "day_close_paper_seq", sequenceName = "day_close_paper_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long closeId;
    private int number;
    private boolean own;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String sha256;
    private int size;
    private byte[] content;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected DayClosePaper() {}

    DayClosePaper(DayClose closing, int number, boolean own, DocumentType type, byte[] content, Instant now) {
        this.sellerId = closing.seller().value();
        this.closeId = closing.id();
        this.number = number;
        this.own = own;
        this.type = type;
        this.content = content;
        this.size = content.length;
        this.sha256 = sha256(content);
        this.createdAt = now;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    long closing() {
        return closeId;
    }

    int number() {
        return number;
    }

    boolean own() {
        return own;
    }

    DocumentType type() {
        return type;
    }

    byte[] content() {
        return content;
    }

    Instant createdAt() {
        return createdAt;
    }
}
