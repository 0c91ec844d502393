package org.packhaus.shipment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.job.RowOutcome;

/** What can be wrong with a report, and what the batch says of an order's reports. */
final class ConfirmationProblems {
    static final String MISMATCH = "read-back-differs";
    static final String NOT_HELD = "read-back-missing";
    static final String REPORTED_OTHERWISE = "number-reported-before";
    static final String BOX_WITHOUT_LABEL = "box-without-label";
    /** Gone once the channel holds what was reported. */
    static final Set<String> CODES = Set.of(
            MISMATCH,
            NOT_HELD,
            REPORTED_OTHERWISE,
            "on-hold",
            "no-return-number",
            BOX_WITHOUT_LABEL,
            CancelledOrders.LABEL_LEFT);

    private ConfirmationProblems() {}

    /** The newest report of each parcel counts, and the worst of them speaks for the order. */
    static RowOutcome outcome(List<ConfirmationEntity> oldestFirst) {
        Map<ParcelId, ConfirmationEntity> newest = new LinkedHashMap<>();
        oldestFirst.forEach(c -> newest.put(c.parcelId(), c));
        for (ConfirmationEntity confirmation : newest.values()) {
            ConfirmationRow row = confirmation.row();
            switch (row.state()) {
                case REFUSED, STOPPED, MISMATCH -> {
                    return RowOutcome.failed(row.problemCode(), row.problemText(), null);
                }
                case SCHEDULED, SENDING, UNCLEAR, REPORTED, CONFIRMED -> {}
            }
        }
        for (ConfirmationEntity confirmation : newest.values()) {
            ConfirmationRow row = confirmation.row();
            if (row.state() != ConfirmationState.CONFIRMED) {
                return row.problemCode().isEmpty()
                        ? RowOutcome.pending("confirming", "The channel is being told.")
                        : RowOutcome.pending(row.problemCode(), row.problemText());
            }
        }
        return RowOutcome.done(
                newest.values().stream().map(ConfirmationEntity::trackingNumber).collect(Collectors.joining(", ")));
    }
}
