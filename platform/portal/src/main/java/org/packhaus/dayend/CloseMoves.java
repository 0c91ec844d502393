package org.packhaus.dayend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.shipment.HandOver;
import org.packhaus.shipment.HandOvers;
import org.packhaus.shipment.PurchaseId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** The steps of a closing, each one whole transaction: reads the row anew, decides, writes the row and a line of its history. */
@Component
class CloseMoves {
    private static final Logger log = LoggerFactory.getLogger(CloseMoves.class);

    /** What was bought earlier and never handed over has no driver to wait for. */
    static final Duration LOOKS_BACK = Duration.ofDays(30);

    private static final int ATTEMPTS = 5;
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final DayEndBook book;
    private final HandOvers handOvers;
    private final OwnLists lists;
    private final TransactionRetry transactions;
    private final Audit audit;
    private final Clock clock;

    CloseMoves(
            DayEndBook book,
            HandOvers handOvers,
            OwnLists lists,
            TransactionRetry transactions,
            Audit audit,
            Clock clock) {
        this.book = book;
        this.handOvers = handOvers;
        this.lists = lists;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of asking for the right to call. */
    sealed interface Claim {
        /** The caller holds it, and nobody else does. */
        record Won(long closing, int attempt, ConnectionRow connection, List<HandOver> parcels) implements Claim {}

        /** Somebody else does. */
        record Busy() implements Claim {}

        /** There is no open parcel. */
        record Nothing() implements Claim {}
    }

    /**
     * Writes down that a person wants the day closed.
     *
     * @param withIt what has to happen in the same transaction
     * @return false if there is nothing to close
     */
    boolean want(ConnectionRow connection, Runnable withIt) {
        return again(() -> {
            Instant now = clock.instant();
            Optional<DayClose> unfinished = book.unfinished(connection.id());
            if (unfinished.filter(closing -> closing.isBeingAsked(now)).isPresent()) {
                return true;
            }
            int open = open(connection, now).size();
            if (open == 0 && unfinished.isEmpty()) {
                return false;
            }
            DayClose closing = unfinished.orElseGet(
                    () -> add(connection, open, now, audit.actor().name()));
            if (closing.state() != CloseState.ASKING) {
                closing.want(open, now);
            }
            String by = audit.actor().name();
            note(closing, now, by, "", "");
            audit.record(
                    connection.seller(),
                    "day-end.close",
                    new Subject("connection", connection.id().value()),
                    Map.of("carrier", connection.name(), "parcels", Integer.toString(open)));
            withIt.run();
            return true;
        });
    }

    Claim claim(ConnectionRow connection, CloseDesk desk, String by) {
        return again(() -> {
            Instant now = clock.instant();
            Optional<DayClose> unfinished = book.unfinished(connection.id());
            if (unfinished.filter(closing -> closing.isBeingAsked(now)).isPresent()) {
                return new Claim.Busy();
            }
            List<HandOver> parcels = open(connection, now);
            if (parcels.isEmpty()) {
                unfinished.ifPresent(closing -> {
                    closing.close(0, 0, now);
                    note(closing, now, by, "nothing-left", "Every label was given back meanwhile.");
                });
                return new Claim.Nothing();
            }
            DayClose closing = unfinished.orElseGet(() -> add(connection, parcels.size(), now, by));
            closing.ask(
                    parcels.size(),
                    grams(parcels),
                    now,
                    now.plus(desk.deadline()).plus(MARGIN));
            note(closing, now, by, "", "");
            return new Claim.Won(closing.id(), closing.attempt(), connection, parcels);
        });
    }

    private DayClose add(ConnectionRow connection, int parcels, Instant now, String by) {
        var closing = new DayClose(connection, parcels, now, by);
        book.add(closing);
        book.flush();
        return closing;
    }

    private List<HandOver> open(ConnectionRow connection, Instant now) {
        return handOvers.open(connection.id(), now.minus(LOOKS_BACK));
    }

    /** The carrier knows: parcels, papers and history are committed together. Labels given back meanwhile are left out. */
    void closed(Claim.Won won, List<CarrierDocument> papers, String by) {
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            DayClose closing = book.find(won.closing()).orElseThrow();
            if (!closing.awaits(won.attempt())) {
                log.info(
                        "Closing {} was taken over; the answer to attempt {} is not needed",
                        closing.id(),
                        won.attempt());
                return null;
            }
            Set<PurchaseId> inIt = Set.copyOf(handOvers.handOver(
                    closing.id(), won.parcels().stream().map(HandOver::purchase).toList(), now));
            List<HandOver> parcels = won.parcels().stream()
                    .filter(parcel -> inIt.contains(parcel.purchase()))
                    .toList();
            store(closing, won.connection(), papers, parcels, now);
            closing.close(parcels.size(), grams(parcels), now);
            int left = won.parcels().size() - parcels.size();
            note(
                    closing,
                    now,
                    by,
                    left == 0 ? "" : "labels-given-back",
                    left == 0 ? "" : left + " labels were given back while the carrier was asked.");
            audit.record(
                    closing.seller(),
                    "day-end.closed",
                    new Subject("day-close", closing.id()),
                    Map.of("carrier", closing.carrier(), "parcels", Integer.toString(parcels.size())));
            return null;
        });
    }

    private void store(
            DayClose closing,
            ConnectionRow connection,
            List<CarrierDocument> papers,
            List<HandOver> parcels,
            Instant now) {
        int number = 1;
        for (CarrierDocument paper : papers) {
            book.add(new DayClosePaper(closing, number++, false, paper.type(), paper.content(), now));
        }
        if (papers.isEmpty() && !parcels.isEmpty()) {
            CarrierDocument list = lists.draw(connection, closing.id(), parcels, now);
            book.add(new DayClosePaper(closing, number, true, list.type(), list.content(), now));
        }
    }

    void failed(Claim.Won won, String code, String text, @Nullable Instant due, String by) {
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            DayClose closing = book.find(won.closing()).orElseThrow();
            if (closing.awaits(won.attempt())) {
                closing.fail(code, text, now, due);
                note(closing, now, by, code, text);
            }
            return null;
        });
    }

    private void note(DayClose closing, Instant now, String by, String code, String text) {
        book.add(new DayCloseEvent(closing, now, by, code, text));
    }

    private static long grams(List<HandOver> parcels) {
        return parcels.stream().mapToLong(parcel -> parcel.weight().grams()).sum();
    }

    /** Two that begin a closing in one moment meet in one row: the later one looks again. */
    private <T> T again(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.callAgainIfStale(work);
            } catch (DataIntegrityViolationException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.debug("A closing was begun by somebody else in this moment", e);
            }
        }
    }
}
