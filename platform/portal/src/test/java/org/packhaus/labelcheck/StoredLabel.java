package org.packhaus.labelcheck;

import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;

/**
 * A label as the portal has it.
 *
 * @param number what the portal stored and told the channel: the tracking number, or the return number on a return label
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and compared nowhere.
record StoredLabel(
        long id,
        long parcel,
        String carrier,
        CarrierDocument.Kind kind,
        DocumentType type,
        String number,
        byte[] content) {

    CarrierDocument document() {
        return new CarrierDocument(kind, type, content);
    }
}
