package org.packhaus.plugin.dhl;

import java.util.ArrayList;
import java.util.List;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingStatus;

/** What DHL's event codes (ICE, with reason RIC and the older standard event code) mean. */
final class TrackingCodes {
    /** Says that the event before it did not happen. */
    private static final String WITHDRAWN = "STORN";

    private TrackingCodes() {}

    static TrackingStatus status(String ice, String ric, String standard) {
        if (standard.equals("GT")) {
            return TrackingStatus.UNKNOWN; // money, not the parcel
        }
        return switch (ice) {
            case "PARCV", "PURCR", "ADVIS" -> TrackingStatus.ANNOUNCED;
            case "PCKDU", "SHRCU" -> TrackingStatus.ACCEPTED;
            case "LDTMV" ->
                standard.equals("PO") || standard.equals("ZF")
                        ? TrackingStatus.OUT_FOR_DELIVERY
                        : TrackingStatus.IN_TRANSIT;
            case "SRTED", "ULFMV", "MVARR", "MVDPT", "INFCL", "LDTHU", "TRBCR", "FWDCF", "ASMVT", "RSDCP" ->
                TrackingStatus.IN_TRANSIT;
            case "HLDCC", "CNRFC" -> TrackingStatus.READY_FOR_PICKUP;
            // Handed to another carrier or to customs is not in the buyer's hands.
            case "DLVRD" ->
                ric.equals("HNDTC") || ric.equals("CUSTM") ? TrackingStatus.IN_TRANSIT : TrackingStatus.DELIVERED;
            case "NTDEL", "DLVRF" -> TrackingStatus.DELIVERY_FAILED;
            case "RETRN" -> TrackingStatus.RETURNED_TO_SENDER;
            case "NTPUP",
                    "OFWRD",
                    "ROUCR",
                    "RELBL",
                    "REPCK",
                    "MSRTD",
                    "MVDEX",
                    "MVTEX",
                    "LDEXC",
                    "EXPHD",
                    "HLDCU",
                    "HLDCP",
                    "ICPRC",
                    "ITBAR",
                    "DMGDS" -> TrackingStatus.DELAYED;
            case "DSPSD", "CNFSC", "RCCLS" -> TrackingStatus.LOST;
            case "CANCL" -> TrackingStatus.CANCELLED;
            default -> byStandardCode(standard);
        };
    }

    private static TrackingStatus byStandardCode(String code) {
        return switch (code) {
            case "VA" -> TrackingStatus.ANNOUNCED;
            case "ES", "AE" -> TrackingStatus.ACCEPTED;
            case "AA", "EE", "NB" -> TrackingStatus.IN_TRANSIT;
            case "PO" -> TrackingStatus.OUT_FOR_DELIVERY;
            case "LA", "ZF" -> TrackingStatus.READY_FOR_PICKUP;
            case "ZU" -> TrackingStatus.DELIVERED;
            case "ZN" -> TrackingStatus.DELIVERY_FAILED;
            case "AN", "BV", "ZO" -> TrackingStatus.DELAYED;
            default -> TrackingStatus.UNKNOWN;
        };
    }

    /**
     * Where the parcel stands, from its whole history, oldest event first: withdrawn events do not count, and what is final
     * stays so whatever scan comes after it.
     *
     * @param comesBack DHL's own word that the parcel is on its way back, or there
     */
    static TrackingStatus status(List<TrackingEvent> history, boolean comesBack) {
        List<TrackingStatus> standing = new ArrayList<>();
        for (TrackingEvent event : history) {
            if (event.rawCode().startsWith(WITHDRAWN)) {
                if (!standing.isEmpty()) {
                    standing.removeLast();
                }
            } else {
                standing.add(event.status());
            }
        }
        if (comesBack) {
            return TrackingStatus.RETURNED_TO_SENDER;
        }
        standing.removeIf(status -> status == TrackingStatus.UNKNOWN);
        return standing.stream()
                .filter(TrackingCodes::isFinal)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> standing.isEmpty() ? TrackingStatus.UNKNOWN : standing.getLast());
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
