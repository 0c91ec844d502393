package org.packhaus.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.TransactionRetry;
import org.packhaus.security.Hashes;
import org.packhaus.security.PublicAddress;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.ConnectionService;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerScope;
import org.springframework.stereotype.Service;

/**
 * Addresses at which carriers say that something happened to a parcel. What they say is a hint: the parcel is asked for at once instead of
 * later, by the poll and within the carrier's quota. So whoever knows an address can make us ask a little sooner, and nothing else.
 */
@Service
public class TrackingHooks {
    /** A parcel that was just asked for is not asked for again, however often somebody calls. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    private static final int MOST_NUMBERS = 200;
    private static final int TOKEN_BYTES = 24;

    private final TrackingBook book;
    private final TrackingDesk desk;
    private final ConnectionService connections;
    private final SellerDirectory sellers;
    private final PublicAddress address;
    private final Audit audit;
    private final TransactionRetry transactions;
    private final Clock clock;

    TrackingHooks(
            TrackingBook book,
            TrackingDesk desk,
            ConnectionService connections,
            SellerDirectory sellers,
            PublicAddress address,
            Audit audit,
            TransactionRetry transactions,
            Clock clock) {
        this.book = book;
        this.desk = desk;
        this.connections = connections;
        this.sellers = sellers;
        this.address = address;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Needs the seller's scope. */
    public Optional<HookRow> of(ConnectionId carrier) {
        return transactions.call(() -> book.hook(carrier).map(TrackingHook::row));
    }

    /**
     * Makes the address; one that was made before is void.
     *
     * @return where the carrier is to call, with a word in it that is shown this once and kept as a hash only
     */
    public String make(ConnectionId carrier) {
        ConnectionRow connection = connections.connection(carrier);
        SellerScope.require(connection.seller());
        String token = Hashes.random(TOKEN_BYTES);
        String by = audit.actor().name();
        transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            book.hook(carrier)
                    .ifPresentOrElse(
                            hook -> hook.renew(Hashes.sha256(token), now, by),
                            () -> book.add(new TrackingHook(connection, Hashes.sha256(token), now, by)));
            audit.record(connection.seller(), "tracking.hook", new Subject("connection", carrier.value()), Map.of());
            return true;
        });
        return address.origin() + TrackingHookController.PATH + "/" + token;
    }

    /**
     * Somebody called the address. Acts for the seller whose it is.
     *
     * @return how many parcels are asked for because of it; empty if there is no such address
     */
    OptionalInt heard(String token, String body) {
        Optional<TrackingHook> known =
                SellerScope.get(sellers.all(), () -> transactions.call(() -> book.hookOf(Hashes.sha256(token))));
        if (known.isEmpty()) {
            return OptionalInt.empty();
        }
        ConnectionId carrier = known.get().connection();
        return OptionalInt.of(SellerScope.get(Set.of(known.get().seller()), () -> {
            List<String> numbers = desk.spokenOf(carrier, body).stream()
                    .distinct()
                    .limit(MOST_NUMBERS)
                    .toList();
            return numbers.isEmpty() ? 0 : soon(carrier, numbers);
        }));
    }

    private int soon(ConnectionId carrier, List<String> numbers) {
        return transactions.callAgainIfStale(() -> {
            Instant now = clock.instant();
            book.hook(carrier).ifPresent(hook -> hook.heard(now));
            return book.lookSoon(carrier, numbers, now, now.minus(PAUSE));
        });
    }
}
