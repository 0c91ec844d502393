package org.packhaus.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.packhaus.order.Problem;
import org.packhaus.rule.Punctuality.OnTime;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Weight;
import org.packhaus.shipment.CarrierReason;

/**
 * Who could bring a parcel, side by side.
 *
 * @param weight empty if nobody knows it
 * @param promised the day the buyer was promised
 * @param lines what is possible first, the cheapest first
 * @param chosen why booking would take the one it takes; null if it would stop
 * @param stop what a person has to say first; null if nothing
 * @param unasked whether a carrier could still be asked for its price
 */
public record Compared(
        Optional<Weight> weight,
        Optional<LocalDate> promised,
        List<Line> lines,
        @Nullable CarrierReason chosen,
        @Nullable Problem stop,
        boolean unasked) {
    public Compared {
        lines = List.copyOf(lines);
    }

    /** Whether a person chose, and not the rules. */
    public boolean byHand() {
        return chosen != null && chosen.code().equals(HandPick.BY_HAND);
    }

    /**
     * One product of one contract.
     *
     * @param source whence the price is, as with {@link CarrierReason.Considered#source()}
     * @param days working days until the first delivery attempt
     * @param arrival the day that would be
     * @param late whether that is after the promise
     * @param obstacle why it cannot take the parcel, a stable code; empty if it can
     * @param obstacleText the same as booking would say it; may be empty
     * @param taken whether booking would take it
     */
    public record Line(
            OfferRow offer,
            @Nullable Money price,
            @Nullable String source,
            @Nullable Integer days,
            @Nullable LocalDate arrival,
            boolean late,
            @Nullable OnTime onTime,
            String obstacle,
            String obstacleText,
            boolean taken) {

        public boolean possible() {
            return obstacle.isEmpty();
        }
    }
}
