package org.packhaus.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.tracking.TrackingBook.Due;
import org.packhaus.tracking.TrackingDesk.Reach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One carrier's turn: takes over new labels and asks for what is due, as long as the carrier grants calls. One call after the other, so that
 * a booking never stands behind more than one question.
 */
@Component
class Tracker {
    private static final Logger log = LoggerFactory.getLogger(Tracker.class);
    /** So many calls' worth is read ahead. */
    private static final int AHEAD = 20;
    /** Then other work of the node has its turn. */
    private static final int MOST_CALLS = 600;

    private final TrackingMoves moves;
    private final TrackingDesk desk;
    private final TrackingBudgetSql budget;
    private final Clock clock;

    Tracker(TrackingMoves moves, TrackingDesk desk, TrackingBudgetSql budget, Clock clock) {
        this.moves = moves;
        this.desk = desk;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * What a turn did.
     *
     * @param news parcels of which something new was told
     */
    record Turn(int calls, int asked, int news) {
        static final Turn NOTHING = new Turn(0, 0, 0);

        Turn and(int moreAsked, int moreNews) {
            return new Turn(calls + 1, asked + moreAsked, news + moreNews);
        }
    }

    Turn turn(ConnectionRow carrier) {
        Optional<Reach> reach = desk.reach(carrier.id());
        if (reach.isEmpty()) {
            return Turn.NOTHING;
        }
        moves.adopt(carrier.id(), clock.instant());
        if (!carrier.usable() || moves.rests(carrier.id(), clock.instant())) {
            return Turn.NOTHING;
        }
        Round round = new Round(carrier, reach.get());
        round.go();
        return round.done;
    }

    /** The calls of one turn. */
    private final class Round {
        private final ConnectionRow carrier;
        private final Reach reach;
        private Turn done = Turn.NOTHING;

        Round(ConnectionRow carrier, Reach reach) {
            this.carrier = carrier;
            this.reach = reach;
        }

        void go() {
            List<Due> due;
            do {
                due = moves.due(carrier.id(), clock.instant(), reach.perCall() * AHEAD);
                for (int from = 0; from < due.size(); from += reach.perCall()) {
                    if (!ask(due.subList(from, Math.min(from + reach.perCall(), due.size())))) {
                        return;
                    }
                }
            } while (!due.isEmpty());
        }

        /** False if no more is to be asked in this turn. */
        private boolean ask(List<Due> some) {
            Instant now = clock.instant();
            if (done.calls() >= MOST_CALLS || !budget.take(reach, now)) {
                return false;
            }
            try {
                List<TrackingReport> told =
                        desk.track(carrier.id(), some.stream().map(Due::number).toList());
                done = done.and(some.size(), moves.take(some, told, now));
                moves.answered(carrier.id(), now);
                return true;
            } catch (PluginException e) {
                done = done.and(0, 0);
                return isOne(e) ? alone(some, e, now) : failed(e, now);
            }
        }

        private boolean failed(PluginException e, Instant now) {
            log.debug("Carrier {} does not say where parcels are", carrier.name(), e);
            moves.failed(carrier, e, now);
            return false;
        }

        /** One parcel that the carrier or its plugin stumbles over must not hide nineteen others. */
        private boolean alone(List<Due> some, PluginException e, Instant now) {
            if (some.size() == 1) {
                log.warn(
                        "Carrier {} stumbles over {}",
                        carrier.name(),
                        some.getFirst().number(),
                        e);
                moves.take(some, List.of(), now);
                return true;
            }
            int half = some.size() / 2;
            return ask(some.subList(0, half)) && ask(some.subList(half, some.size()));
        }

        /** Whether it may be about one of the parcels and not about the service. */
        private boolean isOne(PluginException e) {
            return switch (e) {
                case Rejected rejected -> true;
                case PluginFailed broken -> !broken.code().equals("deadline");
                case Unavailable unavailable -> false;
                case Unclear unclear -> false;
                case InvalidSettings settings -> false;
            };
        }
    }
}
