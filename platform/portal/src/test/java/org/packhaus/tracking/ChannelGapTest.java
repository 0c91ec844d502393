package org.packhaus.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.ReportedShipment.News;
import org.packhaus.sdk.TrackingStatus;

/** A channel has a day to hear of what the carrier did; after that it is said, and asked every day until it knows. */
class ChannelGapTest {
    private static final Instant HANDED_OVER = Instant.parse("2026-11-26T16:00:00Z");
    private static final News REPORTED = news(TrackingStatus.ANNOUNCED, 0);
    private static final News MOVES = news(TrackingStatus.IN_TRANSIT, 8);
    private static final News ARRIVED = news(TrackingStatus.DELIVERED, 40);

    private static News news(TrackingStatus status, int hours) {
        return new News(status, status.name(), at(hours));
    }

    private static Instant at(int hours) {
        return HANDED_OVER.plus(Duration.ofHours(hours));
    }

    private static ChannelGap gap(@Nullable Integer delivered, int now, News... news) {
        return ChannelGap.of(HANDED_OVER, delivered == null ? null : at(delivered), List.of(news), at(now));
    }

    @Test
    void aDayIsTimeEnough() {
        assertThat(gap(null, 23, REPORTED).since()).isNull();
        assertThat(gap(null, 24, REPORTED).since()).isEqualTo(HANDED_OVER);
        assertThat(gap(null, 24)).as("a channel that says nothing").isEqualTo(new ChannelGap(null, null));
        assertThat(gap(null, 24, REPORTED).next()).isEqualTo(at(48));
        assertThat(gap(null, 24, REPORTED, MOVES).since()).isNull();
    }

    @Test
    void isAskedAgainWhenItShouldKnowOfTheArrival() {
        assertThat(gap(null, 24, REPORTED, MOVES).next()).isEqualTo(at(24 + 72));
        assertThat(gap(40, 50, REPORTED, MOVES)).isEqualTo(new ChannelGap(null, at(64)));
        assertThat(gap(40, 64, REPORTED, MOVES)).isEqualTo(new ChannelGap(at(40), at(88)));
        assertThat(gap(40, 64, REPORTED, MOVES, ARRIVED)).isEqualTo(new ChannelGap(null, null));
    }

    @Test
    void anArrivalItHeardOfIsEnoughWhateverItMissedBefore() {
        assertThat(gap(null, 30, REPORTED, ARRIVED)).isEqualTo(new ChannelGap(null, null));
    }

    @Test
    void afterThreeWeeksNobodyAsksAnyMore() {
        assertThat(gap(null, 22 * 24, REPORTED)).isEqualTo(new ChannelGap(HANDED_OVER, null));
    }
}
