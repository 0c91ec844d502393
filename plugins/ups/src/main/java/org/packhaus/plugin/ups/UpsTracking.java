package org.packhaus.plugin.ups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.sdk.Unavailable;

/** Reads {@code GET /track/v1/details/{number}}: one number a call, the newest activity first. */
record UpsTracking(UpsApi api) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    /** Empty if UPS does not know the number, or no longer: it keeps them 120 days. */
    Optional<TrackingReport> of(String number, UpsSettings settings) throws PluginException {
        Calls.Answer answer = api.track(settings, number);
        if (!answer.isSuccess()) {
            UpsErrors errors = UpsErrors.of(answer);
            // TV1002: a number that cannot be one of UPS's.
            if (answer.status() == 404 || errors.has("TV1002")) {
                return Optional.empty();
            }
            throw new Unavailable("tracking-failed", "UPS's tracking does not answer for " + number + ": " + errors);
        }
        return answer.json()
                .at("trackResponse")
                .at("shipment")
                .each()
                .flatMap(shipment -> shipment.at("package").each())
                .filter(parcel -> parcel.at("trackingNumber").textOrEmpty().equalsIgnoreCase(number))
                .findFirst()
                .map(parcel -> report(number, parcel));
    }

    private static TrackingReport report(String number, Json parcel) {
        List<TrackingEvent> events = new ArrayList<>();
        parcel.at("activity").each().forEach(activity -> event(activity).ifPresent(events::add));
        // The newest stands first; of two at the same time the one that stood later is the older one.
        List<TrackingEvent> history = new ArrayList<>(events.reversed());
        history.sort(Comparator.comparing(TrackingEvent::at));
        TrackingStatus status = TrackingCodes.status(history);
        if (status == TrackingStatus.UNKNOWN) {
            status = status(parcel.at("currentStatus"));
        }
        return new TrackingReport(number, history, status, expected(parcel));
    }

    private static Optional<TrackingEvent> event(Json activity) {
        Json status = activity.at("status");
        return at(activity)
                .map(at -> new TrackingEvent(
                        at,
                        status(status),
                        Stream.of(
                                        status.at("type").textOrEmpty(),
                                        status.at("code").textOrEmpty(),
                                        status.at("statusCode").textOrEmpty())
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining("/")),
                        status.at("description").textOrEmpty(),
                        place(activity.at("location").at("address"))));
    }

    private static TrackingStatus status(Json status) {
        return TrackingCodes.status(
                status.at("type").textOrEmpty(), status.at("statusCode").textOrEmpty());
    }

    /** Times are those of the place; only the {@code gmt} fields say which instant that is. Without them it was in Germany. */
    private static Optional<Instant> at(Json activity) {
        return moment(activity.at("gmtDate"), activity.at("gmtTime"))
                .map(utc -> utc.toInstant(ZoneOffset.UTC))
                .or(() -> moment(activity.at("date"), activity.at("time"))
                        .map(local -> local.atZone(Shipment.GERMANY).toInstant()));
    }

    private static Optional<LocalDateTime> moment(Json date, Json time) {
        return day(date).flatMap(day -> clock(time).map(day::atTime));
    }

    private static Optional<LocalDate> day(Json date) {
        try {
            return Optional.of(LocalDate.parse(date.textOrEmpty().replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** {@code 74700} is a quarter to eight: leading zeros are left out at times. */
    private static Optional<LocalTime> clock(Json time) {
        String digits = time.textOrEmpty().replace(":", "");
        if (digits.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse("0".repeat(Math.max(0, 6 - digits.length())) + digits, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String place(Json address) {
        String country =
                address.at("countryCode").text().orElse(address.at("country").textOrEmpty());
        return Stream.of(address.at("city").textOrEmpty(), country)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** The day it was rescheduled to, else the one it was scheduled for, with the end of the window if there is one. */
    private static Optional<Instant> expected(Json parcel) {
        Optional<LocalDate> day = dated(parcel, "RDD").or(() -> dated(parcel, "SDD"));
        LocalTime end = clock(parcel.at("deliveryTime").at("endTime")).orElse(LocalTime.of(23, 59));
        return day.map(date -> date.atTime(end).atZone(Shipment.GERMANY).toInstant());
    }

    private static Optional<LocalDate> dated(Json parcel, String type) {
        return parcel.at("deliveryDate")
                .each()
                .filter(date ->
                        date.at("type").textOrEmpty().toUpperCase(Locale.ROOT).equals(type))
                .findFirst()
                .flatMap(date -> day(date.at("date")));
    }
}
