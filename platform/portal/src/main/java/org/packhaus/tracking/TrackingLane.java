package org.packhaus.tracking;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;

/** How asking a carrier goes. A row comes with the first failure. */
@Entity
@Table(name = "tracking_lane")
@Filter(name = "seller")
class TrackingLane {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    @Id
    private long connectionId;

    @Version
    private int version;

    private long sellerId;
    private int failures;

    @Nullable
    private Instant notBefore;

    @Nullable
    private String errorCode;

    @Nullable
    private String errorText;

    @Nullable
    private Instant failedAt;

    @Nullable
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected TrackingLane() {}

    TrackingLane(ConnectionRow connection) {
        this.connectionId = connection.id().value();
        this.sellerId = connection.seller().value();
    }

    /** Longer each time; what a person has to mend is tried seldom from the start. */
    void failed(PluginException e, Instant now) {
        failures++;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        if (e instanceof InvalidSettings || pause.compareTo(LONGEST_PAUSE) > 0) {
            pause = LONGEST_PAUSE;
        }
        if (e instanceof Unavailable unavailable && unavailable.retryAfter().isPresent()) {
            Duration wanted = unavailable.retryAfter().get();
            pause = wanted.compareTo(pause) > 0 ? wanted : pause;
        }
        notBefore = now.plus(pause);
        errorCode = TrackingEventRow.cut(e.code(), 80);
        errorText = TrackingEventRow.cut(e.text(), 1000);
        failedAt = now;
    }

    boolean hasFailed() {
        return failures > 0;
    }

    void answered(Instant now) {
        failures = 0;
        notBefore = null;
        errorCode = null;
        errorText = null;
        answeredAt = now;
    }

    boolean rests(Instant now) {
        return notBefore != null && now.isBefore(notBefore);
    }

    LaneRow row() {
        return new LaneRow(
                new ConnectionId(connectionId),
                errorCode == null ? "" : errorCode,
                errorText == null ? "" : errorText,
                failedAt,
                notBefore);
    }
}
