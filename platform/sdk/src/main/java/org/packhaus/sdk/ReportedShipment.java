package org.packhaus.sdk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A shipment as a channel holds it.
 *
 * @param id the channel's id of it
 * @param carrierCode who moves it
 * @param trackingNumber its number
 * @param items its pieces, each with the return number the channel holds for it
 * @param news what the channel has heard of its way, oldest first; empty where a channel does not follow parcels, or does not say
 */
public record ReportedShipment(
        String id, String carrierCode, String trackingNumber, List<Item> items, List<News> news) {
    public ReportedShipment {
        items = List.copyOf(items);
        news = List.copyOf(news);
    }

    /** Of a channel that says nothing of the parcel's way. */
    public ReportedShipment(String id, String carrierCode, String trackingNumber, List<Item> items) {
        this(id, carrierCode, trackingNumber, items, List.of());
    }

    /**
     * Something the channel heard of the parcel's way.
     *
     * @param status what it means; {@link TrackingStatus#ANNOUNCED} for the report itself
     * @param rawState the channel's word
     */
    public record News(TrackingStatus status, String rawState, Instant at) {}

    /** A piece of a reported shipment. */
    public record Item(String channelOrderId, String channelItemId, Optional<ReturnNumber> returnNumber) {}
}
