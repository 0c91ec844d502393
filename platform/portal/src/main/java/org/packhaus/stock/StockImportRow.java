package org.packhaus.stock;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** A count that is still to be written. */
@Entity
@Table(name = "stock_import_row")
@Filter(name = "seller")
class StockImportRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stock_import_row_seq")
    @SequenceGenerator(name = "stock_import_row_seq", sequenceName = "stock_import_row_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long importId;
    String sku;
    int onHand;

    @Nullable
    Integer lowAt;

    @SuppressWarnings("NullAway.Init")
    protected StockImportRow() {}

    StockImportRow(StockImportHead head, StockPreview.Change change) {
        this.sellerId = head.sellerId;
        this.importId = head.id();
        this.sku = change.sku();
        this.onHand = change.after();
        this.lowAt = change.lowAt();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the row of " + sku + " has not been saved yet");
        }
        return id;
    }
}
