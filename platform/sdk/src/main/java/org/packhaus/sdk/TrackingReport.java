package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All a carrier knows about one parcel.
 *
 * @param trackingNumber whose
 * @param events the whole history, oldest first
 * @param status computed by the plugin from the whole history, not from the last event alone
 * @param expectedAt when it should arrive, if the carrier says
 */
public record TrackingReport(
        String trackingNumber, List<TrackingEvent> events, TrackingStatus status, Optional<Instant> expectedAt) {
    public TrackingReport {
        events = List.copyOf(events);
    }
}
