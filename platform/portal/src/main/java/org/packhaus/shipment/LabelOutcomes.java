package org.packhaus.shipment;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Says of a row of the ledger what it means to whoever asked for the label. */
@Component
class LabelOutcomes {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Clock clock;

    LabelOutcomes(Clock clock) {
        this.clock = clock;
    }

    LabelOutcome of(LabelPurchase purchase) {
        PurchaseId id = purchase.id();
        String code = purchase.problemCode();
        String text = purchase.problemText();
        return switch (purchase.state()) {
            case PLANNED -> new LabelOutcome.NotAvailable(id, code, text, wait(purchase));
            case SENDING -> new LabelOutcome.Pending(id, purchase.since());
            case CONFIRMED -> new LabelOutcome.Bought(purchase.label());
            case REJECTED -> new LabelOutcome.Rejected(id, code, text, purchase.faults());
            case UNCLEAR -> new LabelOutcome.Unclear(id, code, text, purchase.since());
            case NEEDS_PERSON -> new LabelOutcome.NeedsPerson(id, code, text);
            case VOIDING, VOIDED ->
                new LabelOutcome.NeedsPerson(
                        id,
                        "label-voided",
                        "The label of this parcel was given back. Order a new one for it if it is to leave.");
        };
    }

    private Duration wait(LabelPurchase purchase) {
        return purchase.dueAt()
                .map(due -> Duration.between(clock.instant(), due))
                .map(wait -> wait.isPositive() ? wait : SOON)
                .orElse(Duration.ZERO);
    }
}
