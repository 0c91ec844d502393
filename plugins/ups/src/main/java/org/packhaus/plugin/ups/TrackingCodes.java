package org.packhaus.plugin.ups;

import java.util.List;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

/**
 * What UPS's status codes mean (three digits, {@code 011}), and, for codes nobody listed, its types of activity. Requests, claims and
 * investigations say nothing about where a parcel is.
 */
final class TrackingCodes {
    private TrackingCodes() {}

    /**
     * @param type D, I, X, P, M, MV …
     * @param statusCode as it came, with its zeros
     */
    static TrackingStatus status(String type, String statusCode) {
        return switch (type.equals("MV") ? "7" : statusCode.replaceFirst("^0+(?=.)", "")) {
            case "3", "44", "45", "77", "79", "80", "157", "166" -> TrackingStatus.ANNOUNCED;
            case "38", "160", "167", "168", "169" -> TrackingStatus.ACCEPTED;
            case "5",
                    "10",
                    "14",
                    "16",
                    "25",
                    "39",
                    "42",
                    "47",
                    "57",
                    "71",
                    "73",
                    "74",
                    "75",
                    "84",
                    "87",
                    "94",
                    "134",
                    "137",
                    "138",
                    "158",
                    "159",
                    "164",
                    "165" -> TrackingStatus.IN_TRANSIT;
            case "6", "21", "37", "72", "78", "89", "91", "146", "162" -> TrackingStatus.OUT_FOR_DELIVERY;
            case "17", "40", "144", "161" -> TrackingStatus.READY_FOR_PICKUP;
            case "11", "26", "143" -> TrackingStatus.DELIVERED;
            case "22", "23", "24", "60", "61", "62", "66", "69", "145" -> TrackingStatus.DELIVERY_FAILED;
            case "33", "34", "35", "36", "64", "67", "81", "118", "119" -> TrackingStatus.RETURNED_TO_SENDER;
            case "12",
                    "13",
                    "19",
                    "29",
                    "30",
                    "32",
                    "46",
                    "48",
                    "49",
                    "50",
                    "51",
                    "52",
                    "53",
                    "55",
                    "58",
                    "59",
                    "70",
                    "76",
                    "83",
                    "85",
                    "86",
                    "90",
                    "92",
                    "93",
                    "123",
                    "124",
                    "125",
                    "126",
                    "132",
                    "139",
                    "141" -> TrackingStatus.DELAYED;
            case "68", "147", "149" -> TrackingStatus.LOST;
            case "7" -> TrackingStatus.CANCELLED;
            case "" -> byType(type);
            default -> TrackingStatus.UNKNOWN;
        };
    }

    private static TrackingStatus byType(String type) {
        return switch (type) {
            case "M" -> TrackingStatus.ANNOUNCED;
            case "P" -> TrackingStatus.ACCEPTED;
            case "I" -> TrackingStatus.IN_TRANSIT;
            case "X" -> TrackingStatus.DELAYED;
            case "D" -> TrackingStatus.DELIVERED;
            default -> TrackingStatus.UNKNOWN;
        };
    }

    /** Where the parcel stands, from its whole history, oldest event first: what is final stays so whatever comes after it. */
    static TrackingStatus status(List<TrackingEvent> history) {
        List<TrackingStatus> said = history.stream()
                .map(TrackingEvent::status)
                .filter(status -> status != TrackingStatus.UNKNOWN)
                .toList();
        // On its way back it is scanned, carried and at last "delivered" to the sender.
        if (said.contains(TrackingStatus.RETURNED_TO_SENDER)) {
            return TrackingStatus.RETURNED_TO_SENDER;
        }
        return said.stream()
                .filter(TrackingCodes::isFinal)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> said.isEmpty() ? TrackingStatus.UNKNOWN : said.getLast());
    }

    private static boolean isFinal(TrackingStatus status) {
        return switch (status) {
            case DELIVERED, RETURNED_TO_SENDER, LOST, CANCELLED -> true;
            case UNKNOWN,
                    ANNOUNCED,
                    ACCEPTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    READY_FOR_PICKUP,
                    DELIVERY_FAILED,
                    DELAYED -> false;
        };
    }
}
