package org.packhaus.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.order.BuyersErased;
import org.packhaus.seller.SellerId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets buyers: with their order, and those that no order speaks of when nobody has touched the case for long. */
@Component
class ErasedCases implements RecurringJob {
    private static final Duration SOLVED = Duration.ofDays(30);
    private static final Duration FORGOTTEN = Duration.ofDays(90);
    private static final int MOST = 200;

    private final CaseBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    ErasedCases(CaseBook book, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Inside the erasing transaction. */
    @EventListener
    void on(BuyersErased event) {
        book.forget(
                book.ofOrders(event.orders()).stream()
                        .map(one -> one.id().value())
                        .toList(),
                clock.instant());
    }

    @Override
    public String name() {
        return "case.erase-buyers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        int erased;
        do {
            erased = transactions.callAgainIfStale(() -> {
                Instant now = clock.instant();
                List<Long> due = book.rested(seller, now.minus(SOLVED), now.minus(FORGOTTEN), MOST);
                book.forget(due, now);
                return due.size();
            });
        } while (erased == MOST);
    }
}
