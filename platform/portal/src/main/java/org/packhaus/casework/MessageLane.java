package org.packhaus.casework;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionRow;

/** How far a mailbox is read. */
@Entity
@Table(name = "message_lane")
@Filter(name = "seller")
class MessageLane {
    private static final int LONGEST_PAUSE_MINUTES = 30;

    @Id
    long connectionId;

    @Version
    int version;

    long sellerId;

    @Nullable
    String place;

    int failures;

    @Nullable
    Instant notBefore;

    @Nullable
    String errorCode;

    @Nullable
    String errorText;

    @Nullable
    Instant readAt;

    @SuppressWarnings("NullAway.Init")
    protected MessageLane() {}

    MessageLane(ConnectionRow connection) {
        this.connectionId = connection.id().value();
        this.sellerId = connection.seller().value();
    }

    void read(String next, Instant now) {
        place = Clean.cut(next, 500);
        failures = 0;
        notBefore = null;
        errorCode = null;
        errorText = null;
        readAt = now;
    }

    void failed(String code, String text, Instant now) {
        failures++;
        notBefore = now.plus(Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(failures - 1, 10))));
        errorCode = Clean.cut(code, 80);
        errorText = Clean.cut(text, 1000);
    }
}
