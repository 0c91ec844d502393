package org.packhaus.shipment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.seller.ConnectionId;

/** One request to a carrier, as it was sent. Committed before its first byte leaves; never changed, only emptied with its buyer. */
@Entity
@Table(name = "label_attempt")
@Filter(name = "seller")
class LabelAttempt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "label_attempt_seq")
    @SequenceGenerator(name = "label_attempt_seq", sequenceName = "label_attempt_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long purchaseId;
    private int attempt;
    private String reference;
    private long carrierConnectionId;
    private String request;
    private String node;
    private Instant sentAt;

    @SuppressWarnings("NullAway.Init")
    protected LabelAttempt() {}

    LabelAttempt(LabelPurchase purchase, ConnectionId connection, BookingRequest request, Node node, Instant now) {
        this.sellerId = purchase.sellerId().value();
        this.purchaseId = purchase.id().value();
        this.attempt = purchase.attempt();
        this.reference = purchase.reference();
        this.carrierConnectionId = connection.value();
        this.request = SdkJson.write(request);
        this.node = node.name();
        this.sentAt = now;
    }

    int attempt() {
        return attempt;
    }

    ConnectionId connection() {
        return new ConnectionId(carrierConnectionId);
    }

    BookingRequest request() {
        return SdkJson.readRequest(request);
    }

    Instant sentAt() {
        return sentAt;
    }
}
