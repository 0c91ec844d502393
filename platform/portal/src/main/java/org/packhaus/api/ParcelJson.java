package org.packhaus.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.shipment.LabelRow;
import org.packhaus.shipment.ParcelRow;
import org.packhaus.tracking.Scan;
import org.packhaus.tracking.TrackedRow;

/**
 * A parcel as programs see it.
 *
 * @param items ids of the pieces in it
 * @param label null until one is bought
 * @param tracking null until the carrier was asked
 */
record ParcelJson(
        long id,
        int shipment,
        int number,
        List<Long> items,
        @Nullable Label label,
        @Nullable Tracking tracking) {

    /** @param returnNumber of the way back; null if there is none */
    record Label(
            String carrier,
            String product,
            @Nullable String trackingNumber,
            @Nullable String returnNumber,
            Instant since) {
        static Label of(LabelRow row) {
            var back = row.returnNumber();
            return new Label(
                    row.carrierCode(),
                    row.product(),
                    row.trackingNumber(),
                    back == null ? null : back.number(),
                    row.since());
        }
    }

    /** @param events newest first, without those the carrier took back */
    record Tracking(
            String state,
            Instant since,
            @Nullable Instant handedOverAt,
            @Nullable Instant firstAttemptAt,
            @Nullable Instant deliveredAt,
            @Nullable Instant expectedAt,
            String promise,
            List<Event> events) {
        static Tracking of(TrackedRow row, List<Scan> scans) {
            return new Tracking(
                    OrderJson.word(row.state()),
                    row.stateAt(),
                    row.handedOverAt(),
                    row.firstAttemptAt(),
                    row.deliveredAt(),
                    row.expectedAt(),
                    OrderJson.word(row.promise()),
                    scans.stream()
                            .filter(scan -> !scan.withdrawn())
                            .map(Event::of)
                            .toList());
        }
    }

    record Event(Instant at, String status, String code, String place) {
        static Event of(Scan scan) {
            return new Event(scan.at(), OrderJson.word(scan.status()), scan.code(), scan.place());
        }
    }

    static ParcelJson of(int shipment, ParcelRow row, @Nullable Tracking tracking) {
        return new ParcelJson(
                row.id().value(),
                shipment,
                row.number(),
                row.items().stream().map(item -> item.value()).toList(),
                row.label().map(Label::of).orElse(null),
                tracking);
    }
}
