package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ReturnNumber;

/** A number under which a piece was announced. */
@Entity(name = "AnnouncedNumber")
@Table(name = "return_number")
@Filter(name = "seller")
class ReturnNumberRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_number_seq")
    @SequenceGenerator(name = "return_number_seq", sequenceName = "return_number_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long pieceId;
    private String carrierCode;
    private String number;

    @SuppressWarnings("NullAway.Init")
    protected ReturnNumberRow() {}

    ReturnNumberRow(ReturnPiece piece, ReturnNumber announced) {
        this.sellerId = piece.sellerId;
        this.pieceId = piece.id().value();
        this.carrierCode = ReturnPiece.cut(announced.carrierCode(), 40);
        this.number = ReturnPiece.cut(announced.number(), 60);
    }

    long pieceId() {
        return pieceId;
    }

    boolean is(ReturnNumber announced) {
        return number.equals(ReturnPiece.cut(announced.number(), 60));
    }

    ReturnDetails.Number view() {
        return new ReturnDetails.Number(carrierCode, number);
    }
}
