package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** A picture of what came back. */
@Entity
@Table(name = "return_photo")
@Filter(name = "seller")
class ReturnPhoto {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_photo_seq")
    @SequenceGenerator(name = "return_photo_seq", sequenceName = "return_photo_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;

    @Nullable
    private Long pieceId;

    @Nullable
    private Long unknownId;

    private Instant takenAt;
    private String takenBy;

    @Lob
    private byte[] jpeg;

    @SuppressWarnings("NullAway.Init")
    protected ReturnPhoto() {}

    ReturnPhoto(ReturnPiece piece, byte[] jpeg, Instant now, String by) {
        this.sellerId = piece.sellerId;
        this.pieceId = piece.id().value();
        this.jpeg = jpeg.clone();
        this.takenAt = now;
        this.takenBy = by;
    }

    ReturnPhoto(UnknownReturn unknown, byte[] jpeg, Instant now, String by) {
        this.sellerId = unknown.sellerId;
        this.unknownId = unknown.id().value();
        this.jpeg = jpeg.clone();
        this.takenAt = now;
        this.takenBy = by;
    }

    PhotoId id() {
        return new PhotoId(Objects.requireNonNull(id, "saved"));
    }

    byte[] jpeg() {
        return jpeg.clone();
    }
}
