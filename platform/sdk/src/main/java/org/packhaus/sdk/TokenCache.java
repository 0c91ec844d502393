package org.packhaus.sdk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps access tokens until shortly before they expire, one for each key: usually the settings record itself, which is
 * equal exactly when the credentials are. Only one caller fetches while the others of the same key wait.
 *
 * @param <K> what a token belongs to; a value with {@code equals}
 */
public final class TokenCache<K> {
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Duration margin;
    private final Map<K, Entry> entries = new ConcurrentHashMap<>();

    /**
     * A token as a service gave it.
     *
     * @param value what goes into the header
     * @param life how long it is good for, from now
     */
    public record Token(Secret value, Duration life) {}

    /** Asks the service for a token. */
    @FunctionalInterface
    public interface Source {
        Token fetch() throws PluginException;
    }

    private static final class Entry {
        final ReentrantLock lock = new ReentrantLock();
        volatile Held held = new Held(Secret.of(""), Instant.MIN);
    }

    private record Held(Secret value, Instant until) {}

    /** A cache that gives a token back to be renewed {@code margin} before it expires. */
    public TokenCache(Clock clock, Duration margin) {
        this.clock = clock;
        this.margin = margin;
    }

    /** The token of that key, fetched now if there is none that still lives. */
    public Secret get(K key, Source source) throws PluginException {
        if (entries.size() > MOST_KEYS) {
            Instant now = clock.instant();
            entries.values().removeIf(e -> !now.isBefore(e.held.until()));
        }
        Entry entry = entries.computeIfAbsent(key, k -> new Entry());
        Held held = entry.held;
        if (clock.instant().isBefore(held.until())) {
            return held.value();
        }
        entry.lock.lock();
        try {
            if (!clock.instant().isBefore(entry.held.until())) {
                Token token = source.fetch();
                entry.held = new Held(
                        token.value(), clock.instant().plus(token.life()).minus(margin));
            }
            return entry.held.value();
        } finally {
            entry.lock.unlock();
        }
    }

    /**
     * Forgets a token that the service refused before its time. Nothing happens if that key has a newer one by now, so many
     * callers who were refused together fetch only once.
     */
    public void forget(K key, Secret refused) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return;
        }
        entry.lock.lock();
        try {
            if (entry.held.value().equals(refused)) {
                entry.held = new Held(Secret.of(""), Instant.MIN);
            }
        } finally {
            entry.lock.unlock();
        }
    }
}
