package org.packhaus.plugin.gls;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unavailable;

/** Track &amp; Trace V1, {@code GET /tracking/simple/trackids/{…}}: up to ten numbers a call, 500 calls a day unless agreed. */
final class GlsTracking {
    static final int MOST = 10;
    static final int MOST_A_DAY = 500;

    /** {@code 2024-10-11T15:24:51+0200}; a colon in the offset is taken as well. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private final GlsApi api;

    GlsTracking(GlsApi api) {
        this.api = api;
    }

    List<TrackingReport> of(List<String> numbers, GlsSettings settings) throws PluginException {
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " numbers a call, not " + numbers.size());
        }
        String asked = numbers.stream().filter(GlsNumber::isOne).collect(Collectors.joining(","));
        if (asked.isEmpty()) {
            return List.of();
        }
        Calls.Answer answer = api.track(settings, asked);
        if (!answer.isSuccess()) {
            throw new Unavailable("tracking-failed", "GLS's tracking failed: " + GlsErrors.of(answer));
        }
        List<TrackingReport> reports = new ArrayList<>();
        for (Json parcel : answer.json().at("parcels").list()) {
            // What it does not know has an error code instead; before the day-end close that is every parcel.
            if (parcel.at("status").isPresent() && !parcel.at("errorCode").isPresent()) {
                reports.add(report(parcel));
            }
        }
        return reports;
    }

    private static TrackingReport report(Json parcel) {
        String status = parcel.at("status").textOrEmpty();
        List<TrackingEvent> events = new ArrayList<>(parcel.at("events").list().stream()
                .map(GlsTracking::event)
                .flatMap(Optional::stream)
                .toList());
        Collections.reverse(events); // GLS's newest is first; of one second's the order stays
        events.sort(Comparator.comparing(TrackingEvent::at));
        if (events.isEmpty()) {
            time(parcel.at("statusDateTime"))
                    .ifPresent(at ->
                            events.add(new TrackingEvent(at, TrackingCodes.status(status, List.of()), status, "", "")));
        }
        return new TrackingReport(
                parcel.at("requested").textOrEmpty(), events, TrackingCodes.status(status, events), Optional.empty());
    }

    private static Optional<TrackingEvent> event(Json event) {
        String code = event.at("code").textOrEmpty();
        return time(event.at("eventDateTime"))
                .map(at -> new TrackingEvent(
                        at,
                        TrackingCodes.event(code),
                        code,
                        event.at("description").textOrEmpty(),
                        place(event)));
    }

    private static String place(Json event) {
        String city = Stream.of("postalCode", "city")
                .map(name -> event.at(name).textOrEmpty())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(city, event.at("country").textOrEmpty())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Optional<Instant> time(Json text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.textOrEmpty(), TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
