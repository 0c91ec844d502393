package org.packhaus.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Who tries one password on many accounts is not stopped by the accounts' own locks, but comes from somewhere. Counted by each node for
 * itself: that multiplies the limit by the number of nodes and does no other harm.
 */
@Component
class AddressLimit {
    /** A whole office may sit behind one address. */
    private static final int FAILURES = 50;

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    AddressLimit(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isOver(Authentication attempt) {
        Deque<Instant> known = failures.get(address(attempt));
        if (known == null) {
            return false;
        }
        forgetOld(known);
        return known.size() >= FAILURES;
    }

    @EventListener
    synchronized void failed(AbstractAuthenticationFailureEvent event) {
        String address = address(event.getAuthentication());
        if (!address.isEmpty()) {
            Deque<Instant> known = failures.computeIfAbsent(address, first -> new ArrayDeque<>());
            known.addLast(clock.instant());
            forgetOld(known);
        }
    }

    private void forgetOld(Deque<Instant> known) {
        Instant before = clock.instant().minus(WITHIN);
        while (!known.isEmpty() && (known.getFirst().isBefore(before) || known.size() > FAILURES)) {
            known.removeFirst();
        }
    }

    private static String address(Authentication attempt) {
        return attempt instanceof AbstractAuthenticationToken token
                        && token.getDetails() instanceof WebAuthenticationDetails web
                        && web.getRemoteAddress() != null
                ? web.getRemoteAddress()
                : "";
    }
}
