package org.packhaus.document;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.seller.SellerId;

/** Once that papers of an order were printed. Appended, never changed. */
@Entity
@Immutable
@Table(name = "document_print")
@Filter(name = "seller")
class DocumentPrint {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "document_print_seq")
    @SequenceGenerator(name = "document_print_seq", sequenceName = "document_print_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long orderId;
    private boolean slip;
    private int labels;
    private Instant printedAt;
    private String printedBy;

    @SuppressWarnings("NullAway.Init")
    protected DocumentPrint() {}

    DocumentPrint(SellerId seller, OrderId order, boolean slip, int labels, Instant at, String by) {
        this.sellerId = seller.value();
        this.orderId = order.value();
        this.slip = slip;
        this.labels = labels;
        this.printedAt = at;
        this.printedBy = by;
    }

    PrintRow row() {
        return new PrintRow(new OrderId(orderId), slip, labels, printedAt, printedBy);
    }
}
