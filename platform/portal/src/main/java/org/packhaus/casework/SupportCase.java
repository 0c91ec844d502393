package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** One matter of one buyer. */
@Entity
@Table(name = "support_case")
@Filter(name = "seller")
class SupportCase {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "support_case_seq")
    @SequenceGenerator(name = "support_case_seq", sequenceName = "support_case_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long connectionId;
    String number;

    @Enumerated(EnumType.STRING)
    CaseState state = CaseState.OPEN;

    String subject;
    String buyerAddress;
    String buyerName;

    @Nullable
    Long orderId;

    @Nullable
    Long assigneeId;

    @Nullable
    String assigneeName;

    Instant openedAt;
    Instant movedAt;

    @Nullable
    Instant answerBy;

    @Nullable
    String problem;

    @Nullable
    Instant erasedAt;

    @SuppressWarnings("NullAway.Init")
    protected SupportCase() {}

    SupportCase(
            ConnectionId connection,
            SellerId seller,
            String number,
            String subject,
            String buyerAddress,
            String buyerName,
            @Nullable OrderId order,
            Instant now) {
        this.connectionId = connection.value();
        this.sellerId = seller.value();
        this.number = number;
        this.subject = Clean.cut(subject, 500);
        this.buyerAddress = Clean.cut(buyerAddress, 320);
        this.buyerName = Clean.cut(buyerName, 200);
        this.orderId = order == null ? null : order.value();
        this.openedAt = now;
        this.movedAt = now;
    }

    /** The buyer waits from now on; who waited before goes on waiting from then. */
    void opens(Instant until, Instant now) {
        state = CaseState.OPEN;
        answerBy = answerBy == null || answerBy.isAfter(until) ? until : answerBy;
        movedAt = now;
    }

    void waits(Instant now) {
        state = CaseState.WAITING;
        answerBy = null;
        movedAt = now;
    }

    void solved(Instant now) {
        state = CaseState.SOLVED;
        answerBy = null;
        problem = null;
        movedAt = now;
    }

    CaseId id() {
        return new CaseId(Objects.requireNonNull(id));
    }

    SellerId seller() {
        return new SellerId(sellerId);
    }

    CaseRow row(List<String> tags) {
        return new CaseRow(
                id(),
                seller(),
                new ConnectionId(connectionId),
                number,
                state,
                subject,
                buyerAddress,
                buyerName,
                orderId == null ? null : new OrderId(orderId),
                assigneeId,
                assigneeName,
                openedAt,
                movedAt,
                answerBy,
                problem,
                erasedAt != null,
                tags);
    }
}
