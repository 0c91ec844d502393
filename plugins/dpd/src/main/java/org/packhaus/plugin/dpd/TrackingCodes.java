package org.packhaus.plugin.dpd;

import org.packhaus.sdk.TrackingStatus;

/** What DPD's milestones mean. Germany's service 2.0 knows no failed delivery, no return and no waiting in a shop: its texts tell those. */
final class TrackingCodes {
    private TrackingCodes() {}

    static TrackingStatus status(String code) {
        return switch (code) {
            case "SHIPMENT" -> TrackingStatus.ANNOUNCED;
            case "ACCEPTED", "HANDOVER_CONSIGNOR_TO_PARCELSHOP" -> TrackingStatus.ACCEPTED;
            // At the depot of delivery DPD's own label says “out for delivery”; its text says the parcel lies there.
            case "AT_SENDING_DEPOT", "ON_THE_ROAD", "AT_DELIVERY_DEPOT" -> TrackingStatus.IN_TRANSIT;
            case "OUT_FOR_DELIVERY" -> TrackingStatus.OUT_FOR_DELIVERY;
            case "DELIVERED" -> TrackingStatus.DELIVERED;
            default -> TrackingStatus.UNKNOWN;
        };
    }
}
