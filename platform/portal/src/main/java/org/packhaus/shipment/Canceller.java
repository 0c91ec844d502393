package org.packhaus.shipment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.packhaus.database.TransactionRetry;
import org.packhaus.order.ChannelPiece;
import org.packhaus.order.ChannelPieces;
import org.packhaus.order.OrderCancelled;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderService;
import org.packhaus.order.Problem;
import org.packhaus.sdk.ChannelItem;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks channels to cancel pieces, as often as it takes, and watches whether they did. Never inside a transaction. */
@Component
class Canceller {
    static final String REFUSED = "cancellation-refused";
    static final String UNANSWERED = "cancellation-unanswered";

    /** The import brings the news; this is only how often the job looks whether it has. */
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(5);
    private static final int DOUBLINGS = 9;

    private final ShipmentBook book;
    private final ChannelDesk channels;
    private final ChannelPieces pieces;
    private final OrderService orders;
    private final TransactionRetry transactions;
    private final Clock clock;

    Canceller(
            ShipmentBook book,
            ChannelDesk channels,
            ChannelPieces pieces,
            OrderService orders,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.channels = channels;
        this.pieces = pieces;
        this.orders = orders;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Wanted(ConnectionId channel, String channelOrder, List<String> items) {}

    /** @return when to go on; empty when the channel has cancelled or refused all of them */
    Optional<Duration> goOn(OrderId order) {
        Optional<Wanted> wanted = wanted(order);
        if (wanted.isPresent()) {
            ask(order, wanted.get());
        }
        watch(order);
        return transactions.call(() -> book.cancellationsOf(order).stream()
                .filter(CancellationEntry::isOpen)
                .map(CancellationEntry::dueAt)
                .min(Comparator.naturalOrder())
                .map(due -> Duration.between(clock.instant(), due))
                .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait));
    }

    private Optional<Wanted> wanted(OrderId order) {
        return transactions.call(() -> {
            List<CancellationEntry> due = book.cancellationsOf(order).stream()
                    .filter(one -> one.state() == CancellationState.WANTED && one.isDue(clock.instant()))
                    .toList();
            return due.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Wanted(
                            due.getFirst().channel(),
                            due.getFirst().channelOrderId(),
                            due.stream().map(CancellationEntry::channelItemId).toList()));
        });
    }

    private void ask(OrderId order, Wanted wanted) {
        try {
            channels.cancelPieces(wanted.channel(), wanted.channelOrder(), wanted.items());
            transactions.callAgainIfStale(() -> {
                each(
                        order,
                        wanted,
                        one -> one.asked(clock.instant(), clock.instant().plus(LOOK_AGAIN)));
                orders.timeline(order, "cancellation-asked", "");
                return true;
            });
        } catch (Rejected refusal) {
            transactions.callAgainIfStale(() -> {
                each(order, wanted, one -> one.refused(refusal.code(), refusal.text(), clock.instant()));
                orders.markProblem(
                        order,
                        new Problem(
                                REFUSED,
                                "The channel does not cancel what was to be cancelled: " + refusal.text()
                                        + " Ship the pieces, or ask the channel."));
                orders.timeline(order, REFUSED, refusal.text());
                return true;
            });
        } catch (PluginException e) {
            // Whatever the channel got of it: asked again, it does it once.
            Duration asked = e instanceof Unavailable busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
            each(order, wanted, one -> one.putOff(e.code(), e.text(), due(one.tries(), asked)));
        }
    }

    private Instant due(int tries, Duration atLeast) {
        Duration wait = SHORTEST_WAIT.multipliedBy(1L << Math.min(tries, DOUBLINGS));
        return clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait);
    }

    private void each(OrderId order, Wanted wanted, Consumer<CancellationEntry> step) {
        transactions.callAgainIfStale(() -> {
            book.cancellationsOf(order).stream()
                    .filter(one -> one.state() == CancellationState.WANTED
                            && wanted.items().contains(one.channelItemId()))
                    .forEach(step);
            return true;
        });
    }

    /** What the import had brought before the channel answered, and what it should have brought by now. */
    private void watch(OrderId order) {
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            List<ChannelPiece> known = pieces.of(order);
            for (CancellationEntry one : book.cancellationsOf(order)) {
                if (one.state() != CancellationState.ASKED) {
                    continue;
                }
                switch (state(known, one)) {
                    case CANCELLED -> one.done(now);
                    case SENT, RETURNED ->
                        one.refused("sent-meanwhile", "The channel says that the piece was sent.", now);
                    case ANNOUNCED, PROCESSABLE -> {
                        if (one.isDue(now)) {
                            one.putOff("", "", now.plus(LOOK_AGAIN));
                            if (now.isAfter(one.since().plus(PATIENCE))) {
                                orders.markProblem(order, unanswered());
                            }
                        }
                    }
                }
            }
            return true;
        });
    }

    private static Problem unanswered() {
        return new Problem(
                UNANSWERED,
                "The channel took a cancellation a day ago and has not carried it out. Look the order up in the"
                        + " channel's own portal; the pieces are not shipped meanwhile.");
    }

    private static ChannelItem.State state(List<ChannelPiece> known, CancellationEntry one) {
        return known.stream()
                .filter(piece -> piece.item().equals(one.item()))
                .findFirst()
                .map(ChannelPiece::state)
                .orElse(ChannelItem.State.CANCELLED);
    }

    /** Inside the importing transaction: the channel's own word ends it. */
    @EventListener
    void on(OrderCancelled event) {
        List<CancellationEntry> ours = book.cancellationsOf(event.order()).stream()
                .filter(one -> one.isOpen() && event.items().contains(one.item()))
                .toList();
        ours.forEach(one -> one.done(clock.instant()));
        orders.clearProblem(event.order(), Set.of(REFUSED, UNANSWERED));
    }
}
