package org.packhaus.plugin.dpd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;

/** Reads {@code statusInfo}: always every milestone, of which some have been reached and one is the current. */
final class ParcelLife {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy[,] HH:mm[:ss]");

    private ParcelLife() {}

    /** Empty if no milestone was reached: so are numbers that were never sold. */
    static Optional<TrackingReport> report(String number, Soap answer) {
        List<Soap> reached = answer.all("statusInfo").stream()
                .filter(info -> info.text("statusHasBeenReached").equals("true"))
                .toList();
        if (reached.isEmpty()) {
            return Optional.empty();
        }
        List<TrackingEvent> events = new ArrayList<>();
        reached.forEach(info -> event(info).ifPresent(events::add));
        events.sort(Comparator.comparing(TrackingEvent::at));
        return Optional.of(new TrackingReport(number, events, status(reached), Optional.empty()));
    }

    /** Delivered stays delivered; else what DPD calls the current milestone, else the last one reached that is known here. */
    private static TrackingStatus status(List<Soap> reached) {
        List<TrackingStatus> standing = reached.stream()
                .map(ParcelLife::status)
                .filter(status -> status != TrackingStatus.UNKNOWN)
                .toList();
        if (standing.contains(TrackingStatus.DELIVERED)) {
            return TrackingStatus.DELIVERED;
        }
        return reached.stream()
                .filter(info -> info.text("isCurrentStatus").equals("true"))
                .map(ParcelLife::status)
                .filter(status -> status != TrackingStatus.UNKNOWN)
                .findFirst()
                .orElse(standing.isEmpty() ? TrackingStatus.UNKNOWN : standing.getLast());
    }

    private static TrackingStatus status(Soap info) {
        return TrackingCodes.status(info.text("status"));
    }

    private static Optional<TrackingEvent> event(Soap info) {
        String text = info.text("description", "content", "content");
        return time(info.text("date", "content"))
                .map(at -> new TrackingEvent(
                        at,
                        status(info),
                        info.text("status"),
                        text.isEmpty() ? info.text("label", "content") : text,
                        info.text("location", "content")));
    }

    /** Without a zone: Germany's time. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(GERMANY).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
