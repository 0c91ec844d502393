package org.packhaus.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.ReportedShipment.News;
import org.packhaus.sdk.TrackingStatus;

/**
 * Whether the channel knows by now what the carrier says. One that sees nothing move counts the parcel as badly tracked, and that is the
 * seller's: most often the number is wrong, or the carrier hides the parcel from everybody else.
 *
 * @param since when the channel should have known; null while the two agree
 * @param next when it is worth another question; null for never
 */
record ChannelGap(@Nullable Instant since, @Nullable Instant next) {
    /** Carriers tell channels some hours later than they tell us. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private static final Duration AGAIN = Duration.ofDays(1);
    private static final Duration SELDOM = Duration.ofDays(3);
    /** Nobody counts what was handed over so long ago. */
    private static final Duration LONGEST = Duration.ofDays(21);

    static ChannelGap of(@Nullable Instant handedOver, @Nullable Instant delivered, List<News> news, Instant now) {
        if (handedOver == null) {
            return new ChannelGap(null, now.plus(AGAIN));
        }
        if (news.isEmpty()) {
            // A channel that does not say what it sees cannot be behind.
            return new ChannelGap(null, null);
        }
        boolean over = now.isAfter(handedOver.plus(LONGEST));
        boolean moved = news.stream().anyMatch(one -> one.status() != TrackingStatus.ANNOUNCED);
        boolean arrived = news.stream().anyMatch(one -> one.status() == TrackingStatus.DELIVERED);
        Instant since = !moved && isLong(handedOver, now)
                ? handedOver
                : delivered != null && !arrived && isLong(delivered, now) ? delivered : null;
        if (over || arrived) {
            return new ChannelGap(since, null);
        }
        if (since != null) {
            return new ChannelGap(since, now.plus(AGAIN));
        }
        // It is known on both sides that it moves; the next to be compared is its arrival.
        return new ChannelGap(null, delivered == null ? now.plus(SELDOM) : latest(now, delivered.plus(PATIENCE)));
    }

    private static boolean isLong(Instant told, Instant now) {
        return !now.isBefore(told.plus(PATIENCE));
    }

    private static Instant latest(Instant now, Instant planned) {
        return planned.isAfter(now) ? planned : now.plus(AGAIN);
    }
}
