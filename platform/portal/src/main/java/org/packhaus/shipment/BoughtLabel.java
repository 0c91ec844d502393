package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.ReturnNumber;

/**
 * A label that was bought.
 *
 * @param carrierCode who moves the parcel, as in the carrier's profile
 * @param warnings what the carrier remarked though it sold the label
 */
public record BoughtLabel(
        PurchaseId purchase,
        ParcelId parcel,
        String carrierCode,
        String trackingNumber,
        Optional<ReturnNumber> returnNumber,
        Optional<Money> price,
        List<String> warnings,
        Instant boughtAt) {
    public BoughtLabel {
        warnings = List.copyOf(warnings);
    }
}
