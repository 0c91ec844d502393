package org.packhaus.shipment;

import java.time.Instant;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;

/** A stored document of a parcel, without its bytes. */
public record DocumentRow(
        long id,
        PurchaseId purchase,
        CarrierDocument.Kind kind,
        DocumentType type,
        String sha256,
        int size,
        Instant createdAt) {}
