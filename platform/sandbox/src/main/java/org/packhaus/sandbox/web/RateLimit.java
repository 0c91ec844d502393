package org.packhaus.sandbox.web;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** So many calls in any one second for each key. Counts in real time, whatever the sandbox's clock says. */
public final class RateLimit {

    private static final long WINDOW = TimeUnit.SECONDS.toNanos(1);

    private final Map<String, ArrayDeque<Long>> calls = new ConcurrentHashMap<>();
    private volatile int perSecond;

    public RateLimit(int perSecond) {
        this.perSecond = perSecond;
    }

    public int perSecond() {
        return perSecond;
    }

    /** Counts anew. @param perSecond 0 switches the limit off */
    public void change(int perSecond) {
        this.perSecond = perSecond;
        calls.clear();
    }

    /** Counts a call; false when it is one too many (which is not counted). */
    public boolean admit(String key) {
        int limit = perSecond;
        if (limit <= 0) {
            return true;
        }
        ArrayDeque<Long> recent = calls.computeIfAbsent(key, k -> new ArrayDeque<>());
        synchronized (recent) {
            long now = System.nanoTime();
            Long first = recent.peekFirst();
            while (first != null && now - first >= WINDOW) {
                recent.removeFirst();
                first = recent.peekFirst();
            }
            if (recent.size() >= limit) {
                return false;
            }
            recent.addLast(now);
            return true;
        }
    }
}
