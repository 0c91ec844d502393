package org.packhaus.shipment;

import java.time.Duration;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The ledger's own work: marks what dead callers left, looks unclear purchases up, buys what had to wait, asks again about labels being
 * given back. One failing row keeps no other from its turn.
 */
@Component
class LedgerJob implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(LedgerJob.class);
    static final String ACTOR = "ledger";

    private final LabelSettler settler;
    private final LabelLedger ledger;
    private final Booker booker;

    LedgerJob(LabelSettler settler, LabelLedger ledger, Booker booker) {
        this.settler = settler;
        this.ledger = ledger;
        this.booker = booker;
    }

    @Override
    public String name() {
        return "shipment.ledger";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run(SellerId seller) {
        settler.recover();
        for (PurchaseId purchase : settler.due(LabelState.UNCLEAR)) {
            attempt(purchase, () -> settler.settle(purchase));
        }
        for (PurchaseId purchase : settler.due(LabelState.PLANNED)) {
            // Checked anew: while it waited the order may have been cancelled or stopped.
            attempt(purchase, () -> booker.book(settler.orderOf(purchase), ACTOR));
        }
        for (PurchaseId purchase : settler.due(LabelState.VOIDING)) {
            attempt(purchase, () -> ledger.voidLabel(purchase, ACTOR));
        }
    }

    private static void attempt(PurchaseId purchase, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Purchase {} could not be settled; it is tried again", purchase, e);
        }
    }
}
