package org.packhaus.aftersales;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** How far a channel's returns are known, and when it is asked next. */
@Entity
@Table(name = "return_lane")
@Filter(name = "seller")
class ReturnLane {
    /** While something moves. */
    static final Duration LIVELY = Duration.ofMinutes(5);
    /** A seller to whom nothing comes back costs little. */
    static final Duration QUIET = Duration.ofMinutes(20);

    private static final Duration LONGEST = Duration.ofHours(1);

    @Id
    private long connectionId;

    @Version
    private int version;

    private long sellerId;

    @Nullable
    Instant changedUntil;

    @Nullable
    Instant parcelsUntil;

    private Instant nextLookAt;

    @Nullable
    private Instant lookedAt;

    private int failures;

    @Nullable
    private String errorCode;

    @Nullable
    private String errorText;

    @Nullable
    private Instant failedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReturnLane() {}

    ReturnLane(SellerId seller, ConnectionId channel, Instant now) {
        this.connectionId = channel.value();
        this.sellerId = seller.value();
        this.nextLookAt = now;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(nextLookAt);
    }

    void soon(Instant now) {
        nextLookAt = now.isBefore(nextLookAt) ? now : nextLookAt;
    }

    void looked(Instant now, boolean lively) {
        lookedAt = now;
        nextLookAt = now.plus(lively ? LIVELY : QUIET);
        failures = 0;
        errorCode = null;
        errorText = null;
        failedAt = null;
    }

    void failed(String code, String text, Duration atLeast, Instant now) {
        failures++;
        Duration wait = Duration.ofMinutes(1L << Math.min(failures, 6));
        wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        nextLookAt = now.plus(wait.compareTo(atLeast) > 0 ? wait : atLeast);
        errorCode = ReturnPiece.cut(code, 80);
        errorText = ReturnPiece.cut(text, 1000);
        failedAt = failedAt == null ? now : failedAt;
    }

    ReturnLaneRow row() {
        return new ReturnLaneRow(
                new ConnectionId(connectionId),
                new SellerId(sellerId),
                lookedAt,
                failedAt,
                Objects.requireNonNullElse(errorCode, ""),
                Objects.requireNonNullElse(errorText, ""));
    }
}
