package org.packhaus.plugin.dhl;

import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginTools;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;

/**
 * DHL's Shipment Tracking - Unified: for accounts without the Parcel DE tracking. One number a call, one call a second, and 250 a
 * day to begin with; what was found before DHL says that it is enough is kept.
 */
final class UnifiedTracking {
    static final Duration PAUSE = Duration.ofSeconds(1);
    static final int MOST_A_DAY = 250;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Calls calls;
    private final Duration pause;

    UnifiedTracking(PluginTools tools, Duration pause) {
        this.calls = new Calls(tools, "DHL's tracking");
        this.pause = pause;
    }

    List<TrackingReport> of(List<String> numbers, DhlSettings settings) throws PluginException {
        List<TrackingReport> reports = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            if (i > 0) {
                LockSupport.parkNanos(pause.toNanos());
            }
            try {
                one(numbers.get(i), settings).ifPresent(reports::add);
            } catch (Unavailable e) {
                if (reports.isEmpty()) {
                    throw e;
                }
                return reports;
            }
        }
        return reports;
    }

    private Optional<TrackingReport> one(String number, DhlSettings settings) throws PluginException {
        Calls.Answer answer = calls.ask(HttpRequest.newBuilder(settings.at("/track/shipments?trackingNumber="
                        + DhlApi.encode(number)
                        + "&service=parcel-de&requesterCountryCode=DE&originCountryCode=DE&language=de"))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("DHL-API-Key", settings.apiKey())
                .GET()
                .build());
        return switch (answer.status()) {
            case 401, 403 ->
                throw new InvalidSettings(
                        "tracking-refused",
                        "DHL does not let this app use “Shipment Tracking - Unified” (HTTP " + answer.status()
                                + "). Add it to the app in DHL's developer portal.",
                        "apiKey");
            // Nothing known yet, or no number of DHL's.
            case 400, 404 -> Optional.empty();
            case 200 -> read(number, answer.json());
            default ->
                throw new Unavailable("tracking-failed", "DHL's tracking answered with HTTP " + answer.status() + ".");
        };
    }

    private static Optional<TrackingReport> read(String number, Json body) {
        List<Json> shipments = body.at("shipments").list();
        return shipments.stream()
                .filter(one -> one.at("service").textOrEmpty().equals("parcel-de"))
                .findFirst()
                .or(() -> shipments.stream().findFirst())
                .map(shipment -> report(number, shipment));
    }

    private static TrackingReport report(String number, Json shipment) {
        List<TrackingEvent> events = shipment.at("events").list().stream()
                .flatMap(event -> event(event).stream())
                .sorted(Comparator.comparing(TrackingEvent::at))
                .toList();
        return new TrackingReport(
                number,
                events,
                status(shipment, events),
                time(shipment.at("estimatedTimeOfDelivery").textOrEmpty()));
    }

    /** DHL's own summary; where it says nothing, the last event that says something. */
    private static TrackingStatus status(Json shipment, List<TrackingEvent> events) {
        TrackingStatus summary = status(shipment.at("status").at("statusCode").textOrEmpty());
        return summary != TrackingStatus.UNKNOWN
                ? summary
                : events.reversed().stream()
                        .map(TrackingEvent::status)
                        .filter(status -> status != TrackingStatus.UNKNOWN)
                        .findFirst()
                        .orElse(TrackingStatus.UNKNOWN);
    }

    private static Optional<TrackingEvent> event(Json event) {
        String code = event.at("statusCode").textOrEmpty();
        String text = event.at("description").text().orElse(event.at("status").textOrEmpty());
        return time(event.at("timestamp").textOrEmpty())
                .map(at -> new TrackingEvent(at, status(code), code, text, place(event)));
    }

    private static TrackingStatus status(String code) {
        return switch (code) {
            case "pre-transit" -> TrackingStatus.ANNOUNCED;
            case "transit" -> TrackingStatus.IN_TRANSIT;
            case "delivered" -> TrackingStatus.DELIVERED;
            case "failure" -> TrackingStatus.DELIVERY_FAILED;
            default -> TrackingStatus.UNKNOWN;
        };
    }

    private static String place(Json event) {
        Json address = event.at("location").at("address");
        return Stream.of("addressLocality", "countryCode")
                .map(name -> address.at(name).textOrEmpty())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** With a zone, or without: then it is Germany's time. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            try {
                return Optional.of(
                        LocalDateTime.parse(text).atZone(DhlTracking.GERMANY).toInstant());
            } catch (DateTimeException e2) {
                return Optional.empty();
            }
        }
    }
}
