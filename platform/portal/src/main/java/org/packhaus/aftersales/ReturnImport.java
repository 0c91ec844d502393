package org.packhaus.aftersales;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.ReturnPage;
import org.packhaus.sdk.ReturnParcelPage;
import org.packhaus.sdk.ReturnQuery;
import org.packhaus.sdk.ReturnedItem;
import org.packhaus.sdk.Unavailable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads a channel's returns, newest first, until what it says is known, and the parcels that moved since the last look. A look that broke
 * off is begun again from where the last whole one ended.
 */
@Component
class ReturnImport {
    private static final Logger log = LoggerFactory.getLogger(ReturnImport.class);
    private static final int PER_PAGE = 50;
    /** A list that goes on for ever is somebody's mistake. */
    private static final int MOST_PAGES = 2_000;
    /** Clocks differ, and a change may show a little later than it says. */
    private static final Duration OVERLAP = Duration.ofMinutes(15);
    /** How far back parcels are read the first time: as long as a buyer may send back, and the way. */
    private static final Duration FIRST = Duration.ofDays(60);

    private final ReturnMoves moves;
    private final ReturnDesk desk;
    private final Clock clock;

    ReturnImport(ReturnMoves moves, ReturnDesk desk, Clock clock) {
        this.moves = moves;
        this.desk = desk;
        this.clock = clock;
    }

    /** Looks if it is time to. @return how much was news */
    int turn(SellerId seller, ConnectionId channel) {
        Optional<ReturnDesk.Reach> reach = desk.reach(channel);
        if (reach.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Optional<ReturnMoves.Seen> due = moves.due(seller, channel, now);
        if (due.isEmpty()) {
            return 0;
        }
        try {
            return look(seller, channel, reach.get(), due.get(), now);
        } catch (PluginException e) {
            log.info("The returns of connection {} could not be read: {}", channel, e.text());
            Duration asked = e instanceof Unavailable busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
            moves.failed(channel, e.code(), e.text(), asked, now);
            return 0;
        }
    }

    private int look(SellerId seller, ConnectionId channel, ReturnDesk.Reach reach, ReturnMoves.Seen seen, Instant now)
            throws PluginException {
        Optional<Duration> after = reach.decidesItselfAfter();
        Optional<Instant> known = seen.changedUntil().map(until -> until.minus(OVERLAP));
        Optional<Instant> newest = Optional.empty();
        Optional<String> cursor = Optional.empty();
        int news = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            ReturnPage read = desk.returns(channel, new ReturnQuery(Optional.empty(), cursor, PER_PAGE));
            news += moves.take(seller, channel, read.items(), after);
            if (newest.isEmpty()) {
                newest = read.items().stream().map(ReturnedItem::changedAt).max(Instant::compareTo);
            }
            boolean pastKnown = known.isPresent()
                    && read.items().stream().anyMatch(item -> item.changedAt().isBefore(known.get()));
            cursor = read.next();
            if (pastKnown || cursor.isEmpty()) {
                break;
            }
        }
        Instant since = seen.parcelsUntil().map(until -> until.minus(OVERLAP)).orElse(now.minus(FIRST));
        Optional<String> next = Optional.empty();
        for (int page = 0; page < MOST_PAGES; page++) {
            ReturnParcelPage read = desk.parcels(channel, since, next);
            news += moves.takeParcels(seller, channel, read.parcels(), after, now);
            next = read.next();
            if (next.isEmpty()) {
                break;
            }
        }
        moves.looked(channel, newest, now, news, now);
        return news;
    }
}
