package org.packhaus.plugin.gls;

import java.util.List;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

/**
 * What GLS's words mean. A parcel has one of twelve statuses, which GLS works out from the whole history itself; events have
 * codes of which only a few are documented (“INTIAL” is GLS's spelling).
 */
final class TrackingCodes {
    private TrackingCodes() {}

    /** @param history of the parcel, oldest first: asked where GLS's status says no more than that it is closed */
    static TrackingStatus status(String status, List<TrackingEvent> history) {
        return switch (status) {
            case "PLANNEDPICKUP", "INPICKUP", "PREADVICE" -> TrackingStatus.ANNOUNCED;
            case "NOTPICKEDUP", "INWAREHOUSE" -> TrackingStatus.DELAYED;
            case "INTRANSIT" -> TrackingStatus.IN_TRANSIT;
            case "INDELIVERY" -> TrackingStatus.OUT_FOR_DELIVERY;
            // In a ParcelShop it is not in the buyer's hands.
            case "DELIVEREDPS" -> TrackingStatus.READY_FOR_PICKUP;
            case "DELIVERED" -> TrackingStatus.DELIVERED;
            case "NOTDELIVERED" -> TrackingStatus.DELIVERY_FAILED;
            case "CANCELED" -> TrackingStatus.CANCELLED;
            // FINAL: nothing more will come. How it ended only the events tell.
            default -> last(history);
        };
    }

    private static TrackingStatus last(List<TrackingEvent> history) {
        return history.stream()
                .map(TrackingEvent::status)
                .filter(status -> status != TrackingStatus.UNKNOWN)
                .reduce((earlier, later) -> later)
                .orElse(TrackingStatus.UNKNOWN);
    }

    /** @param code family and particular: {@code DELIVD.PARCELSHOP} */
    static TrackingStatus event(String code) {
        return switch (code) {
            case "INTIAL.PREADVICE", "INTIAL.E48_DATA" -> TrackingStatus.ANNOUNCED;
            case "INTIAL.NORMAL" -> TrackingStatus.ACCEPTED;
            case "DELIVD.PARCELSHOP" -> TrackingStatus.READY_FOR_PICKUP;
            default -> family(code);
        };
    }

    private static TrackingStatus family(String code) {
        int dot = code.indexOf('.');
        return switch (dot < 0 ? code : code.substring(0, dot)) {
            case "DELIVD" -> TrackingStatus.DELIVERED;
            case "CANCEL" -> TrackingStatus.CANCELLED;
            default -> TrackingStatus.UNKNOWN;
        };
    }
}
