package org.packhaus.tracking.ui;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.tracking.ChannelRow;
import org.packhaus.tracking.Promise.Verdict;
import org.packhaus.tracking.TrackedRow;
import org.packhaus.tracking.Trouble;

/** What is said of parcels on their way, in one reader's language. */
record TrackWords(Formats formats) {

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the channel has not heard. */
    String gap(ChannelRow channel) {
        return channel.behindSince() == null
                ? ""
                : formats.text(
                        channel.state() == TrackingStatus.ANNOUNCED || channel.state() == TrackingStatus.UNKNOWN
                                ? "track.channel.moves"
                                : "track.channel.arrived",
                        formats.when(channel.behindSince()));
    }

    String status(TrackingStatus status) {
        return formats.text("track." + word(status));
    }

    Badge badge(TrackedRow row) {
        return new Badge(tone(row.state()), icon(row.state()), status(row.state()));
    }

    private static Badge.Tone tone(TrackingStatus status) {
        return switch (status) {
            case DELIVERED -> Badge.Tone.OK;
            case LOST, RETURNED_TO_SENDER -> Badge.Tone.LATE;
            case DELIVERY_FAILED, DELAYED, READY_FOR_PICKUP -> Badge.Tone.WARN;
            case OUT_FOR_DELIVERY, IN_TRANSIT, ACCEPTED -> Badge.Tone.INFO;
            case ANNOUNCED, UNKNOWN -> Badge.Tone.IDLE;
            case CANCELLED -> Badge.Tone.LINE;
        };
    }

    private static @Nullable Icon icon(TrackingStatus status) {
        return switch (status) {
            case DELIVERED -> Icon.TICK;
            case LOST -> Icon.ALERT;
            case RETURNED_TO_SENDER -> Icon.RETURN;
            case READY_FOR_PICKUP -> Icon.LOCKER;
            case OUT_FOR_DELIVERY, IN_TRANSIT, ACCEPTED -> Icon.TRUCK;
            case DELIVERY_FAILED, DELAYED -> Icon.CLOCK;
            case ANNOUNCED, UNKNOWN, CANCELLED -> null;
        };
    }

    /** What is wrong, all of it in one line; empty if nothing is. */
    String troubles(TrackedRow row) {
        return row.troubles().stream()
                .map(trouble -> formats.text("trouble." + word(trouble)))
                .collect(Collectors.joining(" · "));
    }

    /** What to do about the gravest. */
    String measures(TrackedRow row) {
        return row.troubles().stream()
                .limit(1)
                .flatMap(trouble -> trouble.measures().stream())
                .map(this::measure)
                .collect(Collectors.joining(" "));
    }

    private String measure(Trouble.Measure measure) {
        return formats.text("measure." + word(measure));
    }

    /** How the promise stands; empty without one. */
    String promise(TrackedRow row) {
        return row.promise() == Verdict.NONE ? "" : formats.text("promise." + word(row.promise()));
    }

    boolean isBroken(TrackedRow row) {
        return row.promise() == Verdict.LATE_CARRIER || row.promise() == Verdict.LATE_SELLER;
    }

    /** When it comes, or came: what the carrier says, else what was promised. */
    String arrival(TrackedRow row) {
        if (row.deliveredAt() != null) {
            return formats.when(row.deliveredAt());
        }
        return row.expectedAt() == null || !row.open() ? "–" : formats.when(row.expectedAt());
    }

    /** The promised day; it ends at midnight. */
    String promised(TrackedRow row) {
        return row.promisedBy() == null
                ? ""
                : formats.text("tracking.promised", formats.day(row.promisedBy().minusSeconds(1)));
    }
}
