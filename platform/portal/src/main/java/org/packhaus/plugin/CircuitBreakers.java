package org.packhaus.plugin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.PluginFailed;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Unavailable;
import org.packhaus.sdk.Unclear;
import org.packhaus.seller.ConnectionId;

/**
 * Holds calls of a connection back after its service has failed too often. Nothing is ever repeated here. Each node learns by itself,
 * which costs a few calls and no harm.
 */
final class CircuitBreakers {
    /** A trial call that has not come back by then has failed. */
    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(2);

    private final PluginProperties.Breaker settings;
    private final Clock clock;
    private final CircuitBreakerConfig config;
    private final Map<Circuit, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final Map<Circuit, Outage> outages = new ConcurrentHashMap<>();

    CircuitBreakers(PluginProperties.Breaker settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.pause())
                // One call finds out whether the service is back; the others go on waiting for what becomes of it.
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(LONGEST_TRIAL)
                .build();
    }

    /**
     * What fails together.
     *
     * @param aside what may be done without, {@code prices} for instance: its failures must not keep labels back; empty for the work itself
     */
    record Circuit(ConnectionId connection, String aside) {}

    /**
     * @param since when the circuit first opened
     * @param opened when it last did, after a trial that failed
     */
    private record Outage(Instant since, Instant opened) {}

    interface Call<R> {
        R run() throws PluginException;
    }

    <R> R call(Circuit circuit, boolean evenIfOpen, Call<R> call) throws PluginException {
        CircuitBreaker breaker = breakers.computeIfAbsent(circuit, this::closed);
        if (evenIfOpen) {
            return call.run();
        }
        if (!breaker.tryAcquirePermission()) {
            throw new Unavailable(
                    "circuit-open",
                    "The service has failed too often lately, so it is left alone for a while. Nothing was sent; it is tried again by"
                            + " itself.",
                    settings.pause(),
                    null);
        }
        long start = System.nanoTime();
        try {
            R answer = call.run();
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (PluginException e) {
            if (isTheService(e)) {
                breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            } else {
                breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            breaker.releasePermission();
            throw e;
        }
    }

    private CircuitBreaker closed(Circuit circuit) {
        CircuitBreaker breaker = CircuitBreaker.of(circuit.toString(), config);
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition().getToState()) {
                case OPEN -> {
                    Instant now = clock.instant();
                    outages.merge(circuit, new Outage(now, now), (known, next) -> new Outage(known.since(), now));
                }
                case CLOSED -> outages.remove(circuit);
                case HALF_OPEN, DISABLED, FORCED_OPEN, METRICS_ONLY -> {}
            }
        });
        return breaker;
    }

    /**
     * Since when nothing is sent through a circuit; empty while it is, and once its pause is over: whoever comes next is the trial, and
     * must not be kept away.
     */
    Optional<Instant> openSince(Circuit circuit) {
        CircuitBreaker breaker = breakers.get(circuit);
        Outage outage = outages.get(circuit);
        if (breaker == null || outage == null) {
            return Optional.empty();
        }
        boolean held = breaker.getState() == CircuitBreaker.State.HALF_OPEN
                || clock.instant().isBefore(outage.opened().plus(settings.pause()));
        return held ? Optional.of(outage.since()) : Optional.empty();
    }

    /** An answer we do not like is an answer; a plugin that is not there says nothing about the service. */
    private static boolean isTheService(PluginException e) {
        return switch (e) {
            case Unavailable unavailable -> !unavailable.code().equals(PluginMissing.CODE);
            case Unclear unclear -> true;
            case PluginFailed failed -> failed.code().equals("deadline");
            case Rejected rejected -> false;
            case InvalidSettings settings -> false;
        };
    }
}
