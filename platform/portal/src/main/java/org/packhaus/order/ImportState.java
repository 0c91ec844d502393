package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.OrderQuery;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/**
 * Where the import of a connection stands. A pass is a walk over all pages of what changed since a moment; the cursor is written in the
 * transaction of its page, so that a restart goes on at the page that was not written.
 */
@Entity
@Table(name = "import_state")
@Filter(name = "seller")
class ImportState {
    /** Channels are not exact about when a change becomes visible; asking again for a while costs little, for nothing is rewritten. */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    static final int DEFAULT_ERASE_DAYS = 30;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import_state_seq")
    @SequenceGenerator(name = "import_state_seq", sequenceName = "import_state_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    long connectionId;

    @Nullable
    Instant changedSince;

    @Nullable
    String pageCursor;

    @Nullable
    Instant newestSeen;

    @Nullable
    Instant passStartedAt;

    @Nullable
    Instant finishedAt;

    @Nullable
    Instant notBefore;

    int failures;

    @Nullable
    String errorCode;

    @Nullable
    String errorText;

    int eraseDays = DEFAULT_ERASE_DAYS;

    protected ImportState() {}

    ImportState(SellerId seller, ConnectionId connection) {
        this.sellerId = seller.value();
        this.connectionId = connection.value();
    }

    /** What to ask next: the page after the last one written, or the first of a new pass. */
    OrderQuery next(int limit, Instant now) {
        if (pageCursor == null) {
            changedSince = newestSeen == null ? null : newestSeen.minus(OVERLAP);
            passStartedAt = now;
        }
        return new OrderQuery(Optional.ofNullable(changedSince), Optional.ofNullable(pageCursor), limit);
    }

    void read(@Nullable Instant newestOfPage, Optional<String> next, Instant now) {
        if (newestOfPage != null && (newestSeen == null || newestOfPage.isAfter(newestSeen))) {
            newestSeen = newestOfPage;
        }
        pageCursor = next.orElse(null);
        failures = 0;
        notBefore = null;
        errorCode = null;
        errorText = null;
        if (pageCursor == null) {
            finishedAt = now;
        }
    }

    /** A cursor that the channel refuses is worthless: the pass begins anew. */
    void startOver() {
        pageCursor = null;
    }

    void failed(String code, String text, @Nullable Instant again) {
        failures++;
        errorCode = SalesOrder.cut(code, 60);
        errorText = SalesOrder.cut(text, 1000);
        notBefore = again;
    }
}
