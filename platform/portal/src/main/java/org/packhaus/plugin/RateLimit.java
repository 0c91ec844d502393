package org.packhaus.plugin;

import java.time.Duration;
import java.time.Instant;
import org.packhaus.seller.ConnectionId;

/** How long must a connection's next request wait? */
interface RateLimit {

    /**
     * Reserves a place for one request.
     *
     * @param perSecond the most requests a second
     * @return how long to wait before sending; if that is longer than {@code patience}, no place was reserved
     */
    Duration reserve(ConnectionId connection, int perSecond, Duration patience);

    /**
     * A bucket of tokens: full it holds what may go out at once, and it fills steadily. Below zero it counts those who wait.
     *
     * @param at when the tokens were counted
     */
    record Bucket(double tokens, Instant at) {
        /** So much of a second's worth may go out at once: a service counts in windows of its own, not in ours. */
        private static final double BURST = 0.5;

        static Bucket full(int perSecond, Instant now) {
            return new Bucket(size(perSecond), now);
        }

        Bucket filled(int perSecond, Instant now) {
            double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
            // The steady flow leaves a tenth unused, for clocks that differ and for the way there.
            return new Bucket(Math.min(size(perSecond), tokens + seconds * flow(perSecond)), now);
        }

        /** How long the next one has to wait. */
        Duration pause(int perSecond) {
            return tokens >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((1 - tokens) / flow(perSecond) * 1e9));
        }

        Bucket less() {
            return new Bucket(tokens - 1, at);
        }

        private static double flow(int perSecond) {
            return perSecond * 0.9;
        }

        private static double size(int perSecond) {
            return Math.max(1, perSecond * BURST);
        }
    }
}
