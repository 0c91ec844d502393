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
        /** Together they make one second's worth, so that no second, wherever a service lets it begin, ever holds more. */
        private static final double AT_ONCE = 0.15;

        private static final double STEADILY = 0.85;

        static Bucket full(int perSecond, Instant now) {
            return new Bucket(size(perSecond), now);
        }

        Bucket filled(int perSecond, Instant now) {
            double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
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
            return perSecond * STEADILY;
        }

        private static double size(int perSecond) {
            return Math.max(1, perSecond * AT_ONCE);
        }
    }
}
