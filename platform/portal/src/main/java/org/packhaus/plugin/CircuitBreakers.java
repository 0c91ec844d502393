package org.packhaus.plugin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Map;
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
    private final PluginProperties.Breaker settings;
    private final CircuitBreakerConfig config;
    private final Map<Circuit, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    CircuitBreakers(PluginProperties.Breaker settings) {
        this.settings = settings;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.calls())
                .minimumNumberOfCalls(settings.calls())
                .failureRateThreshold(settings.failurePercent())
                .waitDurationInOpenState(settings.pause())
                .permittedNumberOfCallsInHalfOpenState(3)
                .build();
    }

    /**
     * What fails together.
     *
     * @param aside what may be done without, {@code prices} for instance: its failures must not keep labels back; empty for the work itself
     */
    record Circuit(ConnectionId connection, String aside) {}

    interface Call<R> {
        R run() throws PluginException;
    }

    <R> R call(Circuit circuit, boolean evenIfOpen, Call<R> call) throws PluginException {
        CircuitBreaker breaker = breakers.computeIfAbsent(circuit, one -> CircuitBreaker.of(one.toString(), config));
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
