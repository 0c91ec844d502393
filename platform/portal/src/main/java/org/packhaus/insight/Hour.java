package org.packhaus.insight;

import java.time.Instant;

/**
 * Orders that must leave within one hour.
 *
 * @param at its beginning
 * @param sent the channel knows that they have left
 * @param ready labelled or packed
 * @param toShip without a label, and nothing keeps them from getting one
 * @param atRisk without a label, and a problem, a hold or missing goods keeps them from getting one
 */
public record Hour(Instant at, long sent, long ready, long toShip, long atRisk) {

    public long total() {
        return sent + ready + toShip + atRisk;
    }

    Hour plus(Hour other) {
        return new Hour(at, sent + other.sent, ready + other.ready, toShip + other.toShip, atRisk + other.atRisk);
    }
}
