package org.packhaus.shipment;

import java.time.Instant;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;

/**
 * A stored document of a parcel, byte for byte as the carrier sent it.
 *
 * @param content treated as never changing
 */
@SuppressWarnings("ArrayRecordComponent") // Label bytes are large and compared nowhere; the hash is.
public record LabelFile(
        long id,
        ParcelId parcel,
        PurchaseId purchase,
        CarrierDocument.Kind kind,
        DocumentType type,
        String sha256,
        byte[] content,
        Instant createdAt) {

    @Override
    public String toString() {
        return kind + "." + type.extension() + " of parcel " + parcel + " (" + content.length + " bytes)";
    }
}
