package org.packhaus.dayend;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * A closing, or one under way.
 *
 * @param carrier the connection's name at that time
 * @param parcels asked for; once closed, those in it
 * @param grams their weight together
 * @param since when it came into its state
 * @param dueAt when a failed one is asked again by itself; null while a person has to mend something
 * @param problemCode empty unless it failed
 * @param by who wanted it
 * @param papers none once they are erased with their buyers
 */
public record ClosingRow(
        long id,
        SellerId seller,
        ConnectionId connection,
        String carrier,
        CloseState state,
        int parcels,
        long grams,
        Instant since,
        @Nullable Instant dueAt,
        String problemCode,
        String problemText,
        String by,
        List<Paper> papers) {
    public ClosingRow {
        papers = List.copyOf(papers);
    }

    /** A stored paper. @param own drawn here, because the carrier gives none */
    public record Paper(long id, boolean own) {}
}
