package org.packhaus.aftersales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.ReturnDecision;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Returns;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/** The steps of decisions on their way to the channel, each one whole transaction that also tells piece and order. */
@Component
class DecisionMoves {
    /** Beyond a call's deadline, before its caller counts as dead: longer than the nodes' clocks differ. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(20);
    /** After a lost answer, before "not there" is believed: a slow channel may still be working on it. */
    static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    private static final int MOST_OPEN = 2_000;

    private final ReturnBook book;
    private final OrderService orders;
    private final ReturnDesk desk;
    private final TransactionRetry transactions;
    private final Clock clock;

    DecisionMoves(ReturnBook book, OrderService orders, ReturnDesk desk, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.orders = orders;
        this.desk = desk;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is to be done next, outside any transaction. */
    sealed interface Next {
        /** @param decisions all of the same verdict */
        record Send(String call, List<ReturnDecision> decisions) implements Next {}

        record Look(List<Lost> lost) implements Next {}

        record Wait(Duration delay) implements Next {}

        record Over() implements Next {}
    }

    /**
     * A decision whose answer was lost.
     *
     * @param wantedAt the channel cannot have it from before
     */
    record Lost(long id, String channelItemId, Verdict verdict, Instant wantedAt) {}

    static Instant next(Instant now, int tries) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(tries, 10));
        return now.plus(doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT);
    }

    /** Decides what comes next, and commits it before it is done. */
    Next begin(ConnectionId channel, int perCall) {
        return transactions.callAgainIfStale(() -> tryBegin(channel, perCall));
    }

    private Next tryBegin(ConnectionId channel, int perCall) {
        Instant now = clock.instant();
        List<DecisionEntry> open = book.openDecisions(channel, MOST_OPEN);
        if (open.isEmpty()) {
            return new Next.Over();
        }
        String died = "The portal stopped while it was telling the channel. The channel is asked what it knows.";
        List<DecisionEntry> forsaken =
                open.stream().filter(entry -> entry.isForsaken(now)).toList();
        if (!forsaken.isEmpty()) {
            forsaken.forEach(entry -> entry.unclear("node-died", died, now, now));
        }
        List<Lost> lost = open.stream()
                .filter(entry -> entry.isDue(DecisionState.UNCLEAR, now))
                .map(entry -> new Lost(entry.id(), entry.channelItemId(), entry.verdict(), entry.wantedAt()))
                .toList();
        if (!lost.isEmpty()) {
            return new Next.Look(lost);
        }
        List<DecisionEntry> due = open.stream()
                .filter(entry -> entry.isDue(DecisionState.WANTED, now))
                .toList();
        List<DecisionEntry> sent = due.isEmpty() ? List.of() : claim(due, perCall, now);
        if (!sent.isEmpty()) {
            String call = UUID.randomUUID().toString();
            Instant leaseEnds = now.plus(desk.deadline()).plus(LEASE_MARGIN);
            sent.forEach(entry -> entry.send(call, now, leaseEnds));
            return new Next.Send(
                    call, sent.stream().map(DecisionEntry::decision).toList());
        }
        return open.stream()
                .filter(entry -> entry.state() != DecisionState.TAKEN && entry.state() != DecisionState.REFUSED)
                .map(DecisionEntry::dueAt)
                .min(Comparator.naturalOrder())
                .<Next>map(soonest -> new Next.Wait(
                        soonest.isAfter(now) ? Duration.between(now, soonest).plusMillis(50) : Duration.ofMillis(50)))
                .orElseGet(Next.Over::new);
    }

    /** What the channel decided meanwhile is not sent any more. */
    private List<DecisionEntry> claim(List<DecisionEntry> due, int perCall, Instant now) {
        Verdict verdict = due.getFirst().verdict();
        List<DecisionEntry> some = due.stream()
                .filter(entry -> entry.verdict() == verdict)
                .limit(perCall)
                .toList();
        Map<Long, ReturnPiece> pieces = book.piecesOf(some);
        List<DecisionEntry> sent = new ArrayList<>();
        for (DecisionEntry entry : some) {
            ReturnPiece piece = pieces.get(entry.pieceId());
            if (piece != null && piece.state == ReturnedItem.State.ACCEPTED) {
                over(entry, piece, Optional.of(new Returns.Error(Returns.ALREADY_TAKEN_BACK, "")), now);
            } else {
                sent.add(entry);
            }
        }
        return sent;
    }

    /** The channel's answers, piece by piece. One it says nothing of is unclear. */
    void answered(String call, List<Returns.Answer> answers) {
        Map<String, Returns.Answer> byItem = answers.stream()
                .collect(Collectors.toMap(Returns.Answer::channelItemId, answer -> answer, (a, b) -> a));
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            List<DecisionEntry> sent = book.sentWith(call);
            Map<Long, ReturnPiece> pieces = book.piecesOf(sent);
            for (DecisionEntry entry : sent) {
                ReturnPiece piece = pieces.get(entry.pieceId());
                Returns.Answer answer = byItem.get(entry.channelItemId());
                boolean late = entry.state() == DecisionState.WANTED;
                if (piece == null || late && (answer == null || answer.error().isPresent())) {
                    continue;
                }
                if (answer == null) {
                    unclear(entry, piece, "answer-missing", "The channel said nothing of the piece.", now);
                } else {
                    over(entry, piece, answer.error(), now);
                }
            }
            return true;
        });
    }

    private void over(DecisionEntry entry, ReturnPiece piece, Optional<Returns.Error> error, Instant now) {
        boolean there = error.filter(refusal -> refusal.code().equals(Returns.ALREADY_TAKEN_BACK))
                .isPresent();
        if (error.isEmpty() || there && entry.verdict() == Verdict.ACCEPT) {
            entry.taken(now);
            boolean byTheChannel = there && piece.state == ReturnedItem.State.ACCEPTED;
            if (byTheChannel) {
                piece.wish = null;
            } else {
                piece.decided(entry.verdict(), entry.condition(), entry.reason(), entry.wantedBy(), now);
                tell(piece, entry.verdict() == Verdict.ACCEPT ? "return-accepted" : "return-rejected", piece.sku);
            }
            return;
        }
        String text = there
                ? "The channel took the piece back before, and the buyer was paid. It cannot be refused any more."
                : error.get().text();
        entry.refused(error.get().code(), text, now);
        piece.refused(error.get().code(), text);
        tell(piece, "return-refused", piece.sku);
    }

    private void tell(ReturnPiece piece, String code, String text) {
        piece.order().ifPresent(order -> orders.timeline(order, code, text));
    }

    private static void unclear(DecisionEntry entry, ReturnPiece piece, String code, String text, Instant now) {
        if (entry.state() == DecisionState.SENDING) {
            entry.unclear(code, text, now, next(now, 0));
            piece.waits(code, text);
        }
    }

    void unclear(String call, String code, String text) {
        sent(call, (entry, piece) -> unclear(entry, piece, code, text, clock.instant()));
    }

    void hadNoEffect(String call, String code, String text, Optional<Duration> retryAfter) {
        sent(call, (entry, piece) -> {
            if (entry.state() == DecisionState.SENDING) {
                Instant now = clock.instant();
                Instant asked = now.plus(retryAfter.orElse(Duration.ZERO));
                Instant due = next(now, entry.tries());
                entry.hadNoEffect(code, text, now, asked.isAfter(due) ? asked : due);
                piece.waits(code, text);
            }
        });
    }

    /** The whole call was refused and nothing decided. */
    void refused(String call, String code, String text) {
        sent(call, (entry, piece) -> {
            if (entry.state() == DecisionState.SENDING) {
                over(entry, piece, Optional.of(new Returns.Error(code, text)), clock.instant());
            }
        });
    }

    private interface Step {
        void on(DecisionEntry entry, ReturnPiece piece);
    }

    private void sent(String call, Step step) {
        transactions.callAgainIfStale(() -> {
            List<DecisionEntry> entries = book.sentWith(call);
            Map<Long, ReturnPiece> pieces = book.piecesOf(entries);
            entries.forEach(entry ->
                    Optional.ofNullable(pieces.get(entry.pieceId())).ifPresent(piece -> step.on(entry, piece)));
            return true;
        });
    }

    /**
     * What the channel knows of decisions whose answers were lost.
     *
     * @param held what it says of them, by piece; one it does not show decided is not in it
     */
    void looked(ConnectionId channel, List<Lost> lost, Map<String, ReturnedItem> held) {
        List<Long> wanted = lost.stream().map(Lost::id).toList();
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            List<DecisionEntry> entries = book.openDecisions(channel, MOST_OPEN).stream()
                    .filter(entry -> wanted.contains(entry.id()) && entry.state() == DecisionState.UNCLEAR)
                    .toList();
            Map<Long, ReturnPiece> pieces = book.piecesOf(entries);
            for (DecisionEntry entry : entries) {
                ReturnPiece piece = pieces.get(entry.pieceId());
                if (piece != null) {
                    looked(entry, piece, Optional.ofNullable(held.get(entry.channelItemId())), now);
                }
            }
            return true;
        });
    }

    private void looked(DecisionEntry entry, ReturnPiece piece, Optional<ReturnedItem> held, Instant now) {
        if (held.isPresent()) {
            boolean accepted = held.get().state() == ReturnedItem.State.ACCEPTED;
            over(
                    entry,
                    piece,
                    accepted && entry.verdict() == Verdict.REJECT
                            ? Optional.of(new Returns.Error(Returns.ALREADY_TAKEN_BACK, ""))
                            : Optional.empty(),
                    now);
            return;
        }
        Instant believed = entry.since().plus(QUIET);
        if (now.isBefore(believed)) {
            entry.putOff("asking-channel", "The channel knows nothing of the decision yet; asked again.", believed);
        } else {
            entry.hadNoEffect("not-decided", "The channel does not have the decision; it is told again.", now, now);
            piece.waits("not-decided", "The channel does not have the decision; it is told again.");
        }
    }

    void lookLater(ConnectionId channel, List<Lost> lost, String code, String text, Duration atLeast) {
        List<Long> wanted = lost.stream().map(Lost::id).toList();
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            book.openDecisions(channel, MOST_OPEN).stream()
                    .filter(entry -> wanted.contains(entry.id()) && entry.state() == DecisionState.UNCLEAR)
                    .forEach(entry -> {
                        Instant due = next(now, entry.tries());
                        Instant asked = now.plus(atLeast);
                        entry.putOff(code, text, asked.isAfter(due) ? asked : due);
                    });
            return true;
        });
    }
}
