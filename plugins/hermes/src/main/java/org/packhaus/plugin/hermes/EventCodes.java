package org.packhaus.plugin.hermes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

/**
 * What Hermes's event codes mean. An event has a long code (3x3: what, why, who scanned) and a short one (2x2) and either may come, with
 * hyphens or without. For the meaning the scanner does not matter, so of the long one the first six digits are read.
 */
final class EventCodes {
    private static final int SHORT = 4;
    private static final int LONG = 9;

    private EventCodes() {}

    static TrackingStatus status(String rawCode) {
        String code = digits(rawCode);
        return switch (code.length()) {
            case SHORT -> byShort(code);
            case LONG -> byLong(code.substring(0, 3), code.substring(3, 6));
            default -> TrackingStatus.UNKNOWN;
        };
    }

    /** With hyphens the groups may have lost their leading zeros: Hermes's own example is {@code 0-0-0}. */
    private static String digits(String code) {
        String[] groups = code.split("-");
        int length = groups.length == 3 ? 3 : groups.length == 2 ? 2 : 0;
        return Arrays.stream(groups)
                .map(group -> group.replaceAll("\\D", ""))
                .map(group -> "0".repeat(Math.max(0, length - group.length())) + group)
                .collect(Collectors.joining());
    }

    private static TrackingStatus byShort(String code) {
        return switch (code) {
            case "0000", "0600", "0700", "0800", "0900" -> TrackingStatus.ANNOUNCED;
            // Held or turned away by customs; not found in the shop; gone astray within Hermes.
            case "1730", "1751", "3780", "4080", "4610", "4620", "4630", "6086", "6087" -> TrackingStatus.DELAYED;
            case "3000", "3010" -> TrackingStatus.OUT_FOR_DELIVERY;
            case "3410" -> TrackingStatus.READY_FOR_PICKUP;
            case "3500", "3510", "3511", "3520", "3530" -> TrackingStatus.DELIVERED;
            // Something the buyer sends back; sorted once more; redirected as the receiver wished.
            case "3300", "3430", "3760", "3761", "4060", "4061", "4062", "4100", "4500", "6088", "6089", "6090" ->
                TrackingStatus.IN_TRANSIT;
            // Corrections of the event before.
            case "4070", "4072", "4690", "9399" -> TrackingStatus.UNKNOWN;
            case "9340", "9341" -> TrackingStatus.CANCELLED;
            case "7500" -> TrackingStatus.RETURNED_TO_SENDER;
            default -> byRange(Integer.parseInt(code));
        };
    }

    private static TrackingStatus byRange(int code) {
        if (code >= 1000 && code < 3000) {
            return TrackingStatus.IN_TRANSIT;
        }
        if (code >= 3710 && code < 3800 || code >= 4010 && code < 4100) {
            return TrackingStatus.DELIVERY_FAILED;
        }
        return code >= 6080 && code < 6100 ? TrackingStatus.RETURNED_TO_SENDER : TrackingStatus.UNKNOWN;
    }

    private static TrackingStatus byLong(String what, String why) {
        return switch (what) {
            case "000" -> TrackingStatus.ANNOUNCED;
            case "010", "030", "035", "037", "045", "065", "080", "085", "101", "115" -> TrackingStatus.IN_TRANSIT;
            case "033" -> why.equals("003") || why.equals("051") ? TrackingStatus.DELAYED : TrackingStatus.IN_TRANSIT;
            case "048" -> why.equals("090") ? TrackingStatus.UNKNOWN : TrackingStatus.DELAYED;
            case "050" ->
                switch (why) {
                    case "024" -> TrackingStatus.IN_TRANSIT;
                    case "090" -> TrackingStatus.UNKNOWN;
                    default -> TrackingStatus.OUT_FOR_DELIVERY;
                };
            case "055" -> why.equals("002") ? TrackingStatus.IN_TRANSIT : TrackingStatus.READY_FOR_PICKUP;
            case "060" ->
                switch (why) {
                    case "007" -> TrackingStatus.DELAYED;
                    case "090" -> TrackingStatus.UNKNOWN;
                    default -> TrackingStatus.DELIVERY_FAILED;
                };
            case "090" -> TrackingStatus.DELIVERED;
            case "100" ->
                switch (why) {
                    case "006", "007" -> TrackingStatus.DELAYED;
                    case "008", "009" -> TrackingStatus.IN_TRANSIT;
                    case "090" -> TrackingStatus.UNKNOWN;
                    default -> TrackingStatus.RETURNED_TO_SENDER;
                };
            case "125" -> TrackingStatus.RETURNED_TO_SENDER;
            case "320" -> why.equals("020") || why.equals("021") ? TrackingStatus.CANCELLED : TrackingStatus.UNKNOWN;
            default -> TrackingStatus.UNKNOWN; // wishes of the receiver, measurements
        };
    }

    /**
     * Where the parcel stands, from its whole history, oldest event first: what Hermes corrected does not count, what is final stays so
     * whatever is scanned after it, and a delivered parcel stays delivered though the buyer sends something back.
     */
    static TrackingStatus status(List<TrackingEvent> history) {
        List<TrackingStatus> standing = new ArrayList<>();
        for (TrackingEvent event : history) {
            if (isCancellationUndone(event.rawCode())) {
                standing.removeIf(TrackingStatus.CANCELLED::equals);
            } else if (isCorrection(event.rawCode())) {
                if (!standing.isEmpty()) {
                    standing.removeLast();
                }
            } else if (event.status() != TrackingStatus.UNKNOWN
                    && !(isReturnReceived(event.rawCode()) && standing.contains(TrackingStatus.DELIVERED))) {
                standing.add(event.status());
            }
        }
        return standing.stream()
                .filter(EventCodes::isFinal)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> standing.isEmpty() ? TrackingStatus.UNKNOWN : standing.getLast());
    }

    private static boolean isCancellationUndone(String rawCode) {
        return is(rawCode, "9399", "390020");
    }

    /** The event before did not happen: left no depot, did not come back, was not at the shop. */
    private static boolean isCorrection(String rawCode) {
        return is(rawCode, "4070", "050090")
                || is(rawCode, "4072", "060090")
                || is(rawCode, "4072", "100090")
                || is(rawCode, "4690", "048090");
    }

    private static boolean isReturnReceived(String rawCode) {
        return is(rawCode, "7500", "125001");
    }

    private static boolean is(String rawCode, String shortCode, String longCode) {
        String code = digits(rawCode);
        return code.length() == LONG ? code.startsWith(longCode) : code.equals(shortCode);
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
