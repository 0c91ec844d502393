package org.packhaus.plugin.hermes;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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

/** HSI Shipment Info, {@code GET /shipmentinfo}: the whole history of up to 100 parcels. */
final class HermesTracking {
    static final int MOST = 100;
    static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    private final HermesApi api;

    HermesTracking(HermesApi api) {
        this.api = api;
    }

    List<TrackingReport> of(List<String> numbers, HermesSettings settings) throws PluginException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        if (numbers.size() > MOST) {
            throw new IllegalArgumentException("At most " + MOST + " numbers a call, not " + numbers.size());
        }
        String query = numbers.stream()
                .distinct()
                .map(number -> "shipmentID=" + HermesApi.encode(number))
                .collect(Collectors.joining("&"));
        // In German, because a seller reads it to German buyers.
        Calls.Answer answer = api.get(settings, "/shipmentinfo?" + query, "DE");
        if (!answer.isSuccess()) {
            throw new Unavailable("tracking-failed", "Hermes's tracking failed: " + HermesErrors.of(answer));
        }
        // Of a number nobody knows Hermes says so in "result" and gives no history.
        return answer.json().at("shipmentinfo").list().stream()
                .filter(parcel -> !parcel.at("shipmentID").textOrEmpty().isEmpty())
                .filter(parcel -> !parcel.at("status").list().isEmpty())
                .map(HermesTracking::report)
                .toList();
    }

    private static TrackingReport report(Json parcel) {
        List<TrackingEvent> history = parcel.at("status").list().stream()
                .flatMap(status -> event(status).stream())
                .sorted(Comparator.comparing(TrackingEvent::at))
                .toList();
        return new TrackingReport(
                parcel.at("shipmentID").textOrEmpty(),
                history,
                EventCodes.status(history),
                expected(parcel.at("deliveryForecast")));
    }

    private static Optional<TrackingEvent> event(Json status) {
        String code = status.at("code").textOrEmpty();
        Json unit = status.at("scanningUnit");
        String place = Stream.of(unit.at("name").textOrEmpty(), unit.at("city").textOrEmpty())
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return instant(status.at("timestamp").textOrEmpty())
                .map(at -> new TrackingEvent(
                        at,
                        EventCodes.status(code),
                        code,
                        status.at("description").textOrEmpty(),
                        place));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The end of the forecast, or of its day. */
    private static Optional<Instant> expected(Json forecast) {
        try {
            LocalDate day = LocalDate.parse(forecast.at("date").textOrEmpty());
            String until = forecast.at("timeSlot").at("to").textOrEmpty();
            LocalTime time = until.isEmpty() ? LocalTime.of(23, 59) : LocalTime.parse(until);
            return Optional.of(day.atTime(time).atZone(GERMANY).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
