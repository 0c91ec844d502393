package org.packhaus.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.packhaus.sdk.Rejected.Fault;

/** What came of asking for a label. Codes are explained in docs/operations; texts are for the seller and say what to do next. */
public sealed interface LabelOutcome {

    /** Which purchase it is about. */
    PurchaseId purchase();

    /** It is there: bought now, or before by somebody else who asked. */
    record Bought(BoughtLabel label) implements LabelOutcome {
        @Override
        public PurchaseId purchase() {
            return label.purchase();
        }
    }

    /** Somebody else is buying it right now. */
    record Pending(PurchaseId purchase, Instant since) implements LabelOutcome {}

    /** The carrier said no; nothing was bought. Mend the reason, then ask again. */
    record Rejected(PurchaseId purchase, String code, String text, List<Fault> faults) implements LabelOutcome {
        public Rejected {
            faults = List.copyOf(faults);
        }
    }

    /** The answer was lost. The ledger looks by itself until it is known. */
    record Unclear(PurchaseId purchase, String code, String text, Instant since) implements LabelOutcome {}

    /** Only a person can know or decide: see {@link LabelLedger#settleBought} and the like. */
    record NeedsPerson(PurchaseId purchase, String code, String text) implements LabelOutcome {}

    /**
     * Nothing was bought; the ledger asks again by itself.
     *
     * @param retryAfter when; zero if it does not, because somebody has to mend something first
     */
    record NotAvailable(PurchaseId purchase, String code, String text, Duration retryAfter) implements LabelOutcome {}
}
