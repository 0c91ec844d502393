package org.packhaus.shipment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Rejected.Fault;
import org.packhaus.sdk.ReturnNumber;

/**
 * A label of a parcel: wanted, bought, refused or given back.
 *
 * @param generation 1 for the first wanted, counted up when a person wants another
 * @param reference what the carrier files it under
 * @param trackingNumber null until it is bought
 * @param dueAt when the ledger goes on by itself; null if it does not
 * @param problemCode why it is not bought, or what was wrong about giving it back; else empty
 */
public record LabelRow(
        PurchaseId purchase,
        int generation,
        LabelState state,
        String reference,
        String carrierCode,
        String product,
        @Nullable String trackingNumber,
        @Nullable ReturnNumber returnNumber,
        @Nullable Money price,
        List<String> warnings,
        Instant since,
        @Nullable Instant dueAt,
        String problemCode,
        String problemText,
        List<Fault> faults) {
    public LabelRow {
        warnings = List.copyOf(warnings);
        faults = List.copyOf(faults);
    }
}
