package org.packhaus.shipment;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code packhaus.ledger.*}: how long the ledger waits.
 *
 * @param leaseMargin beyond a call's deadline, before its node counts as dead: longer than the nodes' clocks differ
 * @param beginWithin a call that begins later than this after its claim renews the claim first
 * @param quiet after a lost answer, before "there is none" is believed: a slow carrier may still be working on it
 * @param firstWait before something is tried again; doubled each time
 * @param longestWait where the doubling ends
 * @param giveUpAfter looks without an answer, before a person is asked
 */
@ConfigurationProperties("packhaus.ledger")
record LedgerTimes(
        @DefaultValue("20s") Duration leaseMargin,
        @DefaultValue("5s") Duration beginWithin,
        @DefaultValue("20s") Duration quiet,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("1m") Duration longestWait,
        @DefaultValue("40") int giveUpAfter) {

    Instant next(Instant now, int tries) {
        Duration doubled = firstWait.multipliedBy(1L << Math.min(tries, 16));
        Duration wait = doubled.compareTo(longestWait) < 0 ? doubled : longestWait;
        // Up to an eighth less: what failed together must not come back together.
        return now.plus(wait).minusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 8 + 1));
    }
}
