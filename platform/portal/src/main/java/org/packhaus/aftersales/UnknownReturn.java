package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A parcel that came and nobody had announced. */
@Entity
@Table(name = "unknown_return")
@Filter(name = "seller")
class UnknownReturn {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "unknown_return_seq")
    @SequenceGenerator(name = "unknown_return_seq", sequenceName = "unknown_return_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    long sellerId;
    String code;
    String note;
    Instant receivedAt;
    String receivedBy;

    @Nullable
    Long pieceId;

    @SuppressWarnings("NullAway.Init")
    protected UnknownReturn() {}

    UnknownReturn(SellerId seller, String code, String note, Instant now, String by) {
        this.sellerId = seller.value();
        this.code = ReturnPiece.cut(code.strip(), 120);
        this.note = ReturnPiece.cut(note.strip(), 1000);
        this.receivedAt = now;
        this.receivedBy = by;
    }

    UnknownId id() {
        return new UnknownId(Objects.requireNonNull(id, "saved"));
    }

    UnknownRow row() {
        return new UnknownRow(id(), new SellerId(sellerId), code, note, receivedAt, receivedBy);
    }
}
