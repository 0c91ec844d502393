package org.packhaus.shipment;

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
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;

/** A document of a purchase, byte for byte as the carrier sent it. Never changed, only emptied with its buyer. */
@Entity
@Table(name = "label_document")
@Filter(name = "seller")
class LabelDocument {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_document_seq")
    @SequenceGenerator(name = "label_document_seq", sequenceName = "label_document_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long parcelId;
    private long purchaseId;
    private int number;

    @Enumerated(EnumType.STRING)
    private CarrierDocument.Kind kind;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private String sha256;
    private int size;
    private byte[] content;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected LabelDocument() {}

    LabelDocument(LabelPurchase purchase, int number, CarrierDocument document, Instant now) {
        this.sellerId = purchase.sellerId().value();
        this.parcelId = purchase.parcelId().value();
        this.purchaseId = purchase.id().value();
        this.number = number;
        this.kind = document.kind();
        this.type = document.type();
        this.content = document.content();
        this.size = content.length;
        this.sha256 = sha256(content);
        this.createdAt = now;
    }

    LabelFile file() {
        return new LabelFile(
                Objects.requireNonNull(id, "saved"),
                new ParcelId(parcelId),
                new PurchaseId(purchaseId),
                kind,
                type,
                sha256,
                content,
                createdAt);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
