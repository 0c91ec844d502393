package org.packhaus.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.OrderId;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A case in the inbox.
 *
 * @param number what people call it
 * @param subject empty after the buyer was erased, as are the next two
 * @param answerBy until when the buyer is to have an answer; null while nobody waits
 * @param problem a code: an answer that came back, more mails than a person writes
 */
public record CaseRow(
        CaseId id,
        SellerId seller,
        ConnectionId connection,
        String number,
        CaseState state,
        String subject,
        String buyerAddress,
        String buyerName,
        @Nullable OrderId order,
        @Nullable Long assignee,
        @Nullable String assigneeName,
        Instant openedAt,
        Instant movedAt,
        @Nullable Instant answerBy,
        @Nullable String problem,
        boolean erased,
        List<String> tags) {
    public CaseRow {
        tags = List.copyOf(tags);
    }

    /** Without what a buyer wrote. */
    @Override
    public String toString() {
        return "case " + number;
    }
}
