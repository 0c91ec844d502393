package org.packhaus.aftersales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.packhaus.aftersales.CutRow.State;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.OrderService;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.PriceReductions.Reduction;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;
import org.springframework.stereotype.Component;

/**
 * Has parts of prices given back, each once. Channels know no reference of ours, so what they hold of the piece is counted before sending;
 * after a lost answer one more than that is ours.
 */
@Component
class PriceCutter {
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(20);
    /** How long the channel's last word is asked for, ever more rarely. */
    private static final Duration LONGEST_WATCH = Duration.ofHours(2);

    private static final int STEPS = 6;

    private final ReturnBook book;
    private final ReturnDesk desk;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final Clock clock;

    PriceCutter(ReturnBook book, ReturnDesk desk, OrderService orders, TransactionRetry transactions, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Goes on with whatever is due of a channel. */
    void turn(ConnectionId channel) {
        for (CutId cut : transactions.call(() -> book.watchedCuts(channel, clock.instant()))) {
            goOn(cut);
        }
    }

    private record Standing(
            State state, ConnectionId channel, String order, String item, Money amount, int heldBefore) {}

    /** @return when to go on; empty when nothing is left to send or look up: following is the poll's */
    Optional<Duration> goOn(CutId id) {
        for (int step = 0; step < STEPS; step++) {
            Optional<Standing> standing = standing(id);
            if (standing.isEmpty()) {
                return waits(id);
            }
            Standing now = standing.get();
            try {
                switch (now.state()) {
                    case WANTED -> send(id, now);
                    case UNCLEAR, INITIATED -> look(id, now);
                    case SENDING, PROCESSED, REJECTED, REFUSED -> {
                        return waits(id);
                    }
                }
            } catch (PluginException e) {
                Duration asked =
                        e instanceof Unavailable busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
                edit(id, cut -> cut.putOff(e.code(), e.text(), due(cut.tries(), asked)));
            }
        }
        return waits(id);
    }

    private Optional<Duration> waits(CutId id) {
        return transactions
                .call(() -> book.cut(id))
                .map(PriceCut::state)
                .filter(state -> state == State.WANTED || state == State.SENDING || state == State.UNCLEAR)
                .map(state -> Duration.ofSeconds(5));
    }

    /** Where it stands, if it is due. */
    private Optional<Standing> standing(CutId id) {
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            return book.cut(id).flatMap(cut -> {
                if (cut.isForsaken(now)) {
                    cut.unclear(
                            "node-died",
                            "The portal stopped while it was telling the channel. The channel is asked what it knows.",
                            now,
                            now);
                }
                return cut.isDue(now) && cut.state() != State.SENDING
                        ? Optional.of(new Standing(
                                cut.state(),
                                cut.channel(),
                                cut.channelOrderId(),
                                cut.channelItemId(),
                                cut.amount(),
                                cut.heldBefore()))
                        : Optional.empty();
            });
        });
    }

    private void send(CutId id, Standing cut) throws PluginException {
        int held = desk.reductions(cut.channel(), cut.order(), cut.item()).size();
        boolean claimed = transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            return book.cut(id)
                    .filter(one -> one.state() == State.WANTED)
                    .map(one -> {
                        one.send(held, now, now.plus(desk.deadline()).plus(LEASE_MARGIN));
                        return true;
                    })
                    .orElse(false);
        });
        if (!claimed) {
            return;
        }
        try {
            desk.reduce(cut.channel(), cut.order(), cut.item(), cut.amount());
            edit(id, one -> {
                if (one.state() == State.SENDING || one.state() == State.UNCLEAR) {
                    one.initiated(clock.instant(), due(0, Duration.ZERO));
                    tell(one, "price-cut");
                }
            });
        } catch (PluginException e) {
            failed(id, e);
        }
    }

    private void failed(CutId id, PluginException failure) {
        edit(id, cut -> {
            if (cut.state() != State.SENDING) {
                return;
            }
            Instant now = clock.instant();
            switch (failure) {
                case Rejected refusal -> {
                    cut.refused(refusal.code(), refusal.text(), now);
                    tell(cut, "price-cut-refused");
                }
                case Unavailable busy ->
                    cut.hadNoEffect(
                            busy.code(),
                            busy.text(),
                            now,
                            due(cut.tries(), busy.retryAfter().orElse(Duration.ZERO)));
                case InvalidSettings wrong ->
                    cut.hadNoEffect(wrong.code(), wrong.text(), now, due(cut.tries(), Duration.ofSeconds(20)));
                case Unclear lost -> cut.unclear(lost.code(), lost.text(), now, due(0, Duration.ZERO));
                case PluginFailed broken -> cut.unclear(broken.code(), broken.text(), now, due(0, Duration.ZERO));
            }
        });
    }

    private void look(CutId id, Standing standing) throws PluginException {
        List<Reduction> held = desk.reductions(standing.channel(), standing.order(), standing.item());
        Optional<Reduction> ours = held.stream()
                .skip(standing.heldBefore())
                .filter(one -> one.amount().equals(standing.amount()))
                .findFirst();
        edit(id, cut -> {
            Instant now = clock.instant();
            if (cut.state() != State.UNCLEAR && cut.state() != State.INITIATED) {
                return;
            }
            if (ours.isPresent()) {
                found(cut, ours.get(), now);
            } else if (cut.state() == State.INITIATED) {
                cut.putOff("not-shown-yet", "The channel does not show the refund yet.", watch(cut, now));
            } else if (now.isBefore(cut.since().plus(DecisionMoves.QUIET))) {
                cut.putOff(
                        "asking-channel",
                        "The channel knows nothing of the refund yet; asked again.",
                        cut.since().plus(DecisionMoves.QUIET));
            } else {
                cut.hadNoEffect("not-initiated", "The channel does not have the refund; it is told again.", now, now);
            }
        });
    }

    private void found(PriceCut cut, Reduction held, Instant now) {
        switch (held.state()) {
            case INITIATED -> {
                if (cut.state() == State.INITIATED) {
                    cut.putOff("", "", watch(cut, now));
                } else {
                    cut.initiated(now, due(0, Duration.ZERO));
                    tell(cut, "price-cut");
                }
            }
            case PROCESSED -> {
                cut.ended(State.PROCESSED, now);
                tell(cut, "price-cut-done");
            }
            case REJECTED -> {
                cut.ended(State.REJECTED, now);
                tell(cut, "price-cut-rejected");
            }
        }
    }

    private Instant watch(PriceCut cut, Instant now) {
        Duration wait = Duration.ofMinutes(1L << Math.min(cut.tries(), 7));
        return now.plus(wait.compareTo(LONGEST_WATCH) < 0 ? wait : LONGEST_WATCH);
    }

    private Instant due(int tries, Duration atLeast) {
        Instant due = DecisionMoves.next(clock.instant(), tries);
        Instant asked = clock.instant().plus(atLeast);
        return asked.isAfter(due) ? asked : due;
    }

    private void tell(PriceCut cut, String code) {
        orders.timeline(
                cut.order(),
                code,
                cut.amount().amount().toPlainString() + " "
                        + cut.amount().currency().getCurrencyCode());
    }

    private void edit(CutId id, Consumer<PriceCut> step) {
        transactions.callAgainIfStale(() -> {
            book.cut(id).ifPresent(step);
            return true;
        });
    }
}
