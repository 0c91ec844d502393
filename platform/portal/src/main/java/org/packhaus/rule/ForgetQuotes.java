package org.packhaus.rule;

import java.time.Clock;
import java.time.Duration;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.SellerId;
import org.springframework.stereotype.Component;

/** Prices that no longer count are of no use to anybody: what a shipment was chosen by is kept with it. */
@Component
class ForgetQuotes implements RecurringJob {
    private final RuleBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    ForgetQuotes(RuleBook book, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rule.forget-quotes";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(SellerId seller) {
        transactions.run(() -> book.forgetQuotes(seller, clock.instant()));
    }
}
