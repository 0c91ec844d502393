package org.packhaus.shipment;

import java.time.Instant;

/**
 * A number that a person corrected.
 *
 * @param label whose number it is
 * @param why as the person wrote it; empty once the buyer was erased
 */
public record CorrectionRow(
        PurchaseId label, Kind kind, String before, String after, String why, String by, Instant at) {
    /** Which number. */
    public enum Kind {
        /** Of the way there. */
        TRACKING,
        /** Of the way back. */
        RETURN
    }
}
