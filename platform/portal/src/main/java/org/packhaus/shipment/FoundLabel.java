package org.packhaus.shipment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Booking;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.ReturnNumber;

/**
 * A label as a person found it in the carrier's portal.
 *
 * @param trackingNumber never blank
 * @param returnNumber of the way back by the same carrier; blank if there is none
 * @param file the label itself, PDF or ZPL; empty to have it fetched by its number
 */
public record FoundLabel(String trackingNumber, String returnNumber, Optional<byte[]> file) {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZPL = "^XA".getBytes(StandardCharsets.US_ASCII);
    /** Some portals put settings before the label. */
    private static final int ZPL_BEGINS_WITHIN = 2000;

    public FoundLabel {
        trackingNumber = trackingNumber.strip();
        returnNumber = returnNumber.strip();
        if (trackingNumber.isEmpty()) {
            throw new ShipmentException("number-missing", "Type the number that stands on the label.");
        }
    }

    Optional<String> back() {
        return Optional.of(returnNumber).filter(number -> !number.isEmpty());
    }

    /** @param carrier whose label it is */
    Booking booking(String carrier) {
        byte[] content = file.orElse(new byte[0]);
        return new Booking(
                trackingNumber,
                back().map(number -> new ReturnNumber(carrier, number)),
                List.of(new CarrierDocument(CarrierDocument.Kind.LABEL, type(content), content)),
                Optional.empty(),
                List.of());
    }

    private static DocumentType type(byte[] content) {
        if (holds(content, PDF, 1)) {
            return DocumentType.PDF;
        }
        if (holds(content, ZPL, ZPL_BEGINS_WITHIN)) {
            return DocumentType.ZPL;
        }
        throw new ShipmentException(
                "label-file-unreadable",
                "The file is neither a PDF nor a ZPL label. Save the label from the carrier's portal as PDF.");
    }

    private static boolean holds(byte[] content, byte[] mark, int within) {
        int last = Math.min(within - 1, content.length - mark.length);
        for (int at = 0; at <= last; at++) {
            if (Arrays.equals(content, at, at + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }
}
