package org.packhaus.print;

import java.time.Clock;
import java.time.Duration;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Printed pages show buyers' addresses. They are kept for a reprint of the last days, far shorter than buyers are. */
@Component
class ForgetPages implements RecurringJob {
    private static final Duration KEPT = Duration.ofDays(3);

    private final PrintBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    ForgetPages(PrintBook book, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "print.forget-pages";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        transactions.call(() -> book.empty(clock.instant().minus(KEPT)));
    }
}
