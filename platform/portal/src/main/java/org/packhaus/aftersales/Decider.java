package org.packhaus.aftersales;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.aftersales.DecisionMoves.Lost;
import org.packhaus.aftersales.DecisionMoves.Next;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.ReturnDecision.Verdict;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells channels what was decided, each decision once: what is to be sent is committed before it is, as many in a call as the channel
 * takes; after a lost answer the channel is asked what it holds before anything is sent again.
 */
@Component
class Decider {
    private static final Logger log = LoggerFactory.getLogger(Decider.class);
    /** Calls within a turn; the rest waits for the next. */
    private static final int STEPS = 40;

    private static final int PER_PAGE = 50;
    private static final int MOST_PAGES = 400;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);

    private final DecisionMoves moves;
    private final ReturnDesk desk;

    Decider(DecisionMoves moves, ReturnDesk desk) {
        this.moves = moves;
        this.desk = desk;
    }

    /** Goes on with a channel's decisions as far as it can. @return when to go on; empty when all are over */
    Optional<Duration> turn(ConnectionId channel) {
        for (int step = 0; step < STEPS; step++) {
            int perCall = desk.reach(channel).map(ReturnDesk.Reach::perDecision).orElse(1);
            switch (moves.begin(channel, perCall)) {
                case Next.Over over -> {
                    return Optional.empty();
                }
                case Next.Wait(Duration delay) -> {
                    return Optional.of(delay);
                }
                case Next.Send send -> send(channel, send);
                case Next.Look(List<Lost> lost) -> look(channel, lost);
            }
        }
        return Optional.of(Duration.ofSeconds(1));
    }

    private void send(ConnectionId channel, Next.Send send) {
        try {
            moves.answered(send.call(), desk.decide(channel, send.decisions()));
        } catch (PluginException e) {
            failed(send.call(), e);
        }
    }

    private void failed(String call, PluginException failure) {
        switch (failure) {
            case Rejected refusal -> moves.refused(call, refusal.code(), refusal.text());
            case Unavailable busy -> moves.hadNoEffect(call, busy.code(), busy.text(), busy.retryAfter());
            case InvalidSettings wrong ->
                moves.hadNoEffect(call, wrong.code(), wrong.text(), Optional.of(Duration.ofSeconds(20)));
            case Unclear lost -> moves.unclear(call, lost.code(), lost.text());
            case PluginFailed broken -> moves.unclear(call, broken.code(), broken.text());
        }
    }

    private void look(ConnectionId channel, List<Lost> lost) {
        try {
            Map<String, ReturnedItem> held = new HashMap<>();
            for (Verdict verdict : Verdict.values()) {
                List<Lost> same =
                        lost.stream().filter(one -> one.verdict() == verdict).toList();
                if (!same.isEmpty()) {
                    // Somebody may have taken back what was to be refused.
                    find(channel, ReturnedItem.State.ACCEPTED, same, held);
                    if (verdict == Verdict.REJECT) {
                        find(channel, ReturnedItem.State.REJECTED, same, held);
                    }
                }
            }
            moves.looked(channel, lost, held);
        } catch (PluginException e) {
            log.info("Connection {} does not say what it holds of decisions: {}", channel, e.text());
            Duration asked = e instanceof Unavailable busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
            moves.lookLater(channel, lost, e.code(), e.text(), asked);
        }
    }

    /** The newest changes come first, so it is known when to stop. */
    private void find(
            ConnectionId channel, ReturnedItem.State state, Collection<Lost> lost, Map<String, ReturnedItem> held)
            throws PluginException {
        Set<String> wanted =
                new HashSet<>(lost.stream().map(Lost::channelItemId).collect(Collectors.toSet()));
        wanted.removeAll(held.keySet());
        Instant oldest = lost.stream()
                .map(Lost::wantedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(CLOCKS_DIFFER);
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < MOST_PAGES && !wanted.isEmpty(); page++) {
            ReturnPage read = desk.returns(channel, new ReturnQuery(Optional.of(state), cursor, PER_PAGE));
            for (ReturnedItem item : read.items()) {
                if (wanted.remove(item.channelItemId())) {
                    held.put(item.channelItemId(), item);
                }
            }
            boolean past =
                    read.items().stream().anyMatch(item -> item.changedAt().isBefore(oldest));
            cursor = read.next();
            if (past || cursor.isEmpty()) {
                return;
            }
        }
    }
}
