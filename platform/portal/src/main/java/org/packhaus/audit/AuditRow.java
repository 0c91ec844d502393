package org.packhaus.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/**
 * One line of the book.
 *
 * @param id grows with time; the key for paging
 * @param seller null for what concerns the whole install
 */
public record AuditRow(
        long id,
        Instant at,
        @Nullable SellerId seller,
        Actor actor,
        String action,
        Subject subject,
        Map<String, String> detail) {}
