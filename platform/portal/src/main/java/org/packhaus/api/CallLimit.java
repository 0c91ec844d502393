package org.packhaus.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many calls a token has in a minute. Counted by each node for itself: that multiplies the limit by the nodes and does no harm. */
@Component
class CallLimit {
    static final int CALLS = 120;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int TOKENS = 10_000;

    private final Clock clock;
    private final Map<Long, Minute> minutes = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Minute> eldest) {
            return size() > TOKENS;
        }
    };

    private record Minute(Instant ends, int calls) {}

    CallLimit(Clock clock) {
        this.clock = clock;
    }

    /** Counts a call; says how long to wait if it was one too many, else zero. */
    synchronized Duration count(long token) {
        Instant now = clock.instant();
        Minute known = minutes.get(token);
        if (known == null || !now.isBefore(known.ends())) {
            minutes.put(token, new Minute(now.plus(WITHIN), 1));
            return Duration.ZERO;
        }
        minutes.put(token, new Minute(known.ends(), known.calls() + 1));
        return known.calls() < CALLS ? Duration.ZERO : Duration.between(now, known.ends());
    }
}
