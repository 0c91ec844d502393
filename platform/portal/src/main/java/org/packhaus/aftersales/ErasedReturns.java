package org.packhaus.aftersales;

import java.time.Clock;
import java.time.Duration;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.order.BuyersErased;
import org.packhaus.seller.SellerId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets photos, notes and carriers' texts: with their buyer inside the erasing transaction, else by their own age. */
@Component
class ErasedReturns implements RecurringJob {
    /** As long as a refusal may be argued about. */
    private static final Duration KEPT = Duration.ofDays(60);

    private final ReturnBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    ErasedReturns(ReturnBook book, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void on(BuyersErased event) {
        book.forget(event.orders());
    }

    @Override
    public String name() {
        return "aftersales.erase";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        transactions.callAgainIfStale(
                () -> book.forgetOlder(seller, clock.instant().minus(KEPT)));
    }
}
