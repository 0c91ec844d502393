package org.packhaus.tracking;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.packhaus.sdk.TrackingStatus;
import org.packhaus.seller.ConnectionId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A carrier that tells what the test has it tell, and remembers what it was asked. */
final class FakeTrackingDesk implements TrackingDesk {
    final List<List<String>> asked = new CopyOnWriteArrayList<>();
    final Set<String> poison = new HashSet<>();
    private final Map<String, List<TrackingEvent>> events = new ConcurrentHashMap<>();
    private final Map<String, Instant> expected = new ConcurrentHashMap<>();
    Optional<Reach> reach = Optional.of(new Reach(20, OptionalInt.empty(), "fake"));

    @Nullable
    PluginException fails;

    /** What happens in the portal while the carrier thinks. */
    Runnable meanwhile = () -> {};

    void tell(String number, Instant at, TrackingStatus status, String text) {
        events.computeIfAbsent(number, n -> new ArrayList<>())
                .add(new TrackingEvent(at, status, status.name(), text, "Kassel"));
    }

    void takeBackLast(String number) {
        events.getOrDefault(number, new ArrayList<>()).removeLast();
    }

    void expect(String number, Instant at) {
        expected.put(number, at);
    }

    @Override
    public Optional<Reach> reach(ConnectionId carrier) {
        return reach;
    }

    /** It names parcels, one a line. */
    @Override
    public List<String> spokenOf(ConnectionId carrier, String message) {
        return message.lines().toList();
    }

    @Override
    public Optional<URI> page(ConnectionId carrier, String trackingNumber) {
        return Optional.empty();
    }

    @Override
    public List<TrackingReport> track(ConnectionId carrier, List<String> trackingNumbers) throws PluginException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("called out of a transaction");
        }
        asked.add(List.copyOf(trackingNumbers));
        meanwhile.run();
        if (fails != null) {
            throw fails;
        }
        if (trackingNumbers.stream().anyMatch(poison::contains)) {
            throw new Rejected("unreadable", "one of them", List.of());
        }
        return trackingNumbers.stream()
                .filter(events::containsKey)
                .map(number -> new TrackingReport(
                        number,
                        events.getOrDefault(number, List.of()),
                        TrackingStatus.UNKNOWN,
                        Optional.ofNullable(expected.get(number))))
                .toList();
    }

    @Override
    public Duration deadline() {
        return Duration.ofSeconds(1);
    }
}
