package org.packhaus.dayend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.packhaus.dayend.CloseMoves.Claim;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.shipment.HandOver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Closes a carrier's day, however often it is asked. That it asks is committed before the first byte leaves; what the carrier closed while
 * its answer was lost is closed once more, which is no error, so nothing has to be looked up.
 */
@Component
class Closer {
    private static final Logger log = LoggerFactory.getLogger(Closer.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private final CloseMoves moves;
    private final CloseDesk desk;
    private final Clock clock;

    Closer(CloseMoves moves, CloseDesk desk, Clock clock) {
        this.moves = moves;
        this.desk = desk;
        this.clock = clock;
    }

    /** Never inside a transaction. @param by who asks, for the history */
    void close(ConnectionRow connection, String by) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "no day is closed inside a transaction: what a carrier knows does not roll back");
        }
        if (moves.claim(connection, desk, by) instanceof Claim.Won won) {
            ask(won, by);
        }
    }

    private void ask(Claim.Won won, String by) {
        List<CarrierDocument> papers;
        try {
            papers = desk.close(
                    won.connection().id(),
                    won.parcels().stream().map(HandOver::trackingNumber).toList());
        } catch (PluginException e) {
            moves.failed(won, e.code(), e.text(), again(e, won.attempt()), by);
            return;
        } catch (RuntimeException e) {
            log.error(
                    "Closing the day of {} failed outside the door",
                    won.connection().name(),
                    e);
            moves.failed(won, "closing-broke", "The closing broke off. It is asked again.", later(won.attempt()), by);
            return;
        }
        moves.closed(won, papers, by);
    }

    /** A refusal waits for a person, or for the next day; all else is asked again, what may have happened included. */
    private @Nullable Instant again(PluginException failure, int attempt) {
        return switch (failure) {
            case Rejected refusal -> null;
            case Unavailable busy ->
                busy.retryAfter().map(wait -> clock.instant().plus(wait)).orElseGet(() -> later(attempt));
            case InvalidSettings wrong -> clock.instant().plus(LONGEST_WAIT);
            case Unclear lost -> later(attempt);
            case PluginFailed broken -> later(attempt);
        };
    }

    private Instant later(int attempt) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 10));
        return clock.instant().plus(doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT);
    }
}
