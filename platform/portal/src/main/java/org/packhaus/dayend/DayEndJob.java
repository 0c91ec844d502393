package org.packhaus.dayend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.database.TransactionRetry;
import org.packhaus.job.RecurringJob;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRole;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.shipment.HandOvers;
import org.packhaus.shipment.HandOvers.Open;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Closes days whose time has come, goes on with what a dead node or a lost answer left, and raises the alarm when parcels stay behind.
 * What it does follows from what is open, not from what it did before: a portal that slept at the hour closes when it is back.
 */
@Component
class DayEndJob implements RecurringJob {
    private static final Logger log = LoggerFactory.getLogger(DayEndJob.class);
    static final String ACTOR = DayEndService.BY_ITSELF;

    /** By then its own job would have begun. */
    private static final Duration WANTED_TOO_LONG = Duration.ofMinutes(2);

    private final ConnectionService connections;
    private final SellerService sellers;
    private final HandOvers handOvers;
    private final CloseDesk desk;
    private final Closer closer;
    private final DayEndBook book;
    private final TransactionRetry transactions;
    private final Clock clock;

    DayEndJob(
            ConnectionService connections,
            SellerService sellers,
            HandOvers handOvers,
            CloseDesk desk,
            Closer closer,
            DayEndBook book,
            TransactionRetry transactions,
            Clock clock) {
        this.connections = connections;
        this.sellers = sellers;
        this.handOvers = handOvers;
        this.desk = desk;
        this.closer = closer;
        this.book = book;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "dayend.close";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** How a carrier's day stands. */
    private record Standing(Open open, @Nullable Unfinished unfinished, CloseTimes times, Plans.Plan plan) {}

    private record Unfinished(CloseState state, Instant since, Optional<Instant> due, boolean beingAsked) {
        static Unfinished of(DayClose closing, Instant now) {
            return new Unfinished(closing.state(), closing.since(), closing.dueAt(), closing.isBeingAsked(now));
        }
    }

    @Override
    public void run(SellerId seller) {
        Instant now = clock.instant();
        Map<ConnectionId, Open> open = handOvers.counts(now.minus(CloseMoves.LOOKS_BACK));
        SellerDetails details = sellers.details(seller);
        for (ConnectionRow connection : connections.list(ConnectionRole.CARRIER)) {
            if (connection.seller().equals(seller)) {
                try {
                    run(connection, open.get(connection.id()), details, now);
                } catch (RuntimeException e) {
                    log.error("The day of {} could not be looked at; it is tried again", connection.name(), e);
                }
            }
        }
    }

    private void run(ConnectionRow connection, @Nullable Open open, SellerDetails seller, Instant now) {
        if (open == null) {
            alarm(connection, null, 0);
            return;
        }
        Duty duty = desk.duty(connection.id());
        Plans.Plan plan =
                transactions.call(() -> Plans.of(book.plan(connection.id()).orElse(null), duty, seller));
        Unfinished unfinished = transactions.call(() -> book.unfinished(connection.id())
                .map(closing -> Unfinished.of(closing, now))
                .orElse(null));
        CloseTimes times = new CloseTimes(plan.at(), seller.timeZone());
        if (isDue(new Standing(open, unfinished, times, plan), now)) {
            closer.close(connection, ACTOR);
            open = handOvers.counts(now.minus(CloseMoves.LOOKS_BACK)).get(connection.id());
        }
        Optional<Instant> should =
                duty == Duty.MANDATORY && open != null ? times.overdue(open.oldest(), now) : Optional.empty();
        alarm(connection, should.orElse(null), open == null ? 0 : open.parcels());
    }

    private static boolean isDue(Standing day, Instant now) {
        Instant last = day.times().last(now);
        boolean byTime = day.plan().automatic() && day.open().oldest().isBefore(last);
        Unfinished unfinished = day.unfinished();
        if (unfinished == null) {
            return byTime;
        }
        return switch (unfinished.state()) {
            case WANTED -> unfinished.since().plus(WANTED_TOO_LONG).isBefore(now);
            case ASKING -> !unfinished.beingAsked();
            // What a carrier refused is asked again at the next hour of closing: the reason may be gone by then.
            case FAILED ->
                unfinished
                        .due()
                        .map(due -> !due.isAfter(now))
                        .orElse(byTime && unfinished.since().isBefore(last));
            case CLOSED -> false;
        };
    }

    private void alarm(ConnectionRow connection, @Nullable Instant since, int parcels) {
        transactions.callAgainIfStale(() -> {
            Optional<DayEndPlan> plan = book.plan(connection.id());
            if (since != null) {
                plan.orElseGet(() -> Plans.add(book, connection)).overdue(since, parcels);
            } else {
                plan.ifPresent(known -> known.overdue(null, 0));
            }
            return null;
        });
    }
}
